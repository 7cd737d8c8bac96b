import type { Association } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';

/** A bead of segment numbers. */
export interface IndexBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** What learning takes: how often to iterate, and how much to take off every pair's expected count. */
export interface Learning {
  readonly iterations: number;
  readonly discount: number;
}

/**
 * Translation probabilities learned from aligned beads with IBM Model 1 (Brown
 * et al. 1993), in both directions. In the last iteration a constant is taken
 * off each expected count, so that two words that met once do not count as
 * translations of each other.
 * @param known pairs that are likely before any text is seen; they start higher
 */
export function learnAssociations(
  source: SideTokens,
  target: SideTokens,
  beads: readonly IndexBead[],
  known: readonly Association[],
  learning: Learning,
): Association[] {
  const pairs = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const forward = train(
    bagsOf(
      source,
      pairs.map((bead) => bead.source),
    ),
    bagsOf(
      target,
      pairs.map((bead) => bead.target),
    ),
    known.map((pair) => [pair.source, pair.target]),
    learning,
  );
  const backward = train(
    bagsOf(
      target,
      pairs.map((bead) => bead.target),
    ),
    bagsOf(
      source,
      pairs.map((bead) => bead.source),
    ),
    known.map((pair) => [pair.target, pair.source]),
    learning,
  );
  const learned: Association[] = [];
  forward.forEach((row, s) => {
    for (const [t, probability] of row) {
      learned.push({ source: s, target: t, forward: probability, backward: backward[t]?.get(s) ?? 0 });
    }
  });
  backward.forEach((row, t) => {
    for (const [s, probability] of row) {
      if (!forward[s]?.has(t)) learned.push({ source: s, target: t, forward: 0, backward: probability });
    }
  });
  return learned;
}

/** The distinct types of each bead, with how often each stands there: bead b holds entries `start[b]` to `start[b + 1]`. */
interface Bags {
  readonly types: number;
  readonly beads: number;
  readonly start: Int32Array;
  readonly type: Int32Array;
  readonly count: Float64Array;
}

/** Probabilities below this are not worth keeping. */
const LEAST = 0.03;
const KNOWN_START = 20;

/** t(made | given) for every pair of types that stand in a bead together. */
function train(
  given: Bags,
  made: Bags,
  known: readonly (readonly [number, number])[],
  learning: Learning,
): Map<number, number>[] {
  const places = placesOf(given);
  const { start, type } = cooccurring(given, made, places);
  let probability = new Float64Array(type.length).fill(1);
  const knownRows = groupBy(known);
  for (const [g, likely] of knownRows) {
    for (let at = start[g]!; at < start[g + 1]!; at++) if (likely.has(type[at]!)) probability[at] = KNOWN_START;
  }
  const column = new Int32Array(made.types);
  const sums = new Float64Array(made.type.length);
  for (let iteration = 1; iteration <= learning.iterations; iteration++) {
    expectation();
    probability = maximisation(iteration === learning.iterations ? learning.discount : 0);
  }
  return Array.from({ length: given.types }, (_, g) => {
    const kept = new Map<number, number>();
    for (let at = start[g]!; at < start[g + 1]!; at++)
      if (probability[at]! >= LEAST) kept.set(type[at]!, probability[at]!);
    return kept;
  });

  /** For every bead and made type: Σ over the bead's given types of their probability. */
  function expectation(): void {
    sums.fill(0);
    for (let g = 0; g < given.types; g++) {
      openRow(g);
      for (let p = places.start[g]!; p < places.start[g + 1]!; p++) {
        const bead = places.bead[p]!;
        const giving = places.count[p]!;
        for (let k = made.start[bead]!; k < made.start[bead + 1]!; k++) {
          sums[k] = sums[k]! + giving * probability[column[made.type[k]!]!]!;
        }
      }
    }
  }

  /** New probabilities from the expected counts, `discount` taken off each. */
  function maximisation(discount: number): Float64Array<ArrayBuffer> {
    const counts = new Float64Array(type.length);
    for (let g = 0; g < given.types; g++) {
      openRow(g);
      for (let p = places.start[g]!; p < places.start[g + 1]!; p++) {
        const bead = places.bead[p]!;
        const giving = places.count[p]!;
        for (let k = made.start[bead]!; k < made.start[bead + 1]!; k++) {
          const at = column[made.type[k]!]!;
          if (sums[k]! > 0) counts[at] = counts[at]! + (made.count[k]! * giving * probability[at]!) / sums[k]!;
        }
      }
      let total = 0;
      for (let at = start[g]!; at < start[g + 1]!; at++) total += counts[at]!;
      for (let at = start[g]!; at < start[g + 1]!; at++) {
        counts[at] = total > 0 ? Math.max(0, counts[at]! - discount) / total : 0;
      }
    }
    return counts;
  }

  /** Sets where in the row of `g` each made type stands. */
  function openRow(g: number): void {
    for (let at = start[g]!; at < start[g + 1]!; at++) column[type[at]!] = at;
  }
}

