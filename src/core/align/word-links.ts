import type { Associations } from './associations.ts';
import type { SideTokens } from './corpus.ts';

/**
 * For one source segment and a run of target segments: which tokens are linked.
 * For target segment q (numbered from `first`), `targetAt`/`targetSum` hold the
 * positions of its linked types and Σ t(t|s) over the source segment's tokens;
 * `sourceAt`/`sourceSum` hold the same the other way round.
 */
export interface LinkRow {
  readonly first: number;
  readonly end: number;
  readonly targetStart: Int32Array;
  readonly targetAt: number[];
  readonly targetSum: number[];
  readonly sourceStart: Int32Array;
  readonly sourceAt: number[];
  readonly sourceSum: number[];
}

/** Makes the link rows of one text pair; keeps its scratch space between calls. */
export function wordLinker(source: SideTokens, target: SideTokens, pairs: Associations) {
  // For each target type the chain of links from the current source segment.
  const head = new Int32Array(target.types.length).fill(-1);
  const next: number[] = [];
  const from: number[] = [];
  const entry: number[] = [];
  const reached: number[] = [];
  const longest = source.offsets.reduce((most, offset, i) => Math.max(most, offset - (source.offsets[i - 1] ?? 0)), 0);
  const sums = new Float64Array(longest);
  const touched: number[] = [];
  let begins = 0;

  /** Links of source segment `p` with target segments `first` to `end` (exclusive). */
  return function linkRow(p: number, first: number, end: number): LinkRow {
    openChains(p);
    const row: LinkRow = {
      first,
      end,
      targetStart: new Int32Array(end - first + 1),
      targetAt: [],
      targetSum: [],
      sourceStart: new Int32Array(end - first + 1),
      sourceAt: [],
      sourceSum: [],
    };
    for (let q = first; q < end; q++) {
      linkSegment(q, row);
      row.targetStart[q - first + 1] = row.targetAt.length;
      row.sourceStart[q - first + 1] = row.sourceAt.length;
    }
    for (const type of reached) head[type] = -1;
    return row;
  };

  function openChains(p: number): void {
    next.length = from.length = entry.length = reached.length = 0;
    const begin = source.offsets[p]!;
    begins = begin;
    for (let x = begin; x < source.offsets[p + 1]!; x++) {
      const type = source.tokens[x]!;
      for (let e = pairs.rows[type]!; e < pairs.rows[type + 1]!; e++) {
        const t = pairs.target[e]!;
        if (head[t] === -1) reached.push(t);
        next.push(head[t]!);
        from.push(x - begin);
        entry.push(e);
        head[t] = next.length - 1;
      }
    }
  }

  function linkSegment(q: number, row: LinkRow): void {
    const begin = target.offsets[q]!;
    for (let y = begin; y < target.offsets[q + 1]!; y++) {
      let sum = 0;
      for (let link = head[target.tokens[y]!]!; link >= 0; link = next[link]!) {
        sum += pairs.forward[entry[link]!]! * source.repeats[begins + from[link]!]!;
        const x = from[link]!;
        if (sums[x] === 0) touched.push(x);
        sums[x] = sums[x]! + pairs.backward[entry[link]!]! * target.repeats[y]!;
      }
      if (sum > 0) {
        row.targetAt.push(y - begin);
        row.targetSum.push(sum);
      }
    }
    for (const x of touched) {
      if (sums[x]! > 0) {
        row.sourceAt.push(x);
        row.sourceSum.push(sums[x]!);
      }
      sums[x] = 0;
    }
    touched.length = 0;
  }
}
