import type { Side } from '../../bitext/bitext.ts';
import type { IndexBead } from '../alignment.ts';
import { type Associations, associationTable } from './associations.ts';
import { bagsOf } from './bags.ts';
import type { SideTokens } from './side-tokens.ts';
import { type WordPairs, wordPairs } from './word-pairs.ts';

/** What learning takes: how often to iterate, and how much to take off every pair's expected count. */
export interface Learning {
  readonly iterations: number;
  readonly discount: number;
  /** How many occurrences of a word weigh as much as what is known of it beforehand. */
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
  known: Associations,
  learning: Learning,
): Associations {
  const filled = beads.filter((bead) => bead.source.length > 0 && bead.target.length > 0);
  const sources = bagsOf(
    source,
    filled.map((bead) => bead.source),
  );
  const targets = bagsOf(
    target,
    filled.map((bead) => bead.target),
  );
  const pairs = wordPairs(sources, targets, known);
  return withPrior(pairs, train(pairs, learning.iterations), known, learning);
}

/** Probabilities below this are not worth keeping. */
const MIN_PROBABILITY = 0.03;
const KNOWN_START_COUNT = 20;

/** Numbers kept of a pair: its expected counts there and back, of the iteration before and of this one. What is read together lies together. */
const FIELDS = 4;

/** What was learned of each pair of words, and how often each word was expected to be translated. */
interface Trained {
  /** The pair's expected counts stand from `FIELDS × pair + at`, there and back. */
  readonly counts: Float32Array;
  readonly at: number;
  readonly sourceTotals: Float64Array;
  readonly targetTotals: Float64Array;
}

/** Probabilities are never written down: a pair's is its count by the total of its word, which is known for a whole row of a bead. */
function train(pairs: WordPairs, iterations: number): Trained {
  const counts = new Float32Array(FIELDS * pairs.size);
  for (let p = 0; p < counts.length; p += FIELDS) counts[p] = counts[p + 1] = 1;
  for (const pair of pairs.known.pair) counts.fill(KNOWN_START_COUNT, FIELDS * pair, FIELDS * pair + 2);
  let [sourceTotals, targetTotals] = [
    new Float64Array(pairs.sources.types).fill(1),
    new Float64Array(pairs.targets.types).fill(1),
  ];
  let at = 0;
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const to = 2 - at;
    if (iteration > 1) for (let p = to; p < counts.length; p += FIELDS) counts[p] = counts[p + 1] = 0;
    const totals = expectedCounts(pairs, counts, at, { sourceTotals, targetTotals });
    [at, sourceTotals, targetTotals] = [to, totals.sourceTotals, totals.targetTotals];
  }
  return { counts, at, sourceTotals, targetTotals };
}

/**
 * Works out how often each pair is expected to translate, bead by bead, in both directions, from the counts that stand
 * at `at` in its fields; writes it to the other two. Answers the totals of each word.
 */
function expectedCounts(
  { sources, targets, cells, cellStart }: WordPairs,
  counts: Float32Array,
  at: number,
  before: Pick<Trained, 'sourceTotals' | 'targetTotals'>,
) {
  const to = 2 - at;
  const sourceTotals = new Float64Array(sources.types);
  const targetTotals = new Float64Array(targets.types);
  const widest = targets.start.reduce((most, end, b) => Math.max(most, end - (targets.start[b - 1] ?? 0)), 0);
  const sums = new Float64Array(widest);
  const weights = new Float64Array(widest);
  const back = new Float64Array(widest);
  for (let bead = 0; bead < sources.beads; bead++) {
    const from = targets.start[bead]!;
    const width = targets.start[bead + 1]! - from;
    for (let y = 0; y < width; y++) {
      const total = before.targetTotals[targets.type[from + y]!]!;
      weights[y] = total > 0 ? targets.count[from + y]! / total : 0;
      sums[y] = back[y] = 0;
    }
    let cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++, cell += width) {
      const times = sources.count[x]!;
      const total = before.sourceTotals[sources.type[x]!]!;
      const share = total > 0 ? times / total : 0;
      let sum = 0;
      for (let y = 0; y < width; y++) {
        const p = FIELDS * cells[cell + y]! + at;
        sums[y] = sums[y]! + share * counts[p]!;
        sum += weights[y]! * counts[p + 1]!;
      }
      if (sum === 0) continue;
      const scale = times / sum;
      for (let y = 0; y < width; y++) {
        const p = FIELDS * cells[cell + y]! + 1;
        const expected = scale * weights[y]! * counts[p + at]!;
        counts[p + to] = counts[p + to]! + expected;
        back[y] = back[y]! + expected;
      }
    }
    for (let y = 0; y < width; y++) {
      const t = targets.type[from + y]!;
      targetTotals[t] = targetTotals[t]! + back[y]!;
      sums[y] = sums[y]! > 0 ? targets.count[from + y]! / sums[y]! : 0;
    }
    cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++, cell += width) {
      const s = sources.type[x]!;
      const total = before.sourceTotals[s]!;
      const share = total > 0 ? sources.count[x]! / total : 0;
      let sum = 0;
      for (let y = 0; y < width; y++) {
        const p = FIELDS * cells[cell + y]!;
        const expected = share * sums[y]! * counts[p + at]!;
        counts[p + to] = counts[p + to]! + expected;
        sum += expected;
      }
      sourceTotals[s] = sourceTotals[s]! + sum;
    }
  }
  return { sourceTotals, targetTotals };
}

