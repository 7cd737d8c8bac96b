import type { Association } from './associations.ts';
import type { SideTokens } from './corpus.ts';
import type { Step } from './lattice.ts';

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
  beads: readonly Step[],
  known: readonly Association[],
  learning: Learning,
): Association[] {
  const pairs = beads.filter((bead) => bead.source > 0 && bead.target > 0);
  const forward = train(
    bagsOf(
      source,
      pairs.map((bead) => [bead.sourceEnd - bead.source, bead.sourceEnd]),
    ),
    bagsOf(
      target,
      pairs.map((bead) => [bead.targetEnd - bead.target, bead.targetEnd]),
    ),
    known.map((pair) => [pair.source, pair.target]),
    learning,
  );
  const backward = train(
    bagsOf(
      target,
      pairs.map((bead) => [bead.targetEnd - bead.target, bead.targetEnd]),
    ),
    bagsOf(
      source,
      pairs.map((bead) => [bead.sourceEnd - bead.source, bead.sourceEnd]),
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

/** The distinct types of each bead, with how often each stands there. */
interface Bags {
  readonly types: number;
  readonly bags: readonly { readonly type: Int32Array; readonly count: Float64Array }[];
}

/** Probabilities below this are not worth keeping. */
const LEAST = 0.01;
const KNOWN_START = 20;

function train(
  given: Bags,
  made: Bags,
  known: readonly (readonly [number, number])[],
  learning: Learning,
): Map<number, number>[] {
  const places = placesOf(given);
  const rows = cooccurring(given, made, places);
  const probability = rows.map((row) => new Float64Array(row.length).fill(1));
  const column = new Int32Array(made.types).fill(-1);
  const knownRows = groupBy(known);
  rows.forEach((row, g) => {
    const likely = knownRows.get(g);
    if (likely)
      row.forEach((m, at) => {
        if (likely.has(m)) probability[g]![at] = KNOWN_START;
      });
  });
  for (let iteration = 1; iteration <= learning.iterations; iteration++) {
    const sums = expectation();
    maximisation(sums, iteration === learning.iterations ? learning.discount : 0);
  }
  return rows.map((row, g) => {
    const kept = new Map<number, number>();
    row.forEach((m, at) => {
      const p = probability[g]![at]!;
      if (p >= LEAST) kept.set(m, p);
    });
    return kept;
  });

  /** For every bead and made type: Σ over the bead's given types of their probability. */
  function expectation(): Float64Array[] {
    const sums = made.bags.map((bag) => new Float64Array(bag.type.length));
    eachCooccurrence((g, bead, giving) => {
      const bag = made.bags[bead]!;
      const row = probability[g]!;
      for (let k = 0; k < bag.type.length; k++) {
        sums[bead]![k] = sums[bead]![k]! + giving * row[column[bag.type[k]!]!]!;
      }
    });
    return sums;
  }

  function maximisation(sums: readonly Float64Array[], discount: number): void {
    const counts = rows.map((row) => new Float64Array(row.length));
    eachCooccurrence((g, bead, giving) => {
      const bag = made.bags[bead]!;
      const row = probability[g]!;
      for (let k = 0; k < bag.type.length; k++) {
        const at = column[bag.type[k]!]!;
        const sum = sums[bead]![k]!;
        if (sum > 0) counts[g]![at] = counts[g]![at]! + (bag.count[k]! * giving * row[at]!) / sum;
      }
    });
    counts.forEach((row, g) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      row.forEach((count, at) => {
        probability[g]![at] = total > 0 ? Math.max(0, count - discount) / total : 0;
      });
    });
  }

  /** Visits every bead that a given type stands in, with `column` set for that type's row. */
  function eachCooccurrence(visit: (g: number, bead: number, giving: number) => void): void {
    for (let g = 0; g < rows.length; g++) {
      const row = rows[g]!;
      for (let at = 0; at < row.length; at++) column[row[at]!] = at;
      for (const { bead, count } of places[g]!) visit(g, bead, count);
    }
  }
}

function bagsOf(side: SideTokens, ranges: readonly (readonly [number, number])[]): Bags {
  const bags = ranges.map(([from, to]) => {
    const counts = new Map<number, number>();
    for (let at = side.offsets[from]!; at < side.offsets[to]!; at++) {
      const type = side.tokens[at]!;
      counts.set(type, (counts.get(type) ?? 0) + side.repeats[at]!);
    }
    return { type: Int32Array.from(counts.keys()), count: Float64Array.from(counts.values()) };
  });
  return { types: side.types.length, bags };
}

function placesOf({ types, bags }: Bags): { bead: number; count: number }[][] {
  const places: { bead: number; count: number }[][] = Array.from({ length: types }, () => []);
  bags.forEach(({ type, count }, bead) => {
    type.forEach((g, k) => {
      places[g]!.push({ bead, count: count[k]! });
    });
  });
  return places;
}

/** For every given type the made types that stand in a bead with it. */
function cooccurring(given: Bags, made: Bags, places: readonly { bead: number }[][]): Int32Array[] {
  const seen = new Int32Array(made.types).fill(-1);
  return Array.from({ length: given.types }, (_, g) => {
    const row: number[] = [];
    for (const { bead } of places[g]!) {
      for (const m of made.bags[bead]!.type) {
        if (seen[m] !== g) {
          seen[m] = g;
          row.push(m);
        }
      }
    }
    return Int32Array.from(row);
  });
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
