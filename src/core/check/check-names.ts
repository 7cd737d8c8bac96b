import { isOneSlip } from '../glossary/one-slip.ts';
import { keepingLast } from '../last-text.ts';
import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { oneOf } from '../text/literal-pattern.ts';
import type { NameWords } from '../text/name-words.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';
import { lookedUp } from './values/tokens.ts';

/** A word with a capital, by itself. */
export interface CapitalWord {
  readonly raw: string;
  readonly folded: string;
  /** As languages spell one name: "Poutine" and "Putin" are the same. */
  readonly skeleton: string;
  readonly at: number;
}

/** The words with a capital of a text, and what may stand between two of one name. */
interface Names {
  readonly words: readonly CapitalWord[];
  readonly text: string;
  readonly between: RegExp;
  /** A form of address at the end of what stands before a surname alone. */
  readonly courtesy: RegExp;
}

/**
 * Names in Latin letters that the translation spells almost as the source does, but not quite: where the words beside
 * them in the name are the same, or their letters are the same in another order. How languages write the
 * sounds of a foreign name (ou and u, tch and ch) does not count as a difference; where a name has another form
 * in each language, neither its neighbours nor its letters are the same.
 */
export function checkNames({ source, target, packs }: CheckedTexts): RowFinding[] {
  if (!LATIN.test(source) || !LATIN.test(target)) return [];
  const [own, other] = [namesIn(source, packs.source), namesIn(target, packs.target)];
  if (own.words.length === 0 || other.words.length === 0) return [];
  const inOther = new Set(other.words.map(({ folded }) => folded));
  const spelt = new Set(other.words.map(({ skeleton }) => skeleton));
  // Most rows have no name on one side alone.
  if (own.words.every(({ folded, skeleton }) => inOther.has(folded) || spelt.has(skeleton))) return [];
  const there = { source: new Set(wordsOf(source)), target: new Set(wordsOf(target)) };
  const isKnown = (word: string) => starters(packs.source).has(word) || starters(packs.target).has(word);
  const findings: RowFinding[] = [];
  for (const [i, one] of own.words.entries()) {
    if (there.target.has(one.folded) || isKnown(one.folded) || spelt.has(one.skeleton)) continue;
    const two = other.words.find(
      (word, j) => !there.source.has(word.folded) && !isKnown(word.folded) && isMisspelt(own, i, other, j),
    );
    if (!two || findings.some(({ target: span }) => span?.start === two.at)) continue;
    findings.push({
      code: 'name',
      severity: 'error',
      source: { start: one.at, end: one.at + one.raw.length },
      target: { start: two.at, end: two.at + two.raw.length },
      found: two.raw,
      expected: one.raw,
      suggestion: one.raw,
      reason: msg('The source writes “{expected}”, the translation “{found}”.', { expected: one.raw, found: two.raw }),
    });
  }
  return findings;
}

const starters = onceFor((pack: LanguagePack): ReadonlySet<string> => new Set(pack.starters.map(lookedUp)));

