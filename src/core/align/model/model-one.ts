import type { Side } from '../../bitext/bitext.ts';
import type { IndexBead } from '../alignment.ts';
import type { Association } from './associations.ts';
import { type Bags, bagsOf, cooccurring, placesOf } from './bags.ts';
import type { SideTokens } from './side-tokens.ts';

/** What learning takes: how often to iterate, and how much to take off every pair's expected count. */
export interface Learning {
  readonly iterations: number;
  readonly discount: number;
  /** How many occurrences of a word weigh as much as what was known about it beforehand. */
  readonly trust: number;
}

/**
 * Translation probabilities learned from aligned beads with IBM Model 1 (Brown
 * et al. 1993), in both directions. In the last iteration a constant is taken
 * off each expected count, so that two words that met once do not count as
 * translations of each other.
 * @param known pairs that are likely before any text is seen: they start higher, and their probability is the prior,
 *   which weighs less the oftener a word stands in the beads (the mean of a Dirichlet posterior)
 */
export function learnAssociations(
  { source, target }: Readonly<Record<Side, SideTokens>>,
  beads: readonly IndexBead[],
  known: readonly Association[],
  learning: Learning,
): Association[] {
  const pairs = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const sources = bagsOf(
    source,
    pairs.map((bead) => bead.source),
  );
  const targets = bagsOf(
    target,
    pairs.map((bead) => bead.target),
  );
  const forward = train(
    sources,
    targets,
    known.map((pair) => [pair.source, pair.target, pair.forward]),
    learning,
  );
  const backward = train(
    targets,
    sources,
    known.map((pair) => [pair.target, pair.source, pair.backward]),
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

/** Probabilities below this are not worth keeping. */
const MIN_PROBABILITY = 0.03;
const KNOWN_START_COUNT = 20;

/** t(made | given) for every pair of types that stand in a bead together. */
function train(
  given: Bags,
  made: Bags,
  known: readonly (readonly [number, number, number])[],
  learning: Learning,
): Map<number, number>[] {
  const places = placesOf(given);
  const { start, type } = cooccurring(given, made, places);
  let probability = new Float64Array(type.length).fill(1);
  const knownRows = groupBy(known);
  for (const [g, likely] of knownRows) {
    for (let at = start[g]!; at < start[g + 1]!; at++) if (likely.has(type[at]!)) probability[at] = KNOWN_START_COUNT;
  }
  const column = new Int32Array(made.types);
  const sums = new Float64Array(made.type.length);
  const totals = new Float64Array(given.types);
  for (let iteration = 1; iteration <= learning.iterations; iteration++) {
    expectation();
    probability = maximisation(iteration === learning.iterations ? learning.discount : 0);
  }
  return Array.from({ length: given.types }, (_, g) => {
    const kept = new Map<number, number>();
    const before = knownRows.get(g);
    const share = before ? totals[g]! / (totals[g]! + learning.trust) : 1;
    for (const [m, likely] of before ?? []) kept.set(m, (1 - share) * likely);
    for (let at = start[g]!; at < start[g + 1]!; at++) {
      const [m, learned] = [type[at]!, share * probability[at]!];
      const prior = kept.get(m);
      if (prior !== undefined) kept.set(m, prior + learned);
      else if (learned >= MIN_PROBABILITY) kept.set(m, learned);
    }
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
      totals[g] = total;
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

function groupBy(pairs: readonly (readonly [number, number, number])[]): Map<number, Map<number, number>> {
  const groups = new Map<number, Map<number, number>>();
  for (const [a, b, value] of pairs) {
    const group = groups.get(a) ?? new Map<number, number>();
    groups.set(a, group.set(b, Math.max(value, group.get(b) ?? 0)));
  }
  return groups;
}
