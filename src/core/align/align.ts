import type { LanguagePack } from '../text/language-pack.ts';
import { type Association, associations } from './associations.ts';
import { type Band, bandAlong, fullBand } from './band.ts';
import { cognates } from './cognates.ts';
import { indexTokens, type SideTokens } from './corpus.ts';
import { guidePath } from './guide.ts';
import { type BeadScorer, type Lattice, type Step, scoreLattice } from './lattice.ts';
import { lengthModel } from './length-model.ts';
import { learnAssociations } from './model-one.ts';
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
  const pair: TextPair = { source: readSide(source), target: readSide(target) };
  const lookAlikes = [...cognates(pair.source, pair.target, parameters.cognate)];
  const shapes = beadShapes(parameters.prior, parameters.largest);
  const simple = shapes.filter((shape) => shape.source + shape.target <= 3);
  progress(0.1);
  let lattice = score(pair, firstBand(pair, lookAlikes, parameters), simple, lookAlikes, parameters);
  let path = bestPath(lattice);
  for (let round = 1; round <= parameters.learning.rounds; round++) {
    const learned = learnAssociations(pair.source, pair.target, path, lookAlikes, parameters.learning);
    const band = bandAlong(columnsOf(path, n), m, parameters.band.reach);
    lattice = score(pair, band, shapes, [...lookAlikes, ...learned], parameters);
    path = bestPath(lattice);
    progress(0.1 + (0.8 * round) / parameters.learning.rounds);
  }
  const posterior = posteriors(lattice, parameters.confidence.sharpness);
  return path.map((step) => ({
    source: range(step.sourceEnd - step.source, step.sourceEnd),
    target: range(step.targetEnd - step.target, step.targetEnd),
    confidence: posteriorOf(step, lattice, posterior),
  }));
}

interface TextPair {
  readonly source: SideTokens;
  readonly target: SideTokens;
}

function readSide({ segments, pack }: AlignSide): SideTokens {
  return indexTokens(
    segments.map((text) => alignmentTokens(text, pack)),
    segments.map((text) => text.replace(/\s+/gu, '').length),
  );
}

function firstBand(pair: TextPair, lookAlikes: readonly Association[], { band }: Parameters): Band {
  const [n, m] = [pair.source.size, pair.target.size];
  if ((n + 1) * (m + 1) <= band.fullUpTo) return fullBand(n, m);
  return bandAlong(guidePath(pair.source, pair.target, lookAlikes), m, band.firstReach);
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
  return scoreLattice(band, shapes, gap, together([words, lengthScorer(pair, parameters), priorScorer]));
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

function lengthScorer({ source, target }: TextPair, { length }: Parameters): BeadScorer {
  const ratio = Math.max(1, target.chars[target.size]!) / Math.max(1, source.chars[source.size]!);
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
