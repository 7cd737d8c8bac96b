import type { Side } from '../../bitext/bitext.ts';
import type { IndexBead } from '../alignment.ts';
import { type Associations, associationRows } from './associations.ts';
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
  const pairs = wordPairs(sources, targets);
  const learned = train(pairs, known, learning);
  return withPrior(pairs, learned, known, learning.trust);
}

/** Probabilities below this are not worth keeping. */
const MIN_PROBABILITY = 0.03;
const KNOWN_START_COUNT = 20;

/** Probabilities of each pair of words in both directions, and how often each word was expected to be translated. */
interface Trained {
  /** t(target | source) of each pair. */
  readonly forward: Float32Array;
  /** t(source | target). */
  readonly backward: Float32Array;
  readonly sourceTotals: Float64Array;
  readonly targetTotals: Float64Array;
}

function train(pairs: WordPairs, known: Associations, { iterations, discount }: Learning): Trained {
  const { rows, target, sources, targets } = pairs;
  let [forward, backward] = [startOf(pairs, known), startOf(pairs, known)];
  let [there, back] = [new Float32Array(target.length), new Float32Array(target.length)];
  const sourceTotals = new Float64Array(sources.types);
  const targetTotals = new Float64Array(targets.types);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    there.fill(0);
    back.fill(0);
    expectedCounts(pairs, forward, backward, there, back);
    sourceTotals.fill(0);
    targetTotals.fill(0);
    for (let s = 0; s < sources.types; s++) {
      for (let p = rows[s]!; p < rows[s + 1]!; p++) {
        sourceTotals[s] = sourceTotals[s]! + there[p]!;
        targetTotals[target[p]!] = targetTotals[target[p]!]! + back[p]!;
      }
    }
    const off = iteration === iterations ? discount : 0;
    for (let s = 0; s < sources.types; s++) {
      const total = sourceTotals[s]!;
      for (let p = rows[s]!; p < rows[s + 1]!; p++) {
        const other = targetTotals[target[p]!]!;
        there[p] = total > 0 ? Math.max(0, there[p]! - off) / total : 0;
        back[p] = other > 0 ? Math.max(0, back[p]! - off) / other : 0;
      }
    }
    [forward, there] = [there, forward];
    [backward, back] = [back, backward];
  }
  return { forward, backward, sourceTotals, targetTotals };
}

/** All pairs alike but those that are known. */
function startOf({ rows, target, sources, targets }: WordPairs, known: Associations): Float32Array<ArrayBuffer> {
  const start = new Float32Array(target.length).fill(1);
  const knownTo = new Int32Array(targets.types).fill(-1);
  for (let s = 0; s < sources.types; s++) {
    if (known.rows[s] === known.rows[s + 1]) continue;
    for (let e = known.rows[s]!; e < known.rows[s + 1]!; e++) knownTo[known.target[e]!] = s;
    for (let p = rows[s]!; p < rows[s + 1]!; p++) if (knownTo[target[p]!] === s) start[p] = KNOWN_START_COUNT;
  }
  return start;
}

/** Adds to each pair's counts how often it is expected to translate, bead by bead, in both directions. */
function expectedCounts(
  { sources, targets, cells, cellStart }: WordPairs,
  forward: Float32Array,
  backward: Float32Array,
  there: Float32Array,
  back: Float32Array,
): void {
  let sums = new Float64Array(64);
  for (let bead = 0; bead < sources.beads; bead++) {
    const [from, to] = [targets.start[bead]!, targets.start[bead + 1]!];
    const width = to - from;
    if (width > sums.length) sums = new Float64Array(2 * width);
    sums.fill(0, 0, width);
    let cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++) {
      const times = sources.count[x]!;
      let sum = 0;
      for (let y = 0; y < width; y++) {
        const p = cells[cell + y]!;
        sums[y] = sums[y]! + times * forward[p]!;
        sum += targets.count[from + y]! * backward[p]!;
      }
      if (sum > 0) {
        const share = times / sum;
        for (let y = 0; y < width; y++) {
          const p = cells[cell + y]!;
          back[p] = back[p]! + share * targets.count[from + y]! * backward[p]!;
        }
      }
      cell += width;
    }
    for (let y = 0; y < width; y++) sums[y] = sums[y]! > 0 ? targets.count[from + y]! / sums[y]! : 0;
    cell = cellStart[bead]!;
    for (let x = sources.start[bead]!; x < sources.start[bead + 1]!; x++) {
      const times = sources.count[x]!;
      for (let y = 0; y < width; y++) {
        const p = cells[cell + y]!;
        there[p] = there[p]! + times * sums[y]! * forward[p]!;
      }
      cell += width;
    }
  }
}

/** What was learned, and what was known beforehand in the measure in which it still counts. */
function withPrior(
  { rows, target, sources, targets }: WordPairs,
  { forward, backward, sourceTotals, targetTotals }: Trained,
  known: Associations,
  trust: number,
): Associations {
  const table = associationRows(sources.types, targets.types, known.target.length + (target.length >> 3));
  const isKnown = new Uint8Array(targets.types);
  for (const t of known.target) isKnown[t] = 1;
  const learnedShare = (total: number) => total / (total + trust);
  // The pair of the source type at hand with each target type, if there is one.
  const pairOf = new Int32Array(targets.types).fill(-1);
  for (let s = 0; s < sources.types; s++) {
    const knows = known.rows[s]! < known.rows[s + 1]!;
    const share = knows ? learnedShare(sourceTotals[s]!) : 1;
    const first = rows[s]!;
    if (knows) for (let p = first; p < rows[s + 1]!; p++) pairOf[target[p]!] = p;
    for (let e = known.rows[s]!; e < known.rows[s + 1]!; e++) {
      const t = known.target[e]!;
      const p = pairOf[t]!;
      const met = p >= first && p < rows[s + 1]!;
      const other = learnedShare(targetTotals[t]!);
      table.add(
        t,
        (1 - share) * known.forward[e]! + (met ? share * forward[p]! : 0),
        (1 - other) * known.backward[e]! + (met ? other * backward[p]! : 0),
      );
      if (met) pairOf[t] = -1 - p;
    }
    for (let p = first; p < rows[s + 1]!; p++) {
      const t = target[p]!;
      if (knows && pairOf[t] === -1 - p) continue;
      const there = share * forward[p]!;
      const back = (isKnown[t] === 1 ? learnedShare(targetTotals[t]!) : 1) * backward[p]!;
      const kept = there >= MIN_PROBABILITY;
      if (kept || back >= MIN_PROBABILITY) table.add(t, kept ? there : 0, back >= MIN_PROBABILITY ? back : 0);
    }
    table.endRow(s);
  }
  return table.done();
}
