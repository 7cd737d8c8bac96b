import type { Associations } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';

/**
 * For one source segment and a run of target segments: which types are linked.
 * For target segment q (numbered from `first`), entries `targetStart[q]` to
 * `targetStart[q + 1]` of `targetAt` and `targetSum` hold the positions of its
 * linked types and Σ t(t|s) over the source segment's tokens; the `source…`
 * fields hold the same the other way round.
 */
export class LinkRow {
  first = 0;
  end = 0;
  targetStart = new Int32Array(0);
  targetAt = new Int32Array(0);
  targetSum = new Float64Array(0);
  sourceStart = new Int32Array(0);
  sourceAt = new Int32Array(0);
  sourceSum = new Float64Array(0);

  /** Makes room for a run of target segments against a source segment, given the number of types in each. */
  reset(first: number, end: number, targetTypes: number, sourceTypes: number): void {
    this.first = first;
    this.end = end;
    const size = end - first;
    if (this.targetStart.length <= size) {
      this.targetStart = new Int32Array(2 * size + 2);
      this.sourceStart = new Int32Array(2 * size + 2);
    }
    if (this.targetAt.length < targetTypes) {
      this.targetAt = new Int32Array(2 * targetTypes);
      this.targetSum = new Float64Array(2 * targetTypes);
    }
    const most = Math.min(sourceTypes * size, SOURCE_ROOM);
    if (this.sourceAt.length < most) this.growSource(most);
  }

  /** Makes room for `more` further entries on the source side. */
  growSource(length: number): void {
    const at = new Int32Array(length);
    const sum = new Float64Array(length);
    at.set(this.sourceAt);
    sum.set(this.sourceSum);
    this.sourceAt = at;
    this.sourceSum = sum;
  }
}

const SOURCE_ROOM = 4096;

/** Makes the link rows of one text pair; keeps its scratch space between calls. */
export function wordLinker(source: SideTokens, target: SideTokens, pairs: Associations) {
  // For each target type the chain of links from the current source segment.
  const head = new Int32Array(target.types.length).fill(-1);
  let next = new Int32Array(1024);
  let from = new Int32Array(1024);
  let entry = new Int32Array(1024);
  let links = 0;
  const longest = source.offsets.reduce((most, offset, i) => Math.max(most, offset - (source.offsets[i - 1] ?? 0)), 0);
  const sums = new Float64Array(longest);
  const touched = new Int32Array(longest);

  /** Fills `row` with the links of source segment `p` to target segments `first` to `end` (exclusive). */
  return function linkRow(p: number, first: number, end: number, row: LinkRow): void {
    const begin = source.offsets[p]!;
    const size = source.offsets[p + 1]! - begin;
    row.reset(first, end, target.offsets[end]! - target.offsets[first]!, size);
    openChains(begin, begin + size);
    let [targets, sources] = [0, 0];
    for (let q = first; q < end; q++) {
      const start = target.offsets[q]!;
      let reached = 0;
      for (let y = start; y < target.offsets[q + 1]!; y++) {
        let link = head[target.tokens[y]!]!;
        if (link < 0) continue;
        let sum = 0;
        for (; link >= 0; link = next[link]!) {
          const x = from[link]!;
          const e = entry[link]!;
          sum += pairs.forward[e]! * source.repeats[begin + x]!;
          const value = pairs.backward[e]! * target.repeats[y]!;
          if (value === 0) continue;
          if (sums[x] === 0) touched[reached++] = x;
          sums[x] = sums[x]! + value;
        }
        if (sum > 0) {
          row.targetAt[targets] = y - start;
          row.targetSum[targets++] = sum;
        }
      }
      if (sources + reached > row.sourceAt.length) row.growSource(2 * (sources + reached));
      for (let k = 0; k < reached; k++) {
        const x = touched[k]!;
        row.sourceAt[sources] = x;
        row.sourceSum[sources++] = sums[x]!;
        sums[x] = 0;
      }
      row.targetStart[q - first + 1] = targets;
      row.sourceStart[q - first + 1] = sources;
    }
    closeChains();
  };

  function openChains(begin: number, end: number): void {
    links = 0;
    for (let x = begin; x < end; x++) {
      const type = source.tokens[x]!;
      for (let e = pairs.rows[type]!; e < pairs.rows[type + 1]!; e++) {
        if (links === next.length) [next, from, entry] = [doubled(next), doubled(from), doubled(entry)];
        const t = pairs.target[e]!;
        next[links] = head[t]!;
        from[links] = x - begin;
        entry[links] = e;
        head[t] = links++;
      }
    }
  }

  function closeChains(): void {
    for (let link = 0; link < links; link++) head[pairs.target[entry[link]!]!] = -1;
  }
}

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
}
