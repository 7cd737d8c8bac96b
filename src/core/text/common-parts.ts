import { diffArrays } from 'diff';

/** Places of one list and the places of another where the same stands. */
export type CommonPlaces = ReadonlyMap<number, number>;

/**
 * What two lists have in common, in order: first the items that stand once in each (patience diff, after
 * Bram Cohen), then, between these, the longest common sequence (Myers 1986). It depends on the lists alone, and its
 * time grows with their length, not with its square: between two anchors with more than `MAX_EDITS` differences
 * nothing counts as common, since what has no single item of its own in common there has hardly anything.
 */
export function commonPlaces(before: readonly string[], after: readonly string[]): CommonPlaces {
  const common = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const [a, b] of [...anchors(before, after), [before.length, after.length] as const]) {
    addBetween(before, after, { i, j, a, b }, common);
    if (a < before.length) common.set(a, b);
    [i, j] = [a + 1, b + 1];
  }
  return common;
}

/** Differences between two anchors beyond which nothing there counts as common. */
const MAX_EDITS = 400;

interface Gap {
  readonly i: number;
  readonly j: number;
  readonly a: number;
  readonly b: number;
}

function addBetween(
  before: readonly string[],
  after: readonly string[],
  { i, j, a, b }: Gap,
  common: Map<number, number>,
): void {
  // What continues unchanged from an anchor needs no search, however often it is repeated.
  while (i < a && j < b && before[i] === after[j]) common.set(i++, j++);
  while (i < a && j < b && before[a - 1] === after[b - 1]) common.set(--a, --b);
  if (i === a || j === b) return;
  const changes = diffArrays(before.slice(i, a), after.slice(j, b), { maxEditLength: MAX_EDITS });
  for (const { added, removed, count = 0 } of changes ?? []) {
    if (!added && !removed) for (let k = 0; k < count; k++) common.set(i + k, j + k);
    if (!added) i += count;
    if (!removed) j += count;
  }
}

/** Places of items that stand once in each list, as many as stand in the same order. */
function anchors(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const places = oncePlaces(after);
  const pairs = [...oncePlaces(before)].flatMap(([item, i]) => {
    const j = places.get(item);
    return j === undefined ? [] : [[i, j] as const];
  });
  return longestRising(pairs.sort(([a], [b]) => a - b));
}

function oncePlaces(items: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  items.forEach((item, at) => {
    if (places.has(item)) repeated.add(item);
    places.set(item, at);
  });
  for (const item of repeated) places.delete(item);
  return places;
}

/**
 * The longest run of pairs whose second numbers rise, of pairs whose first numbers do (Schensted 1961).
 * @param pairs sorted by their first number; no second number twice
 */
export function longestRising<Pair extends readonly [number, number, ...unknown[]]>(pairs: readonly Pair[]): Pair[] {
  /** For each length, the pair with the lowest second number that ends a run of it. */
  const ends: number[] = [];
  const previous = pairs.map(() => -1);
  pairs.forEach(([, value], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(pairs[at]!);
  return run.reverse();
}
