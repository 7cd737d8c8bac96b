import type { LanguagePack } from '../text/language-pack.ts';
import { type Association, associations } from './associations.ts';
import { type Band, bandAlong, fullBand, touchesEdge } from './band.ts';
import { cognates } from './cognates.ts';
import { indexTokens, type SideTokens } from './corpus.ts';
import { type PairWorth, subset, withCrossings } from './crossings.ts';
import { guidePath } from './guide.ts';
import { type BeadScorer, cellAt, type Lattice, type Step, scoreLattice } from './lattice.ts';
import { lengthModel } from './length-model.ts';
import { knownAssociations, type Lexicon } from './lexicon.ts';
import { learnAssociations } from './model-one.ts';
import { paragraphScorer } from './paragraph-scorer.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';
import { posteriorOf, posteriors } from './posterior.ts';
import { bestPath } from './search.ts';
import { beadShapes, type Shape } from './shapes.ts';
import { alignmentTokens } from './tokens.ts';
import { wordScorer } from './word-scorer.ts';

/** One side to align: its segments' texts in order, and what is known of its language. */
export interface AlignSide {
  readonly segments: readonly string[];
  readonly pack: LanguagePack;
  /** The number of each segment's paragraph, if it is known. */
  readonly paragraphs?: readonly number[] | undefined;
}

/** A bead of indices into both sides, with the probability that it is right. */
export interface AlignedBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly confidence: number;
}

export interface AlignOptions {
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** What is known of the language pair before these texts are seen. */
  readonly lexicon?: Lexicon;
  readonly parameters?: Parameters;
}

/**
 * Aligns two texts segment by segment. Needs no dictionary: it starts from
 * lengths and look-alikes, learns from its own result which words go together,
 * and aligns again. Every segment lies in exactly one bead; beads follow both
 * texts. The same input gives the same output.
 */
export function align(source: AlignSide, target: AlignSide, options: AlignOptions = {}): AlignedBead[] {
  const parameters = options.parameters ?? PARAMETERS;
  const progress = options.onProgress ?? (() => {});
  const [n, m] = [source.segments.length, target.segments.length];
  if (n === 0 || m === 0) return oneSided(n, m);
  const sides = { source: readSide(source), target: readSide(target) };
  const pair: TextPair = {
    ...sides,
    ratio: ratioOf(sides),
    paragraphs: source.paragraphs && target.paragraphs ? [source.paragraphs, target.paragraphs] : null,
  };
  const known = [
    ...cognates(pair.source, pair.target, parameters.cognate),
    ...knownAssociations(options.lexicon ?? new Map(), pair.source, pair.target, parameters.seed.strength),
  ];
  const { lattice, path, pairs } = search(pair, known, parameters, progress);
  const posterior = posteriors(lattice, parameters.confidence.sharpness);
  const beads = path.map((step) => ({
    source: range(step.sourceEnd - step.source, step.sourceEnd),
    target: range(step.targetEnd - step.target, step.targetEnd),
    confidence: posteriorOf(step, lattice, posterior),
  }));
  return withCrossings(beads, pairWorth(pair, pairs, parameters), parameters.moved.least);
}

/** Where the passes have led: the last lattice, the best path through it, and the word pairs it was scored with. */
interface Found {
  readonly lattice: Lattice;
  readonly path: readonly Step[];
  readonly pairs: readonly Association[];
}

/** Aligns, learns from the result which words go together, and aligns again in a narrower band. */
function search(
  pair: TextPair,
  known: readonly Association[],
  parameters: Parameters,
  progress: (done: number) => void,
): Found {
  const [n, m] = [pair.source.size, pair.target.size];
  const [first, ...later] = parameters.passes;
  const pass = (band: Band, largest: number, pairs: readonly Association[]): Found => {
    const shapes = beadShapes(parameters.prior, { side: parameters.largestSide, total: largest });
    const lattice = score(pair, band, shapes, pairs, parameters);
    return { lattice, path: bestPath(lattice), pairs };
  };
  const firstPass = (reach: number): Found => {
    const band = firstBand(pair, known, parameters, reach);
    const found = pass(band, first.largest, known);
    return reach < WIDEST && touchesEdge(band, columnsOf(found.path, n)) ? firstPass(2 * reach) : found;
  };
  let found = firstPass(first.reach);
  later.forEach(({ reach, largest }, i) => {
    progress((i + 1) / (parameters.passes.length + 1));
    const learned = learnAssociations(pair.source, pair.target, found.path, known, parameters.learning);
    found = pass(bandAlong(columnsOf(found.path, n), m, reach), largest, [...known, ...learned]);
  });
  progress(parameters.passes.length / (parameters.passes.length + 1));
  return found;
}

