import anyAscii from 'any-ascii';
import { onceFor } from '../once-for.ts';
import type { LanguagePack, SharedWords } from '../text/language-pack.ts';
import { namePatterns } from './name-patterns.ts';
import { areOthers } from './other-people.ts';
import { compiled, type Spelling, wordRules } from './words/word-rules.ts';

/**
 * The probability that two names, each as its language writes it, are one:
 * "Sergey Lavrov" and "Сергей Лавров", "Xi Jinping" and "习近平". Both are put
 * into Latin letters and their sounds into classes; parts are matched best
 * first, in any order; what is left over or unlike speaks against it.
 */
export function sameName(a: string, aPack: LanguagePack, b: string, bPack: LanguagePack): number {
  const [left, right] = [partsOf(a, aPack), partsOf(b, bPack)];
  if (left.length === 0 || right.length === 0) return 0;
  // Scripts that write few vowels, or no space between the parts of a name.
  const vowel = VOWELLESS_SCRIPT.test(a) !== VOWELLESS_SCRIPT.test(b) ? 0.08 : 0.35;
  const whole = likeness(left.join(''), right.join(''), vowel);
  if (SPACELESS_SCRIPT.test(a) || SPACELESS_SCRIPT.test(b)) return probability(whole - 0.04 - syllablesAmiss(a, b));
  const matched = matchParts(left, right, vowel);
  const [few, many] = [Math.min(left.length, right.length), Math.max(left.length, right.length)];
  const worst = Math.min(...matched);
  const mean = matched.reduce((sum, value) => sum + value, 0) / few;
  // Parts that stand on one side alone are middle names, or another person's.
  const leftOver = (many - few) / many;
  const parts = 0.3 * mean + 0.7 * worst - 0.3 * leftOver;
  const score = left.length === right.length ? parts : Math.max(parts, whole - 0.03);
  return probability(
    score - (areOthers(left, right, aPack.shared.nameWords) ? OTHER_NAME_COST : 0),
    LATIN.test(a) && LATIN.test(b) ? MIDDLE_LATIN : MIDDLE,
  );
}

/** What speaks against a pair of names that differ in a way in which nobody's own name does. */
const OTHER_NAME_COST = 0.45;

/** A Chinese name has as many syllables as letters; what it costs if the other has not. */
function syllablesAmiss(a: string, b: string): number {
  const [han, latin] = /\p{Script=Han}/u.test(a) ? [a, b] : [b, a];
  const letters = han.match(/\p{Script=Han}/gu)?.length ?? 0;
  const syllables = anyAscii(latin).match(/[aeiouy]+/giu)?.length ?? 0;
  return letters > 0 && /^[\p{Script=Latin}\s'’-]+$/u.test(latin) && letters !== syllables ? 0.12 : 0;
}

const VOWELLESS_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LATIN = /^\P{L}*(?:\p{Script=Latin}\P{L}*)+$/u;
const SPACELESS_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}]/u;

function probability(score: number, middle = MIDDLE): number {
  return Math.min(0.99, 1 / (1 + Math.exp(-STEEPNESS * (score - middle))));
}

/** Parameters of the logistic curve, fitted to the project's pairs of names (`bench/data/names.tsv`). */
const STEEPNESS = 18;
const MIDDLE = 0.7;
/** Two names in Latin letters have to be more alike: no transliteration stands between them. */
const MIDDLE_LATIN = 0.745;

