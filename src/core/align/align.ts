import type { AlignedBead, Alignment, AlignPair, AlignSide, IndexBead } from './alignment.ts';
import { type Associations, associations } from './model/associations.ts';
import { type BeadModel, pairWorth, scoreBeads } from './model/bead-scores.ts';
import { cognates } from './model/cognates.ts';
import { type PairCorpus, readCorpus } from './model/corpus.ts';
import { ratioOfPath } from './model/length-ratio.ts';
import { knownAssociations, type Lexicon } from './model/lexicon.ts';
import { learnAssociations } from './model/model-one.ts';
import { parallelismOf } from './model/parallelism.ts';
import { PARAMETERS, type Parameters, type Pass } from './parameters.ts';
import { type Band, bandAlong, bandWithin } from './search/band.ts';
import { withCrossings } from './search/crossings.ts';
import { firstPath } from './search/first-pass.ts';
import { columnsOf, type Step } from './search/path.ts';
import { posteriorOf, posteriors } from './search/posterior.ts';
import { range } from './search/range.ts';
import { countSteps, expectedSteps, type StepCounts } from './search/rates.ts';
import { expectedPath } from './search/search.ts';
import type { Stretch } from './search/stretch.ts';
import { learnedPrior, looksFree } from './search/styles.ts';

export interface AlignOptions {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** What is known of the language pair before these texts are seen. */
  readonly lexicon?: Lexicon;
  /** Segments known to translate each other, to learn from. */
  readonly memory?: readonly (readonly [source: string, target: string])[];
  readonly parameters?: Parameters;
}

/**
 * Aligns two texts segment by segment. Needs no dictionary: it starts from
 * lengths, look-alikes and what it is given, learns from its own result which
 * words go together, and aligns again. Every segment lies in exactly one bead;
 * beads follow the source, and the target but for moved sentences. The same
 * input gives the same output.
 */
export function align(source: AlignSide, target: AlignSide, options: AlignOptions = {}): Alignment {
  return alignAll([{ source, target }], options)[0] ?? { beads: [], parallelism: null };
}

/** Aligns many pairs of texts in the same two languages; what is learned from each serves all. */
export function alignAll(pairs: readonly AlignPair[], options: AlignOptions = {}): Alignment[] {
  const parameters = options.parameters ?? PARAMETERS;
  const progress = options.onProgress ?? (() => {});
  const corpus = readCorpus(pairs, options.memory ?? []);
  const known = [
    ...cognates(corpus.source, corpus.target, parameters.cognate),
    ...knownAssociations(options.lexicon ?? new Map(), corpus.source, corpus.target, parameters.seed.strength),
  ];
  const first = associations(corpus.source.types.length, corpus.target.types.length, known);
  let readings: Reading[] = corpus.works.map((work) => {
    const path = firstPath(work.stretch, first, known, parameters);
    return { path, beads: [], steps: countSteps(path), near: null };
  });
  const isFree = readings.map(({ path }) => looksFree(path, parameters));
  const later = parameters.passes.slice(1);
  let table = first;
  later.forEach((pass, at) => {
    const done = (share: number) => progress((at + 1 + share) / (later.length + 2));
    done(0);
    table = learned(corpus, readings, first, parameters);
    const before = readings;
    const stepsOf = (free: boolean) => before.flatMap(({ steps }, w) => (isFree[w] === free ? [steps] : []));
    // The first pass has no beads as long as those of a free translation, so what it counted there says nothing.
    const free = learnedPrior(at === 0 ? [] : stepsOf(true), pass, true, parameters);
    const close = learnedPrior(stepsOf(false), pass, false, parameters);
    readings = corpus.works.map((work, w) => {
      done(w / corpus.works.length);
      const { size } = work.stretch.source;
      const read = isFree[w]
        ? { prior: free, sharpness: parameters.free.sharpness * sharpnessFor(size, parameters) }
        : { prior: close, sharpness: sharpnessFor(size, parameters) };
      return readAgain(work.stretch, before[w]!, pass, { ...read, table, parameters });
    });
  });
  const aligned = corpus.works.map((work, w) =>
    withCrossings(readings[w]!.beads, pairWorth(work.stretch, table, parameters), parameters.moved.least),
  );
  return corpus.assemble(aligned).map((beads, p) => {
    const worth = pairWorth(corpus.wholes[p]!, table, parameters);
    return { beads, parallelism: parallelismOf(beads, worth) };
  });
}

/** What a pass has made of a stretch. */
interface Reading {
  readonly path: readonly Step[];
  readonly beads: readonly AlignedBead[];
  /** The expected steps, over all paths. */
  readonly steps: StepCounts;
  /** Where other paths may run. */
  readonly near: { readonly band: Band; readonly cells: Float32Array } | null;
}

function learned(
  corpus: PairCorpus,
  readings: readonly Reading[],
  known: Associations,
  parameters: Parameters,
): Associations {
  const beads = corpus.works.flatMap((work, w) => readings[w]!.path.map((step) => work.toCorpus(beadOf(step))));
  return learnAssociations(corpus, [...corpus.fixed, ...beads], known, parameters.learning);
}

/** How far evidence is independent: a long text has taught the model more of what it is scored by. */
function sharpnessFor(size: number, { confidence: { short, long, half } }: Parameters): number {
  return long + ((short - long) * half) / (half + size);
}

/** Reads a stretch in a band around the path of the pass before. */
function readAgain(
  whole: Stretch,
  before: Reading,
  pass: Pass,
  { sharpness, ...model }: BeadModel & { readonly sharpness: number },
): Reading {
  const stretch = { ...whole, ratio: ratioOfPath(whole.source, whole.target, before.path) };
  const band =
    before.near && pass.likely
      ? bandWithin(before.near.band, before.near.cells, pass.likely, pass.reach)
      : bandAlong(columnsOf(before.path, whole.source.size), whole.target.size, pass.reach);
  const lattice = scoreBeads(stretch, band, model);
  const posterior = posteriors(lattice, sharpness);
  const path = expectedPath(lattice, posterior, model.parameters.decoding);
  const beads = path.map((step) => ({ ...beadOf(step), confidence: posteriorOf(step, lattice, posterior) }));
  return { path, beads, steps: expectedSteps(lattice, posterior), near: { band, cells: posterior.cells } };
}

function beadOf(step: Step): IndexBead {
  return {
    source: range(step.sourceEnd - step.source, step.sourceEnd),
    target: range(step.targetEnd - step.target, step.targetEnd),
  };
}
