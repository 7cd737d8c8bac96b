import type { Associations } from '../model/associations.ts';
import { lengthModel, lengthTable } from '../model/length-model.ts';
import { sparseLinks } from '../model/sparse-links.ts';
import type { Parameters } from '../parameters.ts';
import type { Band } from './band.ts';
import type { Step } from './path.ts';
import { ratesOf } from './rates.ts';
import { beadPrior } from './shapes.ts';
import type { Stretch } from './stretch.ts';

/** States in which a path leaves a cell, and the beads by which it comes there: 1-1, 1-2, 2-1. */
const [BEAD, SOURCE_GAP, TARGET_GAP] = [0, 1, 2];
const STATES = 3;

/**
 * A first path through a wide band: the search of `bestPath` for beads of at most three segments, with the words of two
 * segments scored pair by pair, where they meet, and nothing stored but how each cell was reached. It is for
 * millions of cells; what it gets wrong by a few segments the next pass puts right.
 */
export function widePath(stretch: Stretch, band: Band, table: Associations, parameters: Parameters): Step[] {
  const { source, target, ratio } = stretch;
  const { shapes, gap } = beadPrior(ratesOf(parameters), { total: 3, run: 2 });
  const priorOf = (s: number, t: number) =>
    shapes.find((shape) => shape.source === s && shape.target === t)?.logPrior ?? -Infinity;
  const [one, split, joined] = [priorOf(1, 1), priorOf(1, 2), priorOf(2, 1)];
  const { variance, weight } = parameters.length;
  const length = lengthTable(lengthModel(ratio, variance * ratio ** 1.5), weight);
  const links = sparseLinks(source, target, table, band, parameters.words);
  const moves = new Uint8Array(band.cells * STATES);
  const width = band.columns + 2;
  // By column, of the row at hand and of the two before it: the best score in each state, and whichever is best.
  const rows = Array.from({ length: 3 }, () => ({
    most: filled(width),
    top: new Uint8Array(width),
    gap: filled(width),
  }));
  for (let i = 0; i < band.rows; i++) {
    const low = band.low[i]!;
    const high = band.high[i]!;
    const here = rows[i % 3]!;
    const { most: above, top: aboveTop, gap: aboveGap } = rows[(i + 2) % 3]!;
    const { most: before, top: beforeTop } = rows[(i + 1) % 3]!;
    const { most, top, gap: gaps } = here;
    most.fill(-Infinity);
    gaps.fill(-Infinity);
    const words = links.enterRow(i);
    const chars = i > 0 ? source.chars[i]! - source.chars[i - 1]! : 0;
    const pair = i > 1 ? source.chars[i]! - source.chars[i - 2]! : 0;
    const [charsRow, pairRow] = [length.row(chars), length.row(pair)];
    let leftBead = -Infinity;
    let leftSource = -Infinity;
    let leftGap = -Infinity;
    for (let j = low, at = band.start[i]! * STATES; j <= high; j++, at += STATES) {
      let bead = i === 0 && j === 0 ? 0 : -Infinity;
      let how = 0;
      if (i > 0 && j > 0) {
        const last = target.chars[j]! - target.chars[j - 1]!;
        const both = words.here[j - 1]! + words.source + words.target[j - 1]!;
        if (above[j - 1]! > -Infinity) {
          bead = above[j - 1]! + one + length.score(charsRow, chars, last) + both;
          how = aboveTop[j - 1]!;
        }
        if (j > 1 && above[j - 2]! > -Infinity) {
          const two = target.chars[j]! - target.chars[j - 2]!;
          const further = words.here[j - 2]! + words.target[j - 2]!;
          const score = above[j - 2]! + split + length.score(charsRow, chars, two) + both + further;
          if (score > bead) {
            bead = score;
            how = STATES + aboveTop[j - 2]!;
          }
        }
        if (before[j - 1]! > -Infinity) {
          const further = words.above[j - 1]! + words.sourceAbove;
          const score = before[j - 1]! + joined + length.score(pairRow, pair, last) + both + further;
          if (score > bead) {
            bead = score;
            how = 2 * STATES + beforeTop[j - 1]!;
          }
        }
      }
      // To open a gap within a gap costs more than to go on in it, so the best of all states will do.
      const opened = above[j]! + gap.open;
      const goneOn = aboveGap[j]! + gap.extend;
      const sourceGap = Math.max(opened, goneOn);
      const openLeft = Math.max(leftBead, leftSource) + gap.open;
      const targetGap = Math.max(openLeft, leftGap + gap.extend);
      moves[at] = how;
      moves[at + SOURCE_GAP] = opened > goneOn ? aboveTop[j]! : SOURCE_GAP;
      moves[at + TARGET_GAP] = targetGap > openLeft ? TARGET_GAP : leftSource > leftBead ? SOURCE_GAP : BEAD;
      let state = BEAD;
      let best = bead;
      if (sourceGap > best) {
        state = SOURCE_GAP;
        best = sourceGap;
      }
      if (targetGap > best) {
        state = TARGET_GAP;
        best = targetGap;
      }
      most[j] = best;
      top[j] = state;
      gaps[j] = sourceGap;
      leftBead = bead;
      leftSource = sourceGap;
      leftGap = targetGap;
    }
  }
  return traced(band, moves, rows[(band.rows - 1) % 3]!.top[band.columns - 1]!);
}

function filled(width: number): Float64Array {
  return new Float64Array(width).fill(-Infinity);
}

function traced(band: Band, moves: Uint8Array, last: number): Step[] {
  const steps: Step[] = [];
  let [i, j, state] = [band.rows - 1, band.columns - 1, last];
  while (i > 0 || j > 0) {
    const how = moves[(band.start[i]! + j - band.low[i]!) * STATES + state]!;
    const kind = Math.floor(how / STATES);
    const source = state === TARGET_GAP ? 0 : state === BEAD && kind === 2 ? 2 : 1;
    const count = state === SOURCE_GAP ? 0 : state === BEAD && kind === 1 ? 2 : 1;
    steps.push({ sourceEnd: i, targetEnd: j, source, target: count });
    [i, j, state] = [i - source, j - count, how % STATES];
  }
  return steps.reverse();
}
