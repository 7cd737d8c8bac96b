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
  const learned = train(pairs, learning);
  return withPrior(pairs, learned, known, learning.trust);
}

/** Probabilities below this are not worth keeping. */
const MIN_PROBABILITY = 0.03;
const KNOWN_START_COUNT = 20;

/** What was learned of each pair of words, and how often each word was expected to be translated. */
interface Trained {
  /** Of pair p, t(target | source) at 2p and t(source | target) at 2p + 1: what is read together lies together. */
  readonly likely: Float32Array;
  readonly sourceTotals: Float64Array;
  readonly targetTotals: Float64Array;
}

function train(pairs: WordPairs, { iterations, discount }: Learning): Trained {
  const { source, target, sources, targets } = pairs;
  let likely = startOf(pairs);
  let counts = new Float32Array(likely.length);
  const sourceTotals = new Float64Array(sources.types);
  const targetTotals = new Float64Array(targets.types);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    counts.fill(0);
    expectedCounts(pairs, likely, counts);
    sourceTotals.fill(0);
    targetTotals.fill(0);
    for (let p = 0; p < target.length; p++) {
      sourceTotals[source[p]!] = sourceTotals[source[p]!]! + counts[2 * p]!;
      targetTotals[target[p]!] = targetTotals[target[p]!]! + counts[2 * p + 1]!;
    }
    const off = iteration === iterations ? discount : 0;
    for (let p = 0; p < target.length; p++) {
      const [there, back] = [counts[2 * p]! - off, counts[2 * p + 1]! - off];
      counts[2 * p] = there > 0 ? there / sourceTotals[source[p]!]! : 0;
      counts[2 * p + 1] = back > 0 ? back / targetTotals[target[p]!]! : 0;
    }
    [likely, counts] = [counts, likely];
  }
  return { likely, sourceTotals, targetTotals };
}

/** All pairs alike but those that are known. */
function startOf({ known }: WordPairs): Float32Array<ArrayBuffer> {
  const start = new Float32Array(2 * known.length).fill(1);
  known.forEach((entry, p) => {
    if (entry >= 0) start.fill(KNOWN_START_COUNT, 2 * p, 2 * p + 2);
  });
  return start;
}

/** Adds to each pair's counts how often it is expected to translate, bead by bead, in both directions. */
function expectedCounts(
  { sources, targets, cells, cellStart }: WordPairs,
  likely: Float32Array,
  counts: Float32Array,
): void {
  const widest = targets.start.reduce((most, end, b) => Math.max(most, end - (targets.start[b - 1] ?? 0)), 0);
  const sums = new Float64Array(widest);
  for (let bead = 0; bead < sources.beads; bead++) {
    const from = targets.start[bead]!;
    const width = targets.start[bead + 1]! - from;
    sums.fill(0, 0, width);
    let cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++, cell += width) {
      const times = sources.count[x]!;
      let sum = 0;
      for (let y = 0; y < width; y++) {
        const p = 2 * cells[cell + y]!;
        sums[y] = sums[y]! + times * likely[p]!;
        sum += targets.count[from + y]! * likely[p + 1]!;
      }
      if (sum === 0) continue;
      const share = times / sum;
      for (let y = 0; y < width; y++) {
        const p = 2 * cells[cell + y]! + 1;
        counts[p] = counts[p]! + share * targets.count[from + y]! * likely[p]!;
      }
    }
    for (let y = 0; y < width; y++) sums[y] = sums[y]! > 0 ? targets.count[from + y]! / sums[y]! : 0;
    cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++, cell += width) {
      const times = sources.count[x]!;
      for (let y = 0; y < width; y++) {
        const p = 2 * cells[cell + y]!;
        counts[p] = counts[p]! + times * sums[y]! * likely[p]!;
      }
    }
  }
}

/** What was learned, and what was known beforehand in the measure in which it still counts. */
function withPrior(
  pairs: WordPairs,
  { likely, sourceTotals, targetTotals }: Trained,
  known: Associations,
  trust: number,
) {
  const { source, target, sources, targets } = pairs;
  // How much what was learned of a word counts: all, where nothing was known of it.
  const sourceShare = sourceTotals.map((total, s) =>
    known.rows[s]! < known.rows[s + 1]! ? total / (total + trust) : 1,
  );
  const targetShare = new Float64Array(targets.types).fill(1);
  for (const t of known.target) targetShare[t] = targetTotals[t]! / (targetTotals[t]! + trust);
  const table = associationTable(sources.types, targets.types);
  const unmet = new Uint8Array(known.target.length).fill(1);
  for (const fill of [false, true]) {
    for (let p = 0; p < target.length; p++) {
      const [s, t, e] = [source[p]!, target[p]!, pairs.known[p]!];
      let there = sourceShare[s]! * likely[2 * p]!;
      let back = targetShare[t]! * likely[2 * p + 1]!;
      if (e >= 0) {
        unmet[e] = 0;
        there += (1 - sourceShare[s]!) * known.forward[e]!;
        back += (1 - targetShare[t]!) * known.backward[e]!;
      } else {
        if (there < MIN_PROBABILITY) there = 0;
        if (back < MIN_PROBABILITY) back = 0;
      }
      if (there + back === 0) continue;
      if (fill) table.put(s, t, there, back);
      else table.count(s);
    }
    for (let s = 0; s < sources.types; s++) {
      for (let e = known.rows[s]!; e < known.rows[s + 1]!; e++) {
        if (unmet[e] === 0) continue;
        const t = known.target[e]!;
        if (fill)
          table.put(s, t, (1 - sourceShare[s]!) * known.forward[e]!, (1 - targetShare[t]!) * known.backward[e]!);
        else table.count(s);
      }
    }
    if (!fill) table.lay();
  }
  return table.done();
}
