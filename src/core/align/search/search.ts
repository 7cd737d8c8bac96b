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
  const best = new Float64Array(band.cells * STATES).fill(-Infinity);
  const move = new Uint8Array(band.cells * STATES);
  // The best state to leave a cell in, by any bead.
  const top = new Uint8Array(band.cells);
  const predecessor = predecessors(band, shapes);
  best[0] = 0;
  for (let i = 0; i < band.rows; i++) {
    predecessor.enterRow(i);
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = band.start[i]! + j - band.low[i]!;
      for (let k = 0; k < shapes.length; k++) {
        const score = scores[cell * shapes.length + k]!;
        if (score === -Infinity) continue;
        const from = predecessor.cell(j, k);
        const state = top[from]!;
        take(cell * STATES + BEAD, best[from * STATES + state]! + score, k * STATES + state);
      }
      fill(cell, SOURCE_GAP, cellAt(band, i - 1, j));
      fill(cell, TARGET_GAP, cellAt(band, i, j - 1));
      top[cell] = topState(cell * STATES);
    }
  }
  return trace(lattice, best, move);

  function fill(cell: number, gapState: number, from: number): void {
    if (from < 0) return;
    for (let state = 0; state < STATES; state++) {
      const cost = state === gapState ? gap.extend : gap.open;
      take(cell * STATES + gapState, best[from * STATES + state]! + cost, state);
    }
  }

  function topState(at: number): number {
    let state = BEAD;
    for (let other = 0; other < STATES; other++) if (best[at + other]! > best[at + state]!) state = other;
    return state;
  }

  function take(at: number, score: number, how: number): void {
    if (score > best[at]!) {
      best[at] = score;
      move[at] = how;
    }
  }
}

/**
 * The path whose beads are most often right: it maximises the sum of the beads'
 * probabilities, less a cost a bead and a gap segment (decoding for expected F1
 * rather than for the single most probable path; with costs 0 for expected recall).
 */
export function expectedPath(
  lattice: Lattice,
  { beads }: Posteriors,
  cost: { readonly bead: number; readonly gap: number },
): Step[] {
  const scores = lattice.scores.map((score, k) => (score === -Infinity ? score : beads[k]! - cost.bead));
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
