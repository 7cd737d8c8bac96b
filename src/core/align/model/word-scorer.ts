import type { Side } from '../../bitext/bitext.ts';
import type { Band } from '../search/band.ts';
import type { BeadRow, BeadScorer } from '../search/lattice.ts';
import type { Associations } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';
import { LinkRow, wordLinker } from './word-links.ts';

/**
 * How well the words of two runs of segments translate each other, both ways:
 * Σ log(ε + (1 − ε) · Σ t(t|s) / (u(t) · length)), with u(t) the token's
 * relative frequency (after Moore 2002). A gap scores nothing, so a token whose
 * translations are known but absent costs log ε in a bead; one of which nothing
 * is known says nothing.
 *
 * The sum over target tokens depends on the bead only through its source run
 * and each target segment, and the other way round; so both are computed once a
 * row, for runs of every length, and added up.
 */
export function wordScorer(
  { source, target }: Readonly<Record<Side, SideTokens>>,
  pairs: Associations,
  band: Band,
  { epsilon, weight, unseen, reach }: { epsilon: number; weight: number; unseen: number; reach: number },
): BeadScorer {
  const linkRow = wordLinker(source, target, pairs);
  const rows = Array.from({ length: reach }, () => new LinkRow());
  const width = widest(band) + reach + 1;
  /** Per row of the ring and number of target segments b: Σ over the source segment's tokens, by column. */
  const sourceSums = Array.from({ length: reach * reach }, () => new Float64Array(width));
  /** Per number of source segments a: running sums over target segments of the current row. */
  const targetSums = Array.from({ length: reach + 1 }, () => new Float64Array(width));
  const longest = Math.max(longestSegment(source), longestSegment(target));
  const found = new Float64Array(longest);
  const touched = new Int32Array(longest);
  let reached = 0;
  const odds = (1 - epsilon) / epsilon;
  const logEpsilon = Math.log(epsilon);
  const sourceKnown = knownWords(source, pairs.sourceMass);
  const targetKnown = knownWords(target, pairs.targetMass);
  let first = 0;

  return {
    addRow(row, shapes) {
      const { i } = row;
      first = Math.max(0, band.low[i]! - reach);
      const end = band.high[i]!;
      linkRow(i - 1, first, end, rows[(i - 1) % reach]!);
      sumOverSource(i - 1, end);
      sumOverTarget(i, Math.min(reach, i), end);
      shapes.forEach(({ source, target }, k) => {
        if (row.first[k]! > row.last[k]!) return;
        addTarget(row, k, shapes.length, source, target);
        for (let p = i - source; p < i; p++) addSource(row, k, shapes.length, p, target);
      });
    },
  };

  /** Adds what the target tokens of beads of a shape say. */
  function addTarget(row: BeadRow, k: number, width: number, a: number, b: number): void {
    const sum = targetSums[a]!;
    const { sums, low } = row;
    const last = row.last[k]!;
    for (let j = row.first[k]!, at = (j - low) * width + k; j <= last; j++, at += width) {
      sums[at] = sums[at]! + weight * (sum[j - first]! - sum[j - b - first]!);
    }
  }

  /** Adds what the tokens of one of their source segments say. */
  function addSource(row: BeadRow, k: number, width: number, p: number, b: number): void {
    const links = rows[p % reach]!;
    const sum = sourceSums[(p % reach) * reach + b - 1]!;
    const unlinked = weight * unlinkedSource(p);
    const [from, to] = [links.first + b, links.end];
    const { sums, low } = row;
    const last = row.last[k]!;
    for (let j = row.first[k]!, at = (j - low) * width + k; j <= last; j++, at += width) {
      sums[at] = sums[at]! + (j >= from && j <= to ? weight * sum[j - links.first]! : unlinked);
    }
  }

  function unlinkedSource(p: number): number {
    return logEpsilon * (sourceKnown[p + 1]! - sourceKnown[p]!);
  }

  /** For each column j and b: the source segment's tokens against target segments [j − b, j). */
  function sumOverSource(p: number, end: number): void {
    const { sourceStart, sourceAt, sourceSum } = rows[p % reach]!;
    const begin = source.offsets[p]!;
    const floor = unlinkedSource(p);
    for (let j = first + 1; j <= end; j++) {
      for (let b = 1; b <= Math.min(reach, j - first); b++) {
        const q = j - b - first;
        for (let e = sourceStart[q]!; e < sourceStart[q + 1]!; e++) note(sourceAt[e]!, sourceSum[e]!);
        const length = target.words[j]! - target.words[j - b]!;
        sourceSums[(p % reach) * reach + b - 1]![j - first] = floor + excess(begin, source, length);
      }
      clear();
    }
  }

  /** For each a up to `most`: running sums over q of target segment q's tokens against source segments [i − a, i). */
  function sumOverTarget(i: number, most: number, end: number): void {
    for (let a = 1; a <= most; a++) targetSums[a]![0] = 0;
    for (let q = first; q < end; q++) {
      const floor = logEpsilon * (targetKnown[q + 1]! - targetKnown[q]!);
      const begin = target.offsets[q]!;
      for (let a = 1; a <= most; a++) {
        const row = rows[(i - a) % reach]!;
        if (q >= row.first && q < row.end) {
          const at = q - row.first;
          for (let e = row.targetStart[at]!; e < row.targetStart[at + 1]!; e++)
            note(row.targetAt[e]!, row.targetSum[e]!);
        }
        const running = targetSums[a]!;
        const length = source.words[i]! - source.words[i - a]!;
        running[q - first + 1] = running[q - first]! + floor + excess(begin, target, length);
      }
      clear();
    }
  }

  function note(at: number, value: number): void {
    if (found[at] === 0) touched[reached++] = at;
    found[at] = found[at]! + value;
  }

  function clear(): void {
    for (let k = 0; k < reached; k++) found[touched[k]!] = 0;
    reached = 0;
  }

  /** Σ log(1 + odds · sum / (u · length)) over the linked tokens: what they add to log ε each. */
  function excess(begin: number, side: SideTokens, length: number): number {
    if (reached === 0) return 0;
    const total = side.total + unseen;
    let product = 1;
    let score = 0;
    for (let k = 0; k < reached; k++) {
      const at = touched[k]!;
      const frequency = Math.min(side.counts[side.tokens[begin + at]!]! / total, MAX_FREQUENCY);
      const factor = 1 + (odds * found[at]!) / (frequency * length);
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

/** Translation probability, summed over all translations, from which on a word counts as known. */
const KNOWN_FROM = 0.5;

/** How many words of each segment are known, as running sums; a word known in part counts in part. */
export function knownWords(side: SideTokens, mass: Float64Array): Float64Array {
  const sums = new Float64Array(side.size + 1);
  for (let i = 0; i < side.size; i++) {
    let sum = sums[i]!;
    for (let at = side.offsets[i]!; at < side.offsets[i + 1]!; at++) {
      sum += Math.min(1, mass[side.tokens[at]!]! / KNOWN_FROM) * side.repeats[at]!;
    }
    sums[i + 1] = sum;
  }
  return sums;
}

/** No word counts as more frequent than this, else a short text's few words would count for nothing. */
export const MAX_FREQUENCY = 0.05;

function longestSegment(side: SideTokens): number {
  let longest = 0;
  for (let i = 0; i < side.size; i++) longest = Math.max(longest, side.offsets[i + 1]! - side.offsets[i]!);
  return longest;
}

function widest(band: Band): number {
  let widest = 0;
  for (let i = 0; i < band.rows; i++) widest = Math.max(widest, band.high[i]! - band.low[i]! + 1);
  return widest;
}