/** What was learned, and what was known beforehand in the measure in which it still counts. */
function withPrior(
  pairs: WordPairs,
  { counts, at, sourceTotals, targetTotals }: Trained,
  known: Associations,
  { trust, discount }: Learning,
): Associations {
  const { sources, targets } = pairs;
  // How much what was learned of a word counts: all, where nothing was known of it.
  const sourceShare = sourceTotals.map((total, s) =>
    known.rows[s]! < known.rows[s + 1]! ? total / (total + trust) : 1,
  );
  const targetShare = new Float64Array(targets.types).fill(1);
  for (const t of known.target) targetShare[t] = targetTotals[t]! / (targetTotals[t]! + trust);
  const kept = pairList();
  const unmet = new Uint8Array(known.target.length).fill(1);
  let [cell, next, nextKnown] = [0, 0, 0];
  for (let bead = 0; bead < sources.beads; bead++) {
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++) {
      const s = sources.type[x]!;
      for (let y = targets.start[bead]!; y < targets.start[bead + 1]!; y++, cell++) {
        // Pairs are numbered in this order: only where one comes up first it is looked at.
        if (pairs.cells[cell] !== next) continue;
        const isKnown = pairs.known.pair[nextKnown] === next;
        const there = counts[FIELDS * next + at]! - discount;
        const back = counts[FIELDS * next + at + 1]! - discount;
        next += 1;
        if (there <= 0 && back <= 0 && !isKnown) continue;
        const t = targets.type[y]!;
        const ahead = there > 0 ? (sourceShare[s]! * there) / sourceTotals[s]! : 0;
        const behind = back > 0 ? (targetShare[t]! * back) / targetTotals[t]! : 0;
        if (isKnown) {
          const e = pairs.known.entry[nextKnown++]!;
          unmet[e] = 0;
          kept.add(
            s,
            t,
            ahead + (1 - sourceShare[s]!) * known.forward[e]!,
            behind + (1 - targetShare[t]!) * known.backward[e]!,
          );
        } else kept.add(s, t, ahead < MIN_PROBABILITY ? 0 : ahead, behind < MIN_PROBABILITY ? 0 : behind);
      }
    }
  }
  for (let s = 0; s < sources.types; s++) {
    for (let e = known.rows[s]!; e < known.rows[s + 1]!; e++) {
      if (unmet[e] === 0) continue;
      const t = known.target[e]!;
      kept.add(s, t, (1 - sourceShare[s]!) * known.forward[e]!, (1 - targetShare[t]!) * known.backward[e]!);
    }
  }
  return kept.table(sources.types, targets.types);
}

/** Collects pairs of types without an object a pair; those without any probability are left out. */
function pairList() {
  let [types, likely] = [new Int32Array(4096), new Float64Array(4096)];
  let end = 0;
  return {
    add(s: number, t: number, there: number, back: number): void {
      if (there + back === 0) return;
      if (end === types.length) {
        types = longer(types, new Int32Array(2 * end));
        likely = longer(likely, new Float64Array(2 * end));
      }
      types[end] = s;
      likely[end++] = there;
      types[end] = t;
      likely[end++] = back;
    },
    table(sourceTypes: number, targetTypes: number): Associations {
      const table = associationTable(sourceTypes, targetTypes);
      for (let k = 0; k < end; k += 2) table.count(types[k]!);
      table.lay();
      for (let k = 0; k < end; k += 2) table.put(types[k]!, types[k + 1]!, likely[k]!, likely[k + 1]!);
      return table.done();
    },
  };
}

function longer<List extends { set(other: List): void; readonly length: number }>(list: List, room: List): List {
  room.set(list);
  return room;
}
