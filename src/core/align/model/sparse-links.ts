import type { Parameters } from '../parameters.ts';
import type { Band } from '../search/band.ts';
import type { Associations } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';
import { knownWords, MAX_FREQUENCY } from './word-scorer.ts';

/**
 * What the words of a source segment and of each target segment in the band say of each other, pair by pair: the sum of the word
 * scorer without its normalisation over beads of several segments. Only words that are linked are looked at, where they stand.
 */
export function sparseLinks(
  source: SideTokens,
  target: SideTokens,
  pairs: Associations,
  band: Band,
  { epsilon, weight, unseen }: Parameters['words'],
) {
  const places = placesOf(target);
  const odds = (1 - epsilon) / epsilon;
  const absent = weight * Math.log(epsilon);
  const [sourceKnown, targetKnown] = [knownWords(source, pairs.sourceMass), knownWords(target, pairs.targetMass)];
  const [sourceTotal, targetTotal] = [source.total + unseen, target.total + unseen];
  let here = new Float64Array(target.size);
  let above = new Float64Array(target.size);
  let floor = 0;
  // What is lost if none of a target segment's words has its translation.
  const targetFloor = Float64Array.from(
    { length: target.size },
    (_, q) => absent * (targetKnown[q + 1]! - targetKnown[q]!),
  );

  return {
    /** What is said of the segment before row `i` and of the one above it; rows are entered in order. */
    enterRow(i: number): RowLinks {
      [here, above] = [above, here];
      here.fill(0);
      const sourceAbove = floor;
      floor = i > 0 ? absent * (sourceKnown[i]! - sourceKnown[i - 1]!) : 0;
      const first = Math.max(0, band.low[i]! - 2);
      const length = i > 0 ? source.words[i]! - source.words[i - 1]! : 0;
      for (let x = i > 0 ? source.offsets[i - 1]! : 0; x < source.offsets[i]!; x++) {
        const s = source.tokens[x]!;
        const own = Math.min(source.counts[s]! / sourceTotal, MAX_FREQUENCY);
        for (let e = pairs.rows[s]!; e < pairs.rows[s + 1]!; e++) link(e, own, length, first, band.high[i]!);
      }
      return { here, above, source: floor, sourceAbove, target: targetFloor };
    },
  };

  function link(e: number, own: number, length: number, first: number, end: number): void {
    const t = pairs.target[e]!;
    const other = Math.min(target.counts[t]! / targetTotal, MAX_FREQUENCY);
    const there = Math.log1p((odds * pairs.forward[e]!) / (other * length));
    const back = (odds * pairs.backward[e]!) / own;
    let [from, to] = [places.start[t]!, places.start[t + 1]!];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (places.segment[middle]! < first) from = middle + 1;
      else to = middle;
    }
    for (let k = from; k < places.start[t + 1]!; k++) {
      const q = places.segment[k]!;
      if (q >= end) return;
      here[q] = here[q]! + weight * (there + Math.log1p(back / (target.words[q + 1]! - target.words[q]!)));
    }
  }
}

/** What words say of a source segment and each target segment. */
interface RowLinks {
  /** By target segment: what linked words add; of the row's segment, and of the one above. */
  readonly here: Float64Array;
  readonly above: Float64Array;
  /** What stands against the segment, the one above, and each target segment, if no word is linked. */
  readonly source: number;
  readonly sourceAbove: number;
  readonly target: Float64Array;
}

/** The segments in which each type stands, in order. */
function placesOf({ size, types, tokens, offsets }: SideTokens) {
  const start = new Int32Array(types.length + 1);
  for (let at = offsets[0]!; at < offsets[size]!; at++) start[tokens[at]! + 1] = start[tokens[at]! + 1]! + 1;
  for (let t = 0; t < types.length; t++) start[t + 1] = start[t + 1]! + start[t]!;
  const next = start.slice();
  const segment = new Int32Array(offsets[size]!);
  for (let i = 0; i < size; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const t = tokens[at]!;
      segment[next[t]!] = i;
      next[t] = next[t]! + 1;
    }
  }
  return { start, segment };
}