interface TextPair {
  readonly source: SideTokens;
  readonly target: SideTokens;
  readonly paragraphs: readonly [source: readonly number[], target: readonly number[]] | null;
  /** Target characters per source character. */
  readonly ratio: number;
}

function readSide({ segments, pack }: AlignSide): SideTokens {
  return indexTokens(
    segments.map((text) => alignmentTokens(text, pack)),
    segments.map((text) => text.replace(/\s+/gu, '').length),
  );
}

/** The first band is not made wider than this, for the memory's sake. */
const WIDEST = 320;

function firstBand(pair: TextPair, known: readonly Association[], { fullUpTo }: Parameters, reach: number): Band {
  const [n, m] = [pair.source.size, pair.target.size];
  if ((n + 1) * (m + 1) <= fullUpTo) return fullBand(n, m);
  return bandAlong(guidePath(pair.source, pair.target, known), m, reach);
}

function score(
  pair: TextPair,
  band: Band,
  shapes: readonly Shape[],
  pairs: readonly Association[],
  parameters: Parameters,
): Lattice {
  const gap = { open: Math.log(parameters.gap.open), extend: Math.log(parameters.gap.extend) };
  const table = associations(pair.source.types.length, [pairs]);
  const reach = Math.max(...shapes.map((shape) => Math.max(shape.source, shape.target)));
  const words = wordScorer(pair.source, pair.target, table, band, { ...parameters.words, reach });
  const paragraphs = pair.paragraphs ? [paragraphScorer(...pair.paragraphs, parameters.paragraph)] : [];
  return scoreLattice(band, shapes, gap, together([words, lengthScorer(pair, parameters), priorScorer, ...paragraphs]));
}

/** What single segments are worth as pairs, wherever they stand, against two gaps that are open already. */
function pairWorth(pair: TextPair, pairs: readonly Association[], parameters: Parameters): PairWorth {
  return (sources, targets) => {
    const part = { source: subset(pair.source, sources), target: subset(pair.target, targets), paragraphs: null };
    const band = fullBand(sources.length, targets.length);
    const single: Shape = { source: 1, target: 1, logPrior: 0 };
    const lattice = score({ ...part, ratio: pair.ratio }, band, [single], pairs, parameters);
    const row = new Map(sources.map((i, k) => [i, k + 1]));
    const column = new Map(targets.map((j, k) => [j, k + 1]));
    return (i, j) => lattice.scores[cellAt(band, row.get(i)!, column.get(j)!)]! - 2 * Math.log(parameters.gap.extend);
  };
}

/** Costs compose: the score of a bead is the sum of what each scorer says. */
function together(scorers: readonly BeadScorer[]): BeadScorer {
  return {
    enterRow: (i) => {
      for (const scorer of scorers) scorer.enterRow(i);
    },
    score: (i, j, shape) => scorers.reduce((sum, scorer) => sum + scorer.score(i, j, shape), 0),
  };
}

const priorScorer: BeadScorer = { enterRow: () => {}, score: (_i, _j, shape) => shape.logPrior };

function lengthScorer({ source, target, ratio }: TextPair, { length }: Parameters): BeadScorer {
  const model = lengthModel(ratio, length.variance * ratio);
  return {
    enterRow: () => {},
    score: (i, j, shape) =>
      length.weight *
      model.score(
        source.chars[i]! - source.chars[i - shape.source]!,
        target.chars[j]! - target.chars[j - shape.target]!,
      ),
  };
}

/** Target characters per source character. */
function ratioOf({ source, target }: Pick<TextPair, 'source' | 'target'>): number {
  return Math.max(1, target.chars[target.size]!) / Math.max(1, source.chars[source.size]!);
}

/** The column in which a path leaves each row. */
function columnsOf(path: readonly Step[], n: number): Int32Array {
  const columns = new Int32Array(n + 1);
  let [row, column] = [0, 0];
  for (const step of path) {
    for (let i = row + 1; i <= step.sourceEnd; i++) {
      columns[i] = Math.round(column + ((step.targetEnd - column) * (i - row)) / Math.max(1, step.sourceEnd - row));
    }
    [row, column] = [step.sourceEnd, step.targetEnd];
    columns[row] = column;
  }
  return columns;
}

function oneSided(n: number, m: number): AlignedBead[] {
  return [
    ...range(0, n).map((i) => ({ source: [i], target: [], confidence: 1 })),
    ...range(0, m).map((j) => ({ source: [], target: [j], confidence: 1 })),
  ];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
