import { predecessors } from './band.ts';
import { cellAt, type Lattice } from './lattice.ts';
import type { Step } from './path.ts';

/** Probabilities of all beads of a lattice, given both texts. */
export interface Posteriors {
  /** Of each bead, numbered like the lattice's scores. */
  readonly beads: Float32Array;
  /** Of each source segment, and of each target segment, to have no counterpart. */
  readonly sourceGap: Float64Array;
  readonly targetGap: Float64Array;
  /** The expected number of gaps on each side. */
  readonly gaps: { readonly source: number; readonly target: number };
  /** Of each cell, that the path runs through it: log. */
  readonly cells: Float32Array;
  /** Log of the sum over all paths. */
  readonly logSum: number;
}

/** In which state a path leaves a cell: after a bead, in a gap of the source, in a gap of the target. */
const STATES = 3;
const SOURCE_GAP = 1;
const TARGET_GAP = 2;

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
  const terms = new Float64Array(width);
  const from = predecessors(band, shapes);
  const { shift } = from;
  const forward = new Float64Array(band.cells * STATES).fill(-Infinity);
  const total = new Float64Array(band.cells).fill(-Infinity);
  forward[0] = 0;
  total[0] = 0;
  for (let i = 0; i < band.rows; i++) {
    from.enterRow(i);
    const above = i === 0 ? -1 : i - 1;
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = band.start[i]! + j - band.low[i]!;
      if (cell === 0) continue;
      for (let k = 0; k < width; k++) {
        const score = scores[cell * width + k]!;
        terms[k] = score === -Infinity ? score : total[shift[k]! + j]! + score * sharpness;
      }
      const at = cell * STATES;
      forward[at] = logSumOf(terms);
      forward[at + SOURCE_GAP] = gapForward(cellAt(band, above, j), SOURCE_GAP);
      forward[at + TARGET_GAP] = gapForward(cellAt(band, i, j - 1), TARGET_GAP);
      total[cell] = logAdd(logAdd(forward[at]!, forward[at + SOURCE_GAP]!), forward[at + TARGET_GAP]!);
    }
  }
  const logSum = total[band.cells - 1]!;
  return { ...backwardPass(), logSum };

  function gapForward(cell: number, gapState: number): number {
    if (cell < 0) return -Infinity;
    const at = cell * STATES;
    return logAdd(openers(cell, gapState) + open, forward[at + gapState]! + extend);
  }

  /** All ways to a cell after which a gap would open. */
  function openers(cell: number, gapState: number): number {
    return logAdd(forward[cell * STATES]!, forward[cell * STATES + STATES - gapState]!);
  }

  function backwardPass(): Omit<Posteriors, 'logSum'> {
    // backward[state] of a cell: log sum of all ways from there to the end, leaving in that state;
    // viaBeads: of those ways that go on with a bead, which cost the same from every state.
    const backward = new Float64Array(band.cells * STATES).fill(-Infinity);
    const viaBeads = new Float64Array(band.cells).fill(-Infinity);
    const beads = new Float32Array(scores.length);
    const cells = new Float32Array(band.cells);
    const sourceGap = new Float64Array(band.rows - 1);
    const targetGap = new Float64Array(band.columns - 1);
    const gaps = { source: 0, target: 0 };
    viaBeads[band.cells - 1] = 0;
    for (let i = band.rows - 1; i >= 0; i--) {
      from.enterRow(i);
      for (let j = band.high[i]!; j >= band.low[i]!; j--) {
        const cell = band.start[i]! + j - band.low[i]!;
        const below = i + 1 < band.rows ? cellAt(band, i + 1, j) : -1;
        const right = cellAt(band, i, j + 1);
        leave(cell, below, right);
        if (below >= 0) gaps.source += opening(cell, below, SOURCE_GAP);
        if (right >= 0) gaps.target += opening(cell, right, TARGET_GAP);
        const rest = backward[cell * STATES]!;
        for (let k = 0; k < width; k++) {
          const score = scores[cell * width + k]!;
          if (score === -Infinity) continue;
          const before = shift[k]! + j;
          const through = rest + score * sharpness;
          const share = total[before]! + through - logSum;
          if (share > -NEGLIGIBLE) beads[cell * width + k] = Math.exp(share);
          viaBeads[before] = logAdd(viaBeads[before]!, through);
        }
        const [inSource, inTarget] = [gapShare(cell, SOURCE_GAP), gapShare(cell, TARGET_GAP)];
        if (i > 0) sourceGap[i - 1] = sourceGap[i - 1]! + Math.exp(inSource);
        if (j > 0) targetGap[j - 1] = targetGap[j - 1]! + Math.exp(inTarget);
        cells[cell] = Math.max(forward[cell * STATES]! + rest - logSum, inSource, inTarget);
      }
    }
    return { beads, sourceGap, targetGap, gaps, cells };

    /** All ways on from a cell: by beads, or by a gap into the cell below or the one to the right. */
    function leave(cell: number, below: number, right: number): void {
      const down = below < 0 ? -Infinity : backward[below * STATES + SOURCE_GAP]!;
      const across = right < 0 ? -Infinity : backward[right * STATES + TARGET_GAP]!;
      for (let state = 0; state < STATES; state++) {
        const gaps = logAdd(
          down + (state === SOURCE_GAP ? extend : open),
          across + (state === TARGET_GAP ? extend : open),
        );
        backward[cell * STATES + state] = logAdd(viaBeads[cell]!, gaps);
      }
    }

    function opening(cell: number, into: number, gapState: number): number {
      return Math.exp(openers(cell, gapState) + open + backward[into * STATES + gapState]! - logSum);
    }

    function gapShare(cell: number, gapState: number): number {
      return forward[cell * STATES + gapState]! + backward[cell * STATES + gapState]! - logSum;
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

/** log Σ exp(terms). */
function logSumOf(terms: Float64Array): number {
  let largest = -Infinity;
  for (let k = 0; k < terms.length; k++) if (terms[k]! > largest) largest = terms[k]!;
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (let k = 0; k < terms.length; k++) {
    const less = largest - terms[k]!;
    if (less === 0) sum += 1;
    else if (less < NEGLIGIBLE) sum += Math.exp(-less);
  }
  return sum === 1 ? largest : largest + Math.log(sum);
}

/** log(exp(a) + exp(b)). */
function logAdd(a: number, b: number): number {
  const less = a < b ? b - a : a - b;
  const larger = Math.max(a, b);
  // Where both are −∞ the difference is not a number.
  return less < NEGLIGIBLE ? larger + Math.log1p(Math.exp(-less)) : larger;
}

/** How many times less likely than another (as a log) a way must be to be left out. */
const NEGLIGIBLE = 28;
