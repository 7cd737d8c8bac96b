import type { IndexBead } from '../alignment.ts';
import { type BeadModel, scoreBeads, scorersOf } from '../model/bead-scores.ts';
import { fullBand } from '../search/band.ts';
import { type BeadScorer, cellAt, type Lattice, scoreLattice } from '../search/lattice.ts';
import type { Step } from '../search/path.ts';
import { posteriorOf, posteriors } from '../search/posterior.ts';
import { range } from '../search/range.ts';
import { bestPath } from '../search/search.ts';
import type { Prior } from '../search/shapes.ts';
import type { Stretch } from '../search/stretch.ts';

/** Log scores, summed over the beads of a reading. */
export interface Evidence {
  /** How common beads of these shapes are. */
  readonly shapes: number;
  readonly lengths: number;
  readonly words: number;
  readonly paragraphs: number;
  /** Nearness of meanings, where there are embeddings. */
  readonly meanings: number;
}

/** One way to read a passage. */
export interface Reading {
  readonly beads: readonly IndexBead[];
  /** Probability of its least likely bead. */
  readonly probability: number;
  readonly evidence: Evidence;
}

/** A passage as it stands, and the best other way to read it. */
export interface Readings {
  /** The bead in question, and those that would change with it. */
  readonly current: Reading;
  /** The best reading without the bead; null where there is none. */
  readonly alternative: Reading | null;
}

/** Beads before and after the one in question that may change with it. */
const CONTEXT_BEADS = 4;