function partsOf(name: string, pack: LanguagePack): string[] {
  const { titles } = namePatterns(pack.shared.nameWords);
  const latin = romanised(name, pack)
    .toLowerCase()
    .replace(/[’'`ʼ]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((part) => part !== '');
  const kept = latin.filter((part) => !titles.has(part));
  return (kept.length > 0 ? kept : latin).slice(0, 8);
}

/** Letters of Latin, with what a language or a script's usual transliteration gets wrong for names put right. */
export function romanised(name: string, pack: LanguagePack): string {
  let text = name.normalize('NFC');
  for (const [pattern, written] of wordRules(pack).nameSpellings) text = text.replace(pattern, written);
  if (!LATIN.test(text)) {
    for (const [pattern, written] of scriptSpellings(pack.shared)) text = text.replace(pattern, written);
  }
  return anyAscii(text);
}

const scriptSpellings = onceFor(({ scriptSpellings }: SharedWords): readonly Spelling[] =>
  compiled(scriptSpellings, 'giu'),
);

/** Letters as classes of sounds: capitals are sounds that Latin letters write in several ways. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|stch|chtch/gu, 'S'],
  [/tsch|tch|cz|tsh|ch/gu, 'C'],
  [/sch|sh|sz|zh|dzh|dj|dz(?=h)/gu, 'S'],
  [/j(?=[aeiou])|g(?=[ei])/gu, 'J'],
  [/kh|gh/gu, 'H'],
  [/ph|ff/gu, 'f'],
  [/th|dh/gu, 't'],
  [/x/gu, 'ks'],
  [/[cq]/gu, 'k'],
  [/w/gu, 'v'],
  [/tz|ts|z/gu, 's'],
  [/d/gu, 't'],
  [/g/gu, 'k'],
  [/b/gu, 'p'],
  [/h/gu, 'H'],
  [/[yij]/gu, 'i'],
  [/[uo]+/gu, 'o'],
  [/[ae]+/gu, 'a'],
  [/(.)\1+/gu, '$1'],
];

function soundsOf(part: string): string {
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), part);
}

/** What it costs to take one sound for another; pairs that are not here cost a whole sound. */
const SOUND_COSTS: Readonly<Record<string, number>> = {
  pv: 0.3,
  fv: 0.15,
  fp: 0.4,
  CS: 0.25,
  Ck: 0.5,
  Cs: 0.4,
  CJ: 0.3,
  HK: 0.2,
  Hk: 0.25,
  JS: 0.2,
  Jk: 0.3,
  Ss: 0.3,
  JH: 0.3,
  CH: 0.4,
  HJ: 0.3,
  st: 0.6,
  Js: 0.4,
  mn: 0.5,
  lr: 0.6,
  Ji: 0.2,
  HS: 0.4,
  Ct: 0.5,
};

const isVowel = (sound: string) => /[aio]/u.test(sound);

/** How alike two parts are, from 0 to 1: one less the weighted edit distance of their sounds (Levenshtein 1966). */
function likeness(a: string, b: string, vowel: number): number {
  if (a === b) return 1;
  const [left, right] = [[...soundsOf(a)], [...soundsOf(b)]];
  // An initial stands for any name that begins with it.
  if (a.length === 1 || b.length === 1) return left[0] === right[0] || a[0] === b[0] ? 0.85 : 0;
  const drop = (sound: string) => (isVowel(sound) ? vowel : sound === 'H' ? 0.3 : 1);
  const swap = (x: string, y: string) => {
    if (x === y) return 0;
    if (isVowel(x) && isVowel(y)) return vowel / 2;
    if (isVowel(x) || isVowel(y)) return SOUND_COSTS[x + y] ?? SOUND_COSTS[y + x] ?? 1;
    return SOUND_COSTS[x + y] ?? SOUND_COSTS[y + x] ?? 1;
  };
  let row = [0];
  for (const y of right) row.push(row.at(-1)! + drop(y));
  for (const x of left) {
    const next = [row[0]! + drop(x)];
    right.forEach((y, j) => {
      next.push(Math.min(row[j + 1]! + drop(x), next[j]! + drop(y), row[j]! + swap(x, y)));
    });
    row = next;
  }
  const weight = (sounds: readonly string[]) =>
    sounds.reduce((sum, sound) => sum + (isVowel(sound) ? Math.max(vowel, 0.2) : 1), 0);
  return Math.max(0, 1 - row.at(-1)! / Math.max(weight(left), weight(right)));
}

/**
 * Whether two names begin with sounds that a transliteration may take for one another; all vowels are one, since scripts whose
 * letters are syllables write few of them.
 */
export function beginAlike(a: string, aPack: LanguagePack, b: string, bPack: LanguagePack): boolean {
  const first = (name: string, pack: LanguagePack) =>
    soundsOf(
      romanised(name, pack)
        .toLowerCase()
        .replace(/[^a-z]/gu, '')
        .replace(/^x/u, 's'),
    ).charAt(0);
  const [x, y] = [first(a, aPack), first(b, bPack)];
  if (x === '' || y === '') return false;
  if (x === y || (isVowel(x) && isVowel(y))) return true;
  return (SOUND_COSTS[x + y] ?? SOUND_COSTS[y + x] ?? 1) <= 0.6;
}

/** The likenesses of the parts of the shorter name to their partners, best pairs first. */
function matchParts(left: readonly string[], right: readonly string[], vowel: number): number[] {
  const pairs = left.flatMap((a, i) => right.map((b, j) => ({ i, j, value: likeness(a, b, vowel) })));
  pairs.sort((a, b) => b.value - a.value || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  const matched: number[] = [];
  for (const { i, j, value } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    matched.push(value);
  }
  return matched;
}
