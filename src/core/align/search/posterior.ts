import { cellAt, type Lattice } from './lattice.ts';
import type { Step } from './path.ts';

/** Probabilities of all beads of a lattice, given both texts. */
export interface Posteriors {
  /** Of each bead, numbered like the lattice's scores. */
  readonly beads: Float32Array;
  /** Of each source segment, and of each target segment, to have no counterpart. */
  readonly sourceGap: Float64Array;
  readonly targetGap: Float64Array;
  /** Log of the sum over all paths. */
  readonly logSum: number;
}

const STATES = 3;

/**
 * Forward–backward over the bead lattice in log space.
 * @param sharpness factor on all scores; below 1 it tempers a model whose
 *   pieces of evidence are not independent
 */
export function posteriors(lattice: Lattice, sharpness: number): Posteriors {
  const { band, shapes, scores } = lattice;
  const open = lattice.gap.open * sharpness;
  const extend = lattice.gap.extend * sharpness;
  const width = shapes.length;
  const forward = new Float64Array(band.cells * STATES).fill(-Infinity);
  const total = new Float64Array(band.cells).fill(-Infinity);
  forward[0] = 0;
  total[0] = 0;
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = band.start[i]! + j - band.low[i]!;
      if (cell === 0) continue;
      let bead = -Infinity;
      for (let k = 0; k < width; k++) {
        const score = scores[cell * width + k]!;
        if (score === -Infinity) continue;
        bead = logAdd(bead, total[cellAt(band, i - shapes[k]!.source, j - shapes[k]!.target)]! + score * sharpness);
      }
      forward[cell * STATES] = bead;
      forward[cell * STATES + 1] = gapForward(cellAt(band, i - 1, j), 1);
      forward[cell * STATES + 2] = gapForward(cellAt(band, i, j - 1), 2);
      total[cell] = logAdd(logAdd(bead, forward[cell * STATES + 1]!), forward[cell * STATES + 2]!);
    }
  }
  const logSum = total[band.cells - 1]!;
  return { ...backwardPass(), logSum };

  function gapForward(from: number, gapState: number): number {
    if (from < 0) return -Infinity;
    const at = from * STATES;
    const others = logAdd(forward[at]!, forward[at + 3 - gapState]!);
    return logAdd(others + open, forward[at + gapState]! + extend);
  }

  function backwardPass(): Omit<Posteriors, 'logSum'> {
    // backward[state] of a cell: log sum of all ways from there to the end, leaving in that state;
    // viaBeads: of those ways that go on with a bead, which cost the same from every state.
    const backward = new Float64Array(band.cells * STATES).fill(-Infinity);
    const viaBeads = new Float64Array(band.cells).fill(-Infinity);
    const beads = new Float32Array(scores.length);
    const sourceGap = new Float64Array(band.rows - 1);
    const targetGap = new Float64Array(band.columns - 1);
    viaBeads[band.cells - 1] = 0;
    for (let i = band.rows - 1; i >= 0; i--) {
      for (let j = band.high[i]!; j >= band.low[i]!; j--) {
        const cell = band.start[i]! + j - band.low[i]!;
        leave(cell, i + 1 < band.rows ? cellAt(band, i + 1, j) : -1, cellAt(band, i, j + 1));
        const rest = backward[cell * STATES]!;
        for (let k = 0; k < width; k++) {
          const score = scores[cell * width + k]!;
          if (score === -Infinity) continue;
          const from = cellAt(band, i - shapes[k]!.source, j - shapes[k]!.target);
          const through = rest + score * sharpness;
          beads[cell * width + k] = Math.exp(total[from]! + through - logSum);
          viaBeads[from] = logAdd(viaBeads[from]!, through);
        }
        if (i > 0) sourceGap[i - 1] = sourceGap[i - 1]! + gapProbability(cell, 1);
        if (j > 0) targetGap[j - 1] = targetGap[j - 1]! + gapProbability(cell, 2);
      }
    }
    return { beads, sourceGap, targetGap };

    /** All ways on from a cell: by beads, or by a gap into the cell below or the one to the right. */
    function leave(cell: number, below: number, right: number): void {
      const down = below < 0 ? -Infinity : backward[below * STATES + 1]!;
      const across = right < 0 ? -Infinity : backward[right * STATES + 2]!;
      for (let state = 0; state < STATES; state++) {
        const gaps = logAdd(down + (state === 1 ? extend : open), across + (state === 2 ? extend : open));
        backward[cell * STATES + state] = logAdd(viaBeads[cell]!, gaps);
      }
    }

    function gapProbability(cell: number, gapState: number): number {
      return Math.exp(forward[cell * STATES + gapState]! + backward[cell * STATES + gapState]! - logSum);
    }
  }
}

/** Probability of one bead of a path. */
export function posteriorOf(step: Step, { band, shapes }: Lattice, posterior: Posteriors): number {
  if (step.target === 0) return Math.min(1, posterior.sourceGap[step.sourceEnd - 1] ?? 0);
  if (step.source === 0) return Math.min(1, posterior.targetGap[step.targetEnd - 1] ?? 0);
  const k = shapes.findIndex((shape) => shape.source === step.source && shape.target === step.target);
  return Math.min(1, posterior.beads[cellAt(band, step.sourceEnd, step.targetEnd) * shapes.length + k] ?? 0);
}

/** log(exp(a) + exp(b)); below NEGLIGIBLE_FROM the smaller one does not show in a double. */
function logAdd(a: number, b: number): number {
  const [larger, smaller] = a < b ? [b, a] : [a, b];
  return larger - smaller > NEGLIGIBLE_FROM || smaller === -Infinity
    ? larger
    : larger + Math.log1p(Math.exp(smaller - larger));
}

const NEGLIGIBLE_FROM = 37;
