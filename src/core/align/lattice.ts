import type { Band } from './band.ts';
import type { Shape } from './shapes.ts';

/** What a bead is worth. The search knows nothing of lengths or words; any scorer will do. */
export interface BeadScorer {
  /** Called before the beads that end in row `i` (after `i` source segments) are scored, rows in order. */
  enterRow(i: number): void;
  /** Log score of the bead of this shape that ends after `i` source and `j` target segments. */
  score(i: number, j: number, shape: Shape): number;
}

/** Log probabilities of opening a gap and of each further segment in it. */
export interface GapCosts {
  readonly open: number;
  readonly extend: number;
}

/** All beads within a band with their scores: `scores[cell × shapes + shape]`, −∞ where a bead leaves the band. */
export interface Lattice {
  readonly band: Band;
  readonly shapes: readonly Shape[];
  readonly scores: Float32Array;
  readonly gap: GapCosts;
}

/** A bead of a path: source segments `[source − shape.source, source)` and likewise on the target side. */
export interface Step {
  readonly sourceEnd: number;
  readonly targetEnd: number;
  readonly source: number;
  readonly target: number;
}

/** Scores every bead that fits into the band. */
export function scoreLattice(band: Band, shapes: readonly Shape[], gap: GapCosts, scorer: BeadScorer): Lattice {
  const scores = new Float32Array(band.cells * shapes.length).fill(-Infinity);
  for (let i = 1; i < band.rows; i++) {
    scorer.enterRow(i);
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const at = (band.start[i]! + j - band.low[i]!) * shapes.length;
      for (let k = 0; k < shapes.length; k++) {
        const shape = shapes[k]!;
        if (cellAt(band, i - shape.source, j - shape.target) >= 0) scores[at + k] = scorer.score(i, j, shape);
      }
    }
  }
  return { band, shapes, scores, gap };
}

/** The number of cell (i, j), or −1 outside the band. */
export function cellAt(band: Band, i: number, j: number): number {
  if (i < 0 || j < band.low[i]! || j > band.high[i]!) return -1;
  return band.start[i]! + j - band.low[i]!;
}