/** The beads near one that follow each other on both sides, as segment numbers. */
export interface Passage {
  readonly beads: readonly IndexBead[];
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** The passage around a bead in which other readings are looked for. */
export function passageAround(beads: readonly IndexBead[], at: number): Passage {
  let [first, last] = [at, at];
  while (first > at - CONTEXT_BEADS && first > 0 && follows(beads.slice(first - 1, last + 1))) first -= 1;
  while (last < at + CONTEXT_BEADS && last < beads.length - 1 && follows(beads.slice(first, last + 2))) last += 1;
  const near = beads.slice(first, last + 1);
  return { beads: near, source: near.flatMap((b) => b.source), target: near.flatMap((b) => b.target) };
}

/** Whether beads hold unbroken runs of segments in order; a moved one does not. */
function follows(beads: readonly IndexBead[]): boolean {
  const unbroken = (ids: readonly number[]) => ids.every((id, k) => k === 0 || id === ids[k - 1]! + 1);
  return unbroken(beads.flatMap((b) => b.source)) && unbroken(beads.flatMap((b) => b.target));
}

/** The steps of an alignment; a moved bead counts where its source stands. */
export function stepsOf(beads: readonly IndexBead[]): Step[] {
  let [sourceEnd, targetEnd] = [0, 0];
  return beads.map(({ source, target }) => {
    sourceEnd = (source.at(-1) ?? sourceEnd - 1) + 1;
    targetEnd = (target.at(-1) ?? targetEnd - 1) + 1;
    return { sourceEnd, targetEnd, source: source.length, target: target.length };
  });
}

/** Reads a passage as it stands and, as well as can be, without one of its beads. */
export function readingsOf(stretch: Stretch, passage: Passage, bead: IndexBead, model: BeadModel): Readings {
  const { prior, parameters } = model;
  const band = fullBand(stretch.source.size, stretch.target.size);
  const lattice = scoreBeads(stretch, band, model);
  const posterior = posteriors(lattice, parameters.confidence.short);
  const shift = ({ source, target }: IndexBead): IndexBead => ({
    source: source.map((i) => i - passage.source[0]!),
    target: target.map((j) => j - passage.target[0]!),
  });
  const back = ({ source, target }: IndexBead): IndexBead => ({
    source: source.map((i) => passage.source[i]!),
    target: target.map((j) => passage.target[j]!),
  });
  const here = passage.beads.map(shift);
  const own = shift(bead);
  const alternativeSteps = bestPath(withoutBead(lattice, own));
  const alternative = alternativeSteps.map(beadOf);
  const region = regionOf(own, here, alternative);
  const inRegion = (b: IndexBead) =>
    b.source.some((i) => region.has(`s${i}`)) || b.target.some((j) => region.has(`t${j}`));
  const scorers = scorersOf(stretch, band, model);
  const bare = prior.shapes.map((shape) => ({ ...shape, logPrior: 0 }));
  const sumBy = (scorer: BeadScorer | undefined, steps: readonly Step[]) =>
    scorer ? sumOf(scoreLattice(band, bare, lattice.gap, [scorer]), steps) : 0;
  const reading = (steps: readonly Step[]): Reading => {
    const within = steps.filter((step) => inRegion(beadOf(step)));
    return {
      beads: within.map((step) => back(beadOf(step))),
      probability: Math.min(1, ...within.map((step) => posteriorOf(step, lattice, posterior))),
      evidence: {
        shapes: shapesOf(within, prior),
        words: sumBy(scorers.words, within) + sumBy(scorers.seams, within),
        lengths: sumBy(scorers.lengths, within),
        paragraphs: sumBy(scorers.paragraphs, within),
        meanings: sumBy(scorers.meanings, within),
      },
    };
  };
  const current = reading(stepsOf(here));
  const other = reading(alternativeSteps);
  return { current, alternative: keyOf(other.beads) === keyOf(current.beads) ? null : other };
}

/** A lattice whose best path does not hold the bead: it is barred, or its segments must find partners. */
function withoutBead(lattice: Lattice, bead: IndexBead): Lattice {
  const { band, shapes } = lattice;
  const scores = lattice.scores.slice();
  const [i, j] = [(bead.source.at(-1) ?? -1) + 1, (bead.target.at(-1) ?? -1) + 1];
  if (i > 0 && j > 0) {
    const k = shapes.findIndex((s) => s.source === bead.source.length && s.target === bead.target.length);
    if (k >= 0) scores[cellAt(band, i, j) * shapes.length + k] = -Infinity;
    return { ...lattice, scores };
  }
  for (let row = 1; row < band.rows; row++) {
    for (let column = 1; column < band.columns; column++) {
      shapes.forEach((shape, k) => {
        const holds = (end: number, size: number, ids: readonly number[]) =>
          ids.some((id) => id < end && id >= end - size);
        if (!holds(row, shape.source, bead.source) && !holds(column, shape.target, bead.target)) return;
        const at = cellAt(band, row, column) * shapes.length + k;
        scores[at] = scores[at]! + FORCED_SCORE;
      });
    }
  }
  return { ...lattice, scores };
}

/** More than any bead is worth. */
const FORCED_SCORE = 1e4;

/** The segments that change place when one reading gives way to the other: whole beads of both. */
function regionOf(own: IndexBead, here: readonly IndexBead[], alternative: readonly IndexBead[]): Set<string> {
  const keys = (bead: IndexBead) => [...bead.source.map((i) => `s${i}`), ...bead.target.map((j) => `t${j}`)];
  const region = new Set(keys(own));
  for (let size = 0; size !== region.size; ) {
    size = region.size;
    for (const bead of [...here, ...alternative]) {
      const segments = keys(bead);
      if (segments.some((key) => region.has(key))) for (const key of segments) region.add(key);
    }
  }
  return region;
}

function sumOf({ band, shapes, scores }: Lattice, steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    const k = shapes.findIndex((shape) => shape.source === step.source && shape.target === step.target);
    return k < 0 ? sum : sum + scores[cellAt(band, step.sourceEnd, step.targetEnd) * shapes.length + k]!;
  }, 0);
}

function shapesOf(steps: readonly Step[], { shapes, gap }: Prior): number {
  return steps.reduce((sum, step, s) => {
    const shape = shapes.find((known) => known.source === step.source && known.target === step.target);
    const before = steps[s - 1];
    const goesOn =
      before && (before.source === 0) === (step.source === 0) && (before.target === 0) === (step.target === 0);
    return sum + (shape?.logPrior ?? (goesOn ? gap.extend : gap.open));
  }, 0);
}

function beadOf(step: Step): IndexBead {
  return {
    source: range(step.sourceEnd - step.source, step.sourceEnd),
    target: range(step.targetEnd - step.target, step.targetEnd),
  };
}

function keyOf(beads: readonly IndexBead[]): string {
  return beads.map(({ source, target }) => `${source.join(' ')}|${target.join(' ')}`).join();
}
