import type { Associations } from './associations.ts';
import type { Band } from './band.ts';
import type { SideTokens } from './corpus.ts';
import type { BeadScorer } from './lattice.ts';
import { type LinkRow, wordLinker } from './word-links.ts';

/**
 * How well the words of two runs of segments translate each other, both ways:
 * Σ log(ε + (1 − ε) · Σ t(t|s) / (u(t) · length)), with u(t) the token's
 * relative frequency (after Moore 2002). A gap scores nothing, so a token that
 * nothing links costs log ε in a bead.
 *
 * The sum over target tokens depends on the bead only through its source run
 * and each target segment, and the other way round; so both are computed once a
 * row, for runs of every length, and added up.
 */
export function wordScorer(
  source: SideTokens,
  target: SideTokens,
  pairs: Associations,
  band: Band,
  { epsilon, weight, unseen, reach }: { epsilon: number; weight: number; unseen: number; reach: number },
): BeadScorer {
  const linkRow = wordLinker(source, target, pairs);
  const rows: (LinkRow | undefined)[] = new Array(reach);
  /** Per row of the ring and number of target segments b: Σ over the source segment's tokens, by column. */
  const sourceSums: Float64Array[] = Array.from({ length: reach * reach }, () => new Float64Array(0));
  /** Per number of source segments a: running sums over target segments of the current row. */
  const targetSums: Float64Array[] = Array.from({ length: reach + 1 }, () => new Float64Array(0));
  const sums = new Float64Array(Math.max(longestSegment(source), longestSegment(target)) + 1);
  const odds = (1 - epsilon) / epsilon;
  const logEpsilon = Math.log(epsilon);
  let first = 0;

  return {
    enterRow(i) {
      const p = i - 1;
      first = Math.max(0, band.low[i]! - reach);
      const end = band.high[i]!;
      rows[p % reach] = linkRow(p, first, end);
      sumOverSource(p, end);
      for (let a = 1; a <= Math.min(reach, i); a++) sumOverTarget(i, a, end);
    },
    score(i, j, { source: a, target: b }) {
      const sum = targetSums[a]!;
      let score = sum[j - first]! - sum[j - b - first]!;
      for (let p = i - a; p < i; p++) {
        const row = rows[p % reach]!;
        const column = j - row.first;
        const known = j <= row.end && column >= 0;
        score += known ? sourceSums[(p % reach) * reach + b - 1]![column]! : unlinkedSource(p);
      }
      return weight * score;
    },
  };

  function unlinkedSource(p: number): number {
    return logEpsilon * (source.words[p + 1]! - source.words[p]!);
  }

  /** For each column j and b: the source segment's tokens against target segments [j − b, j). */
  function sumOverSource(p: number, end: number): void {
    const row = rows[p % reach]!;
    const begin = source.offsets[p]!;
    const floor = unlinkedSource(p);
    const touched: number[] = [];
    for (let b = 1; b <= reach; b++)
      sourceSums[(p % reach) * reach + b - 1] = new Float64Array(end - first + 1).fill(floor);
    for (let j = first + 1; j <= end; j++) {
      for (let b = 1; b <= Math.min(reach, j - first); b++) {
        const q = j - b - first;
        const from = row.sourceStart[q]!;
        const to = row.sourceStart[q + 1]!;
        for (let e = from; e < to; e++) add(row.sourceAt[e]!, row.sourceSum[e]!, touched);
        const length = target.words[j]! - target.words[j - b]!;
        sourceSums[(p % reach) * reach + b - 1]![j - first] = floor + excess(touched, begin, source, length);
      }
      clear(touched);
    }
  }

  /** Running sums over q of target segment q's tokens against source segments [i − a, i). */
  function sumOverTarget(i: number, a: number, end: number): void {
    const running = new Float64Array(end - first + 1);
    const length = source.words[i]! - source.words[i - a]!;
    const touched: number[] = [];
    for (let q = first; q < end; q++) {
      for (let p = i - a; p < i; p++) {
        const row = rows[p % reach]!;
        if (q < row.first || q >= row.end) continue;
        const at = q - row.first;
        for (let e = row.targetStart[at]!; e < row.targetStart[at + 1]!; e++)
          add(row.targetAt[e]!, row.targetSum[e]!, touched);
      }
      const begin = target.offsets[q]!;
      const floor = logEpsilon * (target.words[q + 1]! - target.words[q]!);
      running[q - first + 1] = running[q - first]! + floor + excess(touched, begin, target, length);
      clear(touched);
    }
    targetSums[a] = running;
  }

  function add(at: number, value: number, touched: number[]): void {
    if (sums[at] === 0) touched.push(at);
    sums[at] = sums[at]! + value;
  }

  function clear(touched: number[]): void {
    for (const at of touched) sums[at] = 0;
    touched.length = 0;
  }

  /** Σ log(1 + odds · sum / (u · length)) over the linked tokens: what they add to log ε each. */
  function excess(touched: number[], begin: number, side: SideTokens, length: number): number {
    const total = side.total + unseen;
    let product = 1;
    let score = 0;
    for (const at of touched) {
      const frequency = Math.min(side.counts[side.tokens[begin + at]!]! / total, MOST_FREQUENT);
      const factor = 1 + (odds * sums[at]!) / (frequency * length);
      const repeats = side.repeats[begin + at]!;
      // One logarithm for many factors; it is taken before the product overflows.
      if (repeats === 1) product *= factor;
      else score += repeats * Math.log(factor);
      if (product > 1e200) {
        score += Math.log(product);
        product = 1;
      }
    }
    return score + Math.log(product);
  }
}

/** No word counts as more frequent than this, else a short text's few words would count for nothing. */
const MOST_FREQUENT = 0.05;

function longestSegment(side: SideTokens): number {
  let longest = 0;
  for (let i = 0; i < side.size; i++) longest = Math.max(longest, side.offsets[i + 1]! - side.offsets[i]!);
  return longest;
}
