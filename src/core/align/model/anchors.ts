import type { Association } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';

/** A look-alike pair that stands in few segments of either side says where they meet. */
const MAX_OCCURRENCES = 4;

/** A rough path through a long pair. */
export interface Guide {
  /** The target column for each source row, from 0 to n. */
  readonly path: Int32Array;
  /** Whether the words of the texts have shown the way; else it is the diagonal by length. */
  readonly trusted: boolean;
}

/**
 * Finds a way through a long pair: segments that share rare look-alikes are
 * points, the heaviest chain of points that rises on both sides is kept
 * (longest increasing subsequence by a Fenwick tree), and the path runs
 * straight between them. Points that lie there by chance make a rising chain of
 * about 2 √N, too (Vershik and Kerov 1977); a chain that is hardly longer proves nothing.
 */
export function guideThrough(source: SideTokens, target: SideTokens, pairs: readonly Association[]): Guide {
  const points = meetingPoints(source, target, pairs);
  const chain = heaviestChain(points, target.size);
  const trusted = chain.length > MIN_LENGTH_OVER_CHANCE * 2 * Math.sqrt(points.length);
  return { path: straightBetween(trusted ? chain : [], source, target), trusted };
}

/** How many times longer than by chance a chain must be. */
const MIN_LENGTH_OVER_CHANCE = 1.4;

interface Point {
  readonly i: number;
  readonly j: number;
  readonly weight: number;
}

function meetingPoints(source: SideTokens, target: SideTokens, pairs: readonly Association[]): Point[] {
  const sourcePlaces = rarePlaces(source);
  const targetPlaces = rarePlaces(target);
  const weights = new Map<number, number>();
  for (const pair of pairs) {
    const is = sourcePlaces.get(pair.source);
    const js = targetPlaces.get(pair.target);
    if (!is || !js) continue;
    const weight = pair.forward / (is.length * js.length);
    for (const i of is) {
      for (const j of js) {
        const key = i * (target.size + 1) + j;
        weights.set(key, (weights.get(key) ?? 0) + weight);
      }
    }
  }
  return [...weights].map(([key, weight]) => ({
    i: Math.floor(key / (target.size + 1)),
    j: key % (target.size + 1),
    weight,
  }));
}

function rarePlaces(side: SideTokens): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i < side.size; i++) {
    for (let at = side.offsets[i]!; at < side.offsets[i + 1]!; at++) {
      const type = side.tokens[at]!;
      if (side.counts[type]! > MAX_OCCURRENCES) continue;
      const list = places.get(type);
      if (list) list.push(i);
      else places.set(type, [i]);
    }
  }
  return places;
}

function heaviestChain(points: Point[], columns: number): Point[] {
  points.sort((a, b) => a.i - b.i || b.j - a.j);
  // tree[k]: the best chain that ends in a column covered by k (Fenwick 1994, for maxima).
  const tree = new Int32Array(columns + 2).fill(-1);
  const total = new Float64Array(points.length);
  const before = new Int32Array(points.length).fill(-1);
  let best = -1;
  points.forEach((point, p) => {
    let chain = -1;
    for (let k = point.j; k > 0; k -= k & -k) {
      const candidate = tree[k]!;
      if (candidate >= 0 && (chain < 0 || total[candidate]! > total[chain]!)) chain = candidate;
    }
    total[p] = point.weight + (chain < 0 ? 0 : total[chain]!);
    before[p] = chain;
    for (let k = point.j + 1; k < tree.length; k += k & -k) {
      if (tree[k]! < 0 || total[tree[k]!]! < total[p]!) tree[k] = p;
    }
    if (best < 0 || total[p]! > total[best]!) best = p;
  });
  const chain: Point[] = [];
  for (let p = best; p >= 0; p = before[p]!) chain.push(points[p]!);
  return chain.reverse();
}

function straightBetween(chain: readonly Point[], source: SideTokens, target: SideTokens): Int32Array {
  const path = new Int32Array(source.size + 1);
  let [i0, j0] = [0, 0];
  for (const { i, j } of [...chain, { i: source.size, j: target.size }]) {
    const from = source.chars[i0]!;
    const span = Math.max(1, source.chars[i]! - from);
    for (let k = i0; k <= i; k++) path[k] = Math.round(j0 + ((j - j0) * (source.chars[k]! - from)) / span);
    [i0, j0] = [i, j];
  }
  path[source.size] = target.size;
  return path;
}
