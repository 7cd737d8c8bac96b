import type { LanguagePack } from '../../text/language-pack.ts';
import { type HeadSpans, headSpans, type WordRun } from './head-spans.ts';
import type { BeadSide, LinkedBead } from './part-links.ts';

/** A name or title on both sides. */
export interface RunPair {
  readonly kind: HeadSpans['kind'];
  readonly source: WordRun;
  readonly target: WordRun;
  readonly national: boolean;
  readonly heads: { readonly source: WordRun; readonly target: WordRun };
  /** From 0 to 1: how much of both is linked. */
  readonly share: number;
  /** What it counts against others that overlap it. */
  readonly value: number;
}

export interface TakenWords {
  readonly source: ReadonlySet<number>;
  readonly target: ReadonlySet<number>;
}

/** The likeliest pairs of names and titles whose heads have a meaning in common, no word in two. */
export function headPairs(
  bead: LinkedBead,
  [from, to]: readonly [LanguagePack, LanguagePack],
  kinds: readonly HeadSpans['kind'][],
  taken: TakenWords,
): RunPair[] {
  const sources = headSpans(bead.source, from, kinds, taken.source);
  const targets = headSpans(bead.target, to, kinds, taken.target);
  const pairs = sources.flatMap((s) =>
    targets.flatMap((t): RunPair[] => {
      if (s.kind !== t.kind || ![...s.meanings].some((meaning) => t.meanings.has(meaning))) return [];
      const best = bestRuns(bead, s, t, [from, to], taken);
      return best ? [best] : [];
    }),
  );
  pairs.sort((a, b) => b.value - a.value);
  const chosen: RunPair[] = [];
  for (const pair of pairs) {
    const clashes = chosen.some((one) => runsOverlap(one.source, pair.source) || runsOverlap(one.target, pair.target));
    if (!clashes) chosen.push(pair);
  }
  return chosen;
}

export function runsOverlap(a: WordRun, b: WordRun): boolean {
  return a.from <= b.to && a.to >= b.from;
}

/** What counts for and against a pair of runs, in linked parts. */
const ELSEWHERE = 1;
const UNKNOWN_PAIR = 0.35;
const UNKNOWN = 0.5;
const SMALL = 0.08;
const CAPITAL = 0.3;
const CUT = 0.6;
/** A head where another one ought to be. */
const OTHER_HEAD = 0.15;
/** A link weaker than this is none. */
const LEAST_LINK = 0.3;

function bestRuns(
  bead: LinkedBead,
  s: HeadSpans,
  t: HeadSpans,
  [from, to]: readonly [LanguagePack, LanguagePack],
  taken: TakenWords,
): RunPair | null {
  let best: RunPair | null = null;
  const shape = (side: BeadSide, spans: HeadSpans, pack: LanguagePack, words: ReadonlySet<number>) =>
    spans.runs.map((run) => ({ run, worth: worthOf(side, run, spans, pack, words) }));
  const targets = shape(bead.target, t, to, taken.target);
  for (const source of shape(bead.source, s, from, taken.source)) {
    for (const target of targets) {
      const { gain, share } = linkedShare(bead, source.run, target.run, s.national && t.national);
      const value = gain + source.worth + target.worth;
      if (!best || value > best.value + 1e-6) {
        const heads = { source: s.head, target: t.head };
        const national = s.national && t.national;
        best = { kind: s.kind, national, source: source.run, target: target.run, heads, share, value };
      }
    }
  }
  return best;
}

/** How the words of a run look as a name or title in their own language. */
function worthOf(
  { words }: BeadSide,
  { from, to }: WordRun,
  { kind, head }: HeadSpans,
  { grammar }: LanguagePack,
  taken: ReadonlySet<number>,
): number {
  let worth = 0;
  for (let at = from; at <= to; at += 1) {
    if (words[at]!.small) worth -= SMALL;
    if (words[at]!.head && (grammar?.complementsJoined ? at === head.to + 1 : at < head.from)) worth -= OTHER_HEAD;
  }
  if (kind !== 'organisation' || grammar?.nounsInCapitals) return worth;
  const cased = (at: number) => words[at]!.capital && /[\p{Lu}]/u.test(words[at]!.raw);
  if (cased(from)) worth += CAPITAL;
  const [before, after] = [from - 1, to + 1];
  const isCut = (at: number, adjoins: boolean) =>
    words[at] !== undefined && adjoins && cased(at) && !words[at]!.stop && !words[at]!.small && !taken.has(at);
  if (cased(from) && before > 0 && isCut(before, words[from]!.adjoins)) worth -= CUT;
  if (cased(to) && isCut(after, words[after]?.adjoins ?? false)) worth -= CUT;
  return worth;
}

/** @param national whether words of countries do not count */
function linkedShare(bead: LinkedBead, s: WordRun, t: WordRun, national: boolean): { gain: number; share: number } {
  const { source, target } = bead;
  const left = partRange(source, s);
  const right = partRange(target, t);
  let [gain, size] = [0, 0];
  /** Counts the parts of one side; answers of how many nothing is known. */
  const unknownIn = (
    { parts, strongest }: BeadSide,
    [from, to]: PartRange,
    others: PartRange,
    link: (part: number, other: number) => number,
  ): number => {
    let unknown = 0;
    for (let part = from; part < to; part += 1) {
      if (national && parts[part]!.country) continue;
      size += 1;
      let inside = 0;
      for (let other = others[0]; other < others[1]; other += 1) inside = Math.max(inside, link(part, other));
      if (inside >= LEAST_LINK) gain += inside;
      else if (strongest[part]! >= LEAST_LINK) gain -= ELSEWHERE;
      else unknown += 1;
    }
    return unknown;
  };
  const unknownLeft = unknownIn(source, left, right, bead.link);
  const unknownRight = unknownIn(target, right, left, (part, other) => bead.link(other, part));
  const pairs = Math.min(unknownLeft, unknownRight);
  gain += 2 * UNKNOWN_PAIR * pairs - UNKNOWN * (unknownLeft + unknownRight - 2 * pairs);
  return { gain, share: gain / Math.max(1, size) };
}

/** Numbers of parts: from, to (exclusive). */
type PartRange = readonly [number, number];

/** The parts of a run of words. */
export function partRange({ partsOf }: BeadSide, { from, to }: WordRun): PartRange {
  return [partsOf[from]![0], partsOf[to]![1]];
}
