import { type Band, predecessors } from './band.ts';
import type { GapCosts, Shape } from './shapes.ts';

/** What beads are worth. The search knows nothing about lengths or words; any scorer will do, and scores add up. */
export interface BeadScorer {
  /** Called before the beads that end in row `i` (after `i` source segments) are scored, rows in order. */
  enterRow(i: number): void;
  /**
   * Adds to `sums[k]` the log score of the bead of shape k that ends after `i`
   * source and `j` target segments, for every k whose bead fits.
   * @param fits 1 for the shapes whose bead lies within the band
   */
  add(i: number, j: number, shapes: readonly Shape[], fits: Uint8Array, sums: Float64Array): void;
}

/** Scores each bead on its own, by where it ends and how many segments it has on either side. */
export function scorerOfBeads(
  scoreOf: (sourceEnd: number, targetEnd: number, source: number, target: number) => number,
): BeadScorer {
  return {
    enterRow: () => {},
    add(i, j, shapes, fits, sums) {
      for (let k = 0; k < shapes.length; k++) {
        if (fits[k] === 0) continue;
        const { source, target } = shapes[k]!;
        sums[k] = sums[k]! + scoreOf(i, j, source, target);
      }
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
  const scores = new Float32Array(band.cells * width).fill(-Infinity);
  const sums = new Float64Array(width);
  const fits = new Uint8Array(width);
  const priors = Float64Array.from(shapes, ({ logPrior }) => logPrior);
  const from = predecessors(band, shapes);
  for (let i = 1; i < band.rows; i++) {
    from.enterRow(i);
    for (const scorer of scorers) scorer.enterRow(i);
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      for (let k = 0; k < width; k++) {
        fits[k] = from.cell(j, k) >= 0 ? 1 : 0;
        sums[k] = priors[k]!;
      }
      for (const scorer of scorers) scorer.add(i, j, shapes, fits, sums);
      const at = (band.start[i]! + j - band.low[i]!) * width;
      for (let k = 0; k < width; k++) if (fits[k] === 1) scores[at + k] = sums[k]!;
    }
  }
  return { band, shapes, scores, gap };
}

/** The number of cell (i, j), or −1 outside the band. */
export function cellAt(band: Band, i: number, j: number): number {
  if (i < 0 || j < band.low[i]! || j > band.high[i]!) return -1;
  return band.start[i]! + j - band.low[i]!;
}
