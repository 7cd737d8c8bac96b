import { predecessors } from './band.ts';
import { cellAt, type Lattice } from './lattice.ts';
import type { Step } from './path.ts';
import type { Posteriors } from './posterior.ts';

/** In which state a path leaves a cell: after a bead, in a gap of the source, in a gap of the target. */
const BEAD = 0;
const SOURCE_GAP = 1;
const TARGET_GAP = 2;
const STATES = 3;

/**
 * The best path through a lattice by dynamic programming (Viterbi). Gaps are
 * affine: opening one costs more than going on in it (Gotoh 1982).
 * Ties go to the bead tried first, so the result does not vary.
 */
export function bestPath(lattice: Lattice): Step[] {
  const { band, shapes, scores, gap } = lattice;
  const width = shapes.length;
  // The best score with which a path leaves each cell in each state, and how it came there.
  const best = new Float64Array(band.cells * STATES);
  const move = new Uint8Array(band.cells * STATES);
  // The best state to leave a cell in, by any bead, and its score.
  const top = new Uint8Array(band.cells);
  const most = new Float64Array(band.cells);
  const from = predecessors(band, shapes);
  const { shift } = from;
  for (let i = 0; i < band.rows; i++) {
    from.enterRow(i);
    const [low, high] = [band.low[i]!, band.high[i]!];
    const begin = band.start[i]!;
    const above = i === 0 ? null : { low: band.low[i - 1]!, high: band.high[i - 1]!, start: band.start[i - 1]! };
    for (let j = low; j <= high; j++) {
      const cell = begin + j - low;
      let bead = cell === 0 ? 0 : -Infinity;
      let how = 0;
      for (let k = 0, at = cell * width; k < width; k++, at++) {
        const score = scores[at]!;
        if (score === -Infinity) continue;
        const before = shift[k]! + j;
        const sum = most[before]! + score;
        if (sum > bead) {
          bead = sum;
          how = k * STATES + top[before]!;
        }
      }
      const at = cell * STATES;
      best[at] = bead;
      move[at] = how;
      fill(at, SOURCE_GAP, above && j >= above.low && j <= above.high ? above.start + j - above.low : -1);
      fill(at, TARGET_GAP, j > low ? cell - 1 : -1);
      let state = BEAD;
      if (best[at + SOURCE_GAP]! > best[at]!) state = SOURCE_GAP;
      if (best[at + TARGET_GAP]! > best[at + state]!) state = TARGET_GAP;
      top[cell] = state;
      most[cell] = best[at + state]!;
    }
  }
  return trace(lattice, best, move);

  function fill(at: number, gapState: number, from: number): void {
    let score = -Infinity;
    let how = 0;
    if (from >= 0) {
      for (let state = 0; state < STATES; state++) {
        const sum = best[from * STATES + state]! + (state === gapState ? gap.extend : gap.open);
        if (sum > score) {
          score = sum;
          how = state;
        }
      }
    }
    best[at + gapState] = score;
    move[at + gapState] = how;
  }
}

/**
 * The path whose beads are most often right: it maximises the sum of the beads'
 * probabilities, less a cost a bead and a gap segment (decoding for expected F1
 * rather than for the single most probable path; with costs 0 for expected recall).
 * Beads less likely than `least` are not taken.
 */
export function expectedPath(
  lattice: Lattice,
  { beads }: Posteriors,
  cost: { readonly bead: number; readonly gap: number; readonly least: number },
): Step[] {
  const scores = new Float32Array(beads.length);
  for (let k = 0; k < scores.length; k++) {
    const fits = lattice.scores[k]! > -Infinity && beads[k]! >= cost.least;
    scores[k] = fits ? beads[k]! - cost.bead : -Infinity;
  }
  return bestPath({ ...lattice, scores, gap: { open: -cost.gap, extend: -cost.gap } });
}

function trace(lattice: Lattice, best: Float64Array, move: Uint8Array): Step[] {
  const { band, shapes } = lattice;
  const steps: Step[] = [];
  let [i, j] = [band.rows - 1, band.columns - 1];
  const last = cellAt(band, i, j) * STATES;
  let state = BEAD;
  for (let other = 0; other < STATES; other++) if (best[last + other]! > best[last + state]!) state = other;
  while (i > 0 || j > 0) {
    const how = move[cellAt(band, i, j) * STATES + state]!;
    const shape = shapes[Math.floor(how / STATES)];
    const step = {
      sourceEnd: i,
      targetEnd: j,
      source: state === BEAD ? (shape?.source ?? 0) : state === SOURCE_GAP ? 1 : 0,
      target: state === BEAD ? (shape?.target ?? 0) : state === TARGET_GAP ? 1 : 0,
    };
    steps.push(step);
    i -= step.source;
    j -= step.target;
    state = how % STATES;
  }
  return steps.reverse();
}