const LATIN = /\p{Script=Latin}.*\p{Script=Latin}/su;
/** The capital first: what may not stand before it is asked where there is one. */
const NAME = /\p{Lu}(?<![\p{L}\p{M}]\p{Lu})[\p{L}\p{M}’'-]*\p{Ll}[\p{L}\p{M}]*/gu;

/** What is written around the names of people, in whatever language. */
const nameEdges = onceFor(({ familyParticles, possessives }: NameWords) => ({
  possessive: new RegExp(`${oneOf(possessives)}$`, 'u'),
  between: new RegExp(`^[ \\u00a0](?:${oneOf(familyParticles)}[ \\u00a0])?$`, 'u'),
}));

/** The words of a text that have a capital, without what is put on names. */
export const capitalWords = keepingLast((text: string, { shared }: LanguagePack): readonly CapitalWord[] => {
  const { possessive } = nameEdges(shared.nameWords);
  return [...text.matchAll(NAME)].map((match) => {
    const raw = match[0].replace(possessive, '');
    const folded = lookedUp(raw);
    return { raw, at: match.index, folded, skeleton: skeletonOf(folded) };
  });
});

function namesIn(text: string, pack: LanguagePack): Names {
  return {
    words: capitalWords(text, pack),
    text,
    between: nameEdges(pack.shared.nameWords).between,
    courtesy: courtesyBefore(pack),
  };
}

const courtesyBefore = onceFor((pack: LanguagePack) => {
  const words = [...(pack.heads?.courtesy ?? [])];
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${oneOf(words)})\\.?[\\s\\u00a0]+$`, 'iu');
});

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []).map(lookedUp);
}

function isMisspelt(own: Names, i: number, other: Names, j: number): boolean {
  const [one, two] = [own.words[i]!, other.words[j]!];
  if (one.folded.length < 4 || two.folded.length < 4 || one.folded[0] !== two.folded[0]) return false;
  if (isSlipOfSurname(own, i, other, j)) return true;
  // Senatorin, Prinz, Universität: words of their own language end in another way.
  if (one.folded.at(-1) !== two.folded.at(-1) && !isLetterChanged(one.folded, two.folded)) return false;
  const [a, b] = [one.skeleton, two.skeleton];
  const distance = editDistance(a, b);
  const permuted = isPermuted(a, b) || (one.folded.length >= 6 && isPermuted(one.folded, two.folded));
  const longest = Math.max(a.length, b.length);
  const beside = isSame(before(own, i), before(other, j)) || isSame(behind(own, i), behind(other, j));
  if (permuted && a.length >= 5 && !/(?:er|re)$/u.test(a))
    return beside || (!opens(own, i) && !opens(other, j)) || distance <= 2;
  if (!beside) return false;
  return distance <= Math.max(1, Math.floor(longest / 3)) && !isVowelShift(a, b, distance, /[au]ll/u.test(one.folded));
}

/** Surnames alone that differ by one slip, one of them behind a form of address: “M. Lavrof” for “Lavrov”. */
function isSlipOfSurname(own: Names, i: number, other: Names, j: number): boolean {
  const [one, two] = [own.words[i]!.folded, other.words[j]!.folded];
  if (Math.min(one.length, two.length) < 5 || !isOneSlip(one, two) || /(?:er|re)$/u.test(one)) return false;
  // Another form of the name, or one that languages write so: Elizabeth, Elisabeth; Katharina, Katarina.
  if (one.startsWith(two) || two.startsWith(one) || consonantsOf(one) === consonantsOf(two)) return false;
  const isAddressed = ({ words, text, courtesy }: Names, at: number) => courtesy.test(text.slice(0, words[at]!.at));
  return isAddressed(own, i) || isAddressed(other, j);
}

function consonantsOf(name: string): string {
  return name
    .replaceAll('h', '')
    .replaceAll('z', 's')
    .replace(/[aeiou]/gu, 'a');
}

function isPermuted(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

/** Solheim and Solhein: a consonant for another one is no ending of a language. */
function isLetterChanged(a: string, b: string): boolean {
  return (
    a.length >= 6 &&
    a.length === b.length &&
    a.slice(0, -1) === b.slice(0, -1) &&
    /[^aeiouy]{2}$/u.test(a.at(-1)! + b.at(-1)!)
  );
}

/** The word before one in the same name. */
function before({ words, text, between }: Names, i: number): CapitalWord | undefined {
  const [previous, word] = [words[i - 1], words[i]];
  return previous && word && between.test(text.slice(previous.at + previous.raw.length, word.at))
    ? previous
    : undefined;
}

/** The word behind one in the same name. */
function behind(names: Names, i: number): CapitalWord | undefined {
  return before(names, i + 1) && names.words[i + 1];
}

function opens({ words, text }: Names, i: number): boolean {
  const { at } = words[i]!;
  return at === 0 || /[.!?:«“"]\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** Whether the words beside two names are one: Jeanne Shaheen, Jeanne Sheehan. */
function isSame(one: CapitalWord | undefined, two: CapitalWord | undefined): boolean {
  return one !== undefined && two !== undefined && one.folded === two.folded && one.folded.length > 1;
}

/** Mohammed and Muhammad, Abdallah and Abdullah: one vowel, as transliterations differ. */
function isVowelShift(a: string, b: string, distance: number, doubled: boolean): boolean {
  if (distance > 1 || a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const pair = [a[at], b[at]].sort().join('');
  return pair === 'ai' || (pair === 'au' && (doubled || at >= a.length - 1));
}

/** How languages in Latin letters write the sounds of foreign names, each reduced to one spelling. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[ø]/gu, 'o'],
  [/[ł]/gu, 'l'],
  [/ae|oe/gu, 'e'],
  [/dsch|dzh|dj|tsch|tch|tsh|sch|sh|ch|zh|kh|cz|sz|č|j(?=[aeiou])/gu, 's'],
  [/ph/gu, 'f'],
  [/gu(?=[ei])/gu, 'g'],
  [/gh/gu, 'g'],
  [/ck|qu|[ckq]/gu, 'k'],
  [/w|ff/gu, 'v'],
  [/ts|tz|z+/gu, 'z'],
  [/ou|oo|[ou]+/gu, 'u'],
  [/[yij]+|ee|ei|ie/gu, 'i'],
  [/e$/gu, ''],
  [/iev$|eff$/gu, 'ev'],
  [/[ei]+/gu, 'i'],
  [/(.)\1+/gu, '$1'],
];

function skeletonOf(word: string): string {
  let known = skeletons.get(word);
  if (known === undefined) {
    known = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word.replace(/['’-]/gu, ''));
    if (skeletons.size > 50_000) skeletons.clear();
    skeletons.set(word, known);
  }
  return known;
}

const skeletons = new Map<string, string>();

/** Levenshtein 1966. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
