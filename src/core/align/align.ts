import type { AlignedBead, Alignment, AlignPair, AlignSide, IndexBead } from './alignment.ts';
import { type Association, type Associations, associations } from './model/associations.ts';
import { type BeadModel, pairWorth, scoreBeads } from './model/bead-scores.ts';
import { cognates } from './model/cognates.ts';
import { type PairCorpus, readCorpus } from './model/corpus.ts';
import { ratioOfPath } from './model/length-ratio.ts';
import { knownAssociations, type Lexicon } from './model/lexicon.ts';
import { learnAssociations } from './model/model-one.ts';
import { parallelismOf } from './model/parallelism.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';
import { bandAlong } from './search/band.ts';
import { withCrossings } from './search/crossings.ts';
import { firstPath } from './search/first-pass.ts';
import type { Lattice } from './search/lattice.ts';
import { columnsOf, type Step } from './search/path.ts';
import { posteriorOf, posteriors } from './search/posterior.ts';
import { range } from './search/range.ts';
import { bestPath, expectedPath } from './search/search.ts';
import { beadPrior, learnedPrior, type Prior } from './search/shapes.ts';
import type { Stretch } from './search/stretch.ts';

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
 * lengths, look-alikes and what it is told, learns from its own result which
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
  const passes = parameters.passes.length;
  const tableOf = (pairs: readonly Association[]) =>
    associations(corpus.source.types.length, corpus.target.types.length, pairs);
  let table = tableOf(known);
  let paths: (readonly Step[])[] = corpus.works.map((work) => firstPath(work.stretch, table, known, parameters));
  for (let pass = 1; pass < passes - 1; pass++) {
    progress(pass / (passes + 1));
    table = tableOf(learned(corpus, paths, known, parameters));
    const before = paths;
    const prior = priorOf(pass, before, parameters);
    paths = corpus.works.map((work, w) =>
      bestPath(laterLattice(work.stretch, pass, before[w]!, { prior, table, parameters })),
    );
  }
  progress((passes - 1) / (passes + 1));
  table = tableOf(learned(corpus, paths, known, parameters));
  const prior = priorOf(passes - 1, paths, parameters);
  const aligned = corpus.works.map((work, w) => {
    const lattice = laterLattice(work.stretch, passes - 1, paths[w]!, { prior, table, parameters });
    progress((passes - 1 + (w + 1) / corpus.works.length) / (passes + 1));
    return beadsOf(work.stretch, lattice, table, parameters);
  });
  return corpus.assemble(aligned).map((beads, p) => {
    const worth = pairWorth(corpus.wholes[p]!, table, parameters);
    return { beads, parallelism: parallelismOf(beads, worth) };
  });
}

function learned(
  corpus: PairCorpus,
  paths: readonly (readonly Step[])[],
  known: readonly Association[],
  parameters: Parameters,
): Association[] {
  const beads = corpus.works.flatMap((work, w) => (paths[w] ?? []).map((step) => work.toCorpus(beadOf(step))));
  return [...known, ...learnAssociations(corpus, [...corpus.fixed, ...beads], known, parameters.learning)];
}

/** The prior of a pass, after what the paths of the pass before have shown. */
function priorOf(pass: number, before: readonly (readonly Step[])[], parameters: Parameters): Prior {
  const largest = { side: parameters.largestSide, total: parameters.passes[pass]!.largest };
  return learnedPrior(beadPrior(parameters, largest), before, parameters.learning.prior);
}

/** Scores a band around the path of the pass before. */
function laterLattice(whole: Stretch, pass: number, before: readonly Step[], model: BeadModel): Lattice {
  const stretch = { ...whole, ratio: ratioOfPath(whole.source, whole.target, before) };
  const band = bandAlong(columnsOf(before, whole.source.size), whole.target.size, model.parameters.passes[pass]!.reach);
  return scoreBeads(stretch, band, model);
}

/** The beads of the last pass with their probabilities, moved sentences brought together. */
function beadsOf(stretch: Stretch, lattice: Lattice, table: Associations, parameters: Parameters): AlignedBead[] {
  const { short, long, half } = parameters.confidence;
  const sharpness = long + ((short - long) * half) / (half + stretch.source.size);
  const posterior = posteriors(lattice, sharpness);
  const path = expectedPath(lattice, posterior, parameters.decoding);
  const beads = path.map((step) => ({ ...beadOf(step), confidence: posteriorOf(step, lattice, posterior) }));
  return withCrossings(beads, pairWorth(stretch, table, parameters), parameters.moved.least);
}

function beadOf(step: Step): IndexBead {
  return {
    source: range(step.sourceEnd - step.source, step.sourceEnd),
    target: range(step.targetEnd - step.target, step.targetEnd),
  };
}
