import { type Band, predecessors } from './band.ts';
import type { GapCosts, Shape } from './shapes.ts';

/** What beads are worth. The search knows nothing about lengths or words; any scorer will do, and scores add up. */
export interface BeadScorer {
  /** Adds to the sums of a row the log scores of all beads that end there; called for rows in order. */
  addRow(row: BeadRow, shapes: readonly Shape[]): void;
}

/** The beads that end after `i` source segments, within the band. */
export interface BeadRow {
  readonly i: number;
  /** The columns in which beads of shape k end: from `first[k]` to `last[k]`. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Scores so far: the bead of shape k that ends in column j has `sums[(j − low) × shapes + k]`. */
  readonly low: number;
  readonly sums: Float64Array;
}

/** Scores each bead on its own, by where it ends and how many segments it has on either side. */
export function scorerOfBeads(
  scoreOf: (sourceEnd: number, targetEnd: number, source: number, target: number) => number,
): BeadScorer {
  return {
    addRow({ i, first, last, low, sums }, shapes) {
      const width = shapes.length;
      shapes.forEach(({ source, target }, k) => {
        for (let j = first[k]!; j <= last[k]!; j++) {
          const at = (j - low) * width + k;
          sums[at] = sums[at]! + scoreOf(i, j, source, target);
        }
      });
    },
  };
}

/** All beads within a band with their scores: `scores[cell × shapes + shape]`, −∞ where a bead leaves the band. */
export interface Lattice {
  readonly band: Band;
  readonly shapes: readonly Shape[];
  readonly scores: Float32Array;
  readonly gap: GapCosts;
}

/** Scores every bead that fits into the band, by the sum of what the scorers say. */
export function scoreLattice(
  band: Band,
  shapes: readonly Shape[],
  gap: GapCosts,
  scorers: readonly BeadScorer[],
): Lattice {
  const width = shapes.length;
  const scores = new Float32Array(band.cells * width);
  scores.fill(-Infinity, 0, (band.high[0]! - band.low[0]! + 1) * width);
  const from = predecessors(band, shapes);
  const first = new Int32Array(width);
  const last = new Int32Array(width);
  let room = new Float64Array(0);
  for (let i = 1; i < band.rows; i++) {
    const [low, high] = [band.low[i]!, band.high[i]!];
    const size = (high - low + 1) * width;
    if (room.length < size) room = new Float64Array(2 * size);
    const sums = room.subarray(0, size).fill(-Infinity);
    from.enterRow(i);
    for (let k = 0; k < width; k++) {
      first[k] = Math.max(low, from.low[k]!);
      last[k] = Math.min(high, from.high[k]!);
      const { logPrior } = shapes[k]!;
      for (let at = (first[k]! - low) * width + k; at <= (last[k]! - low) * width + k; at += width) sums[at] = logPrior;
    }
    const row = { i, first, last, low, sums };
    for (const scorer of scorers) scorer.addRow(row, shapes);
    scores.set(sums, band.start[i]! * width);
  }
  return { band, shapes, scores, gap };
}

/** The number of cell (i, j), or −1 outside the band. */
export function cellAt(band: Band, i: number, j: number): number {
  if (i < 0 || j < band.low[i]! || j > band.high[i]!) return -1;
  return band.start[i]! + j - band.low[i]!;
}