function bagsOf(side: SideTokens, beads: readonly (readonly number[])[]): Bags {
  const start = new Int32Array(beads.length + 1);
  const most = beads.reduce(
    (sum, segments) => segments.reduce((more, i) => more + side.offsets[i + 1]! - side.offsets[i]!, sum),
    0,
  );
  const type = new Int32Array(most);
  const count = new Float64Array(most);
  const seenIn = new Int32Array(side.types.length).fill(-1);
  const seenAt = new Int32Array(side.types.length);
  let end = 0;
  beads.forEach((segments, bead) => {
    for (const i of segments) {
      for (let at = side.offsets[i]!; at < side.offsets[i + 1]!; at++) {
        const t = side.tokens[at]!;
        if (seenIn[t] !== bead) {
          seenIn[t] = bead;
          seenAt[t] = end;
          type[end++] = t;
        }
        count[seenAt[t]!] = count[seenAt[t]!]! + side.repeats[at]!;
      }
    }
    start[bead + 1] = end;
  });
  return { types: side.types.length, beads: beads.length, start, type, count };
}

/** For every type the beads it stands in, and how often. */
function placesOf({ types, beads, start, type, count }: Bags) {
  const from = new Int32Array(types + 1);
  for (let k = 0; k < start[beads]!; k++) from[type[k]! + 1] = from[type[k]! + 1]! + 1;
  for (let t = 0; t < types; t++) from[t + 1] = from[t + 1]! + from[t]!;
  const next = from.slice();
  const bead = new Int32Array(start[beads]!);
  const times = new Float64Array(start[beads]!);
  for (let b = 0; b < beads; b++) {
    for (let k = start[b]!; k < start[b + 1]!; k++) {
      const at = next[type[k]!]!;
      next[type[k]!] = at + 1;
      bead[at] = b;
      times[at] = count[k]!;
    }
  }
  return { start: from, bead, count: times };
}

/** For every given type the made types that stand in a bead with it. */
function cooccurring(
  given: Bags,
  made: Bags,
  places: ReturnType<typeof placesOf>,
): { start: Int32Array; type: Int32Array } {
  const seen = new Int32Array(made.types).fill(-1);
  const start = new Int32Array(given.types + 1);
  let type = new Int32Array(1 << 16);
  let end = 0;
  for (let g = 0; g < given.types; g++) {
    for (let p = places.start[g]!; p < places.start[g + 1]!; p++) {
      const bead = places.bead[p]!;
      for (let k = made.start[bead]!; k < made.start[bead + 1]!; k++) {
        const m = made.type[k]!;
        if (seen[m] === g) continue;
        seen[m] = g;
        if (end === type.length) {
          const longer = new Int32Array(2 * end);
          longer.set(type);
          type = longer;
        }
        type[end++] = m;
      }
    }
    start[g + 1] = end;
  }
  return { start, type: type.subarray(0, end) };
}

function groupBy(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>();
  for (const [a, b] of pairs) {
    const group = groups.get(a);
    if (group) group.add(b);
    else groups.set(a, new Set([b]));
  }
  return groups;
}
