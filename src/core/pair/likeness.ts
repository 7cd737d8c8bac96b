import { type Message, msg } from '../message.ts';
import { compareKeys, type KeyComparison, type KeyShare, type Rarity } from './compare-keys.ts';
import type { DocumentFeatures } from './document-features.ts';
import { PAIR_PARAMETERS } from './parameters.ts';
import { matchedWords, type WordMatcher } from './word-matcher.ts';

/** How two documents stand to each other: surely translations, perhaps (a person should look), or not. */
export type PairState = 'sure' | 'doubtful' | 'apart';

/** How far two documents are taken for translations of each other. */
export interface Likeness {
  /** From 0 to 1. */
  readonly likeness: number;
  readonly state: PairState;
  /** What was compared, in words, what says most first. */
  readonly reasons: readonly Message[];
}

export interface LikenessOptions {
  /** Words that translate each other (`wordMatcher`), from the first document's language to the second's. */
  readonly words?: WordMatcher | undefined;
  /** How rare keys and words are among the documents at hand, from 0 to 1; left out, all are. */
  readonly rarity?: Rarity | undefined;
}

/** How far two documents are translations of each other, judged by these two alone. */
export function likenessOf(a: DocumentFeatures, b: DocumentFeatures, options: LikenessOptions = {}): Likeness {
  const evidence = evidenceOf(a, b, options);
  const likeness = probabilityOf(evidence);
  const { sure, doubtful } = PAIR_PARAMETERS;
  const state = likeness >= sure ? 'sure' : likeness >= doubtful ? 'doubtful' : 'apart';
  return { likeness, state, reasons: reasonsOf(evidence) };
}

/** What speaks for or against a pair. */
export interface PairEvidence {
  readonly keys: KeyComparison;
  /** Share of the words with known translations that find one, of the side where it is larger and of the other. */
  readonly words: { readonly most: number; readonly least: number } | null;
  /** Natural logarithm of the ratio of lengths. */
  readonly lengths: number;
  /** Days between their publication; null where a day is not known. */
  readonly days: number | null;
  readonly isLinked: boolean;
  readonly isSameStem: boolean;
}

const EVERY_RARE: Rarity = () => 1;

export function evidenceOf(
  a: DocumentFeatures,
  b: DocumentFeatures,
  { words, rarity = EVERY_RARE, keys = compareKeys(a, b, rarity) }: LikenessOptions & { readonly keys?: KeyComparison },
): PairEvidence {
  return {
    keys,
    words: words ? wordShares(a, b, words, rarity) : null,
    lengths: Math.log((b.length + 1) / (a.length + 1)),
    days: daysBetween(a.published, b.published),
    isLinked: isLinked(a, b) || isLinked(b, a),
    isSameStem: a.stem !== '' && a.stem === b.stem,
  };
}

function wordShares(a: DocumentFeatures, b: DocumentFeatures, { forward, backward }: WordMatcher, rarity: Rarity) {
  const there = matchedWords(a.words, b.words, forward, rarity);
  const back = matchedWords(b.words, a.words, backward, rarity);
  if (there.all === 0 || back.all === 0) return null;
  const [x, y] = [there.shared / there.all, back.shared / back.all];
  return { most: Math.max(x, y), least: Math.min(x, y) };
}

const MS_PER_DAY = 86_400_000;

function daysBetween(a: string, b: string): number | null {
  const days = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / MS_PER_DAY;
  return Number.isNaN(days) ? null : days;
}

function isLinked(a: DocumentFeatures, { address }: DocumentFeatures): boolean {
  return address !== '' && a.versions.includes(address);
}

/** The probability that a pair with this evidence is one: a logistic model. */
export function probabilityOf(evidence: PairEvidence): number {
  const { weights } = PAIR_PARAMETERS;
  const values = pairValues(evidence);
  const sum = values.reduce((total, value, i) => total + value * weights[i]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The evidence as numbers, in the order of the weights. */
export function pairValues({ keys, words, lengths, days, isLinked, isSameStem }: PairEvidence): number[] {
  const { facts, names, order } = keys;
  return [
    1,
    most(facts),
    least(facts),
    most(names),
    least(names),
    Math.min(1, facts.weight.shared / ENOUGH_FACTS),
    Math.min(1, names.weight.shared / ENOUGH_NAMES),
    order,
    words?.most ?? USUAL_WORDS.most,
    words?.least ?? USUAL_WORDS.least,
    Math.max(0, Math.abs(lengths) - 0.25),
    days === null ? 0 : days <= 2 ? 1 : -Math.min(1, (days - 2) / 30),
    isLinked ? 1 : 0,
    isSameStem ? 1 : 0,
  ];
}

/** Weight of what is shared from which more says no more. */
const ENOUGH_FACTS = 15;
const ENOUGH_NAMES = 12;
/** What stands for the words where no lexicon is known. */
const USUAL_WORDS = { most: 0.6, least: 0.5 };
/** Weight that counts as unknown on each side, so that a share of little says little. */
const UNKNOWN = 2;

function most({ weight: { shared, a, b } }: KeyShare): number {
  return (shared + UNKNOWN / 2) / (Math.min(a, b) + UNKNOWN);
}

function least({ weight: { shared, a, b } }: KeyShare): number {
  return (shared + UNKNOWN / 2) / (Math.max(a, b) + UNKNOWN);
}

export function reasonsOf({
  keys: { facts, names, order },
  words,
  days,
  isLinked,
  isSameStem,
}: PairEvidence): Message[] {
  const reasons: Message[] = [];
  if (isLinked) reasons.push(msg('one names the other as its version in this language'));
  if (isSameStem) reasons.push(msg('the names of the files go together'));
  if (facts.a + facts.b > 0)
    reasons.push(
      msg('{shared} of {all} numbers and dates in both', { shared: facts.shared, all: Math.min(facts.a, facts.b) }),
    );
  if (names.a + names.b > 0)
    reasons.push(msg('{shared} of {all} names in both', { shared: names.shared, all: Math.min(names.a, names.b) }));
  if (facts.shared + names.shared >= 3)
    reasons.push(msg('{share} of that in the same order', { share: { percent: order } }));
  if (words) reasons.push(msg('{share} of the known words translated', { share: { percent: words.most } }));
  if (days !== null) reasons.push(msg('published {count} days apart', { count: Math.round(days) }));
  return reasons;
}
