import { romanised } from '../glossary/names.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';

/** A word that may be part of a name, by how it sounds: "Petrushin", "Petrouchine" and "Петрушин" have the same key. */
export interface NameWord {
  readonly key: string;
  readonly start: number;
  /** Whether it says little, since this text writes many words with capitals, as German does. */
  readonly isNoun: boolean;
}

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]+/gu;
const LETTERED = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]+/gu;
/** Foreign names in scripts without capitals: with dots between their parts, or in their own syllabary. */
const SET_APART = /\p{Script=Han}{1,6}(?:[·・]\p{Script=Han}{1,6})+|[\p{Script=Katakana}ー]{3,}/gu;
/** What a capital behind says nothing: the beginning of the text, the end of a sentence, an opening mark. */
const OPENING = /(?:^|[.!?…:;«»“”„"‘(—–\n])\s*$/u;
/** With more of the words within sentences than this in capitals, nouns are written so. */
const MOST_CAPITALS = 0.22;

/**
 * The words of a text that may be names: those with a capital within a sentence, wherever else they stand, and names
 * that a script without capitals sets apart. In the order of the text.
 */
export function nameWordsIn(text: string, pack: LanguagePack): NameWord[] {
  const places: { word: string; start: number; isInner: boolean }[] = [];
  for (const { 0: word, index: start } of text.matchAll(CAPITALISED))
    places.push({ word, start, isInner: !OPENING.test(text.slice(Math.max(0, start - 4), start)) });
  const inner = places.filter(({ isInner }) => isInner);
  const names = new Set(inner.map(({ word }) => word));
  const words = text.match(LETTERED)?.length ?? 0;
  const isNoun = inner.length > MOST_CAPITALS * words;
  const found = places.flatMap(({ word, start }) => (names.has(word) ? wordAt(word, start) : []));
  for (const { 0: run, index } of text.matchAll(SET_APART)) {
    let start = index;
    for (const part of run.split(/[·・]/u)) {
      found.push(...wordAt(part, start));
      start += part.length + 1;
    }
  }
  return found.sort((a, b) => a.start - b.start);

  function wordAt(word: string, start: number): NameWord[] {
    const key = keyOf(word, pack);
    return key === '' ? [] : [{ key, start, isNoun }];
  }
}

const MAX_MET = 50_000;
const metWords = onceFor((_pack: LanguagePack) => new Map<string, string>());

function keyOf(word: string, pack: LanguagePack): string {
  const met = metWords(pack);
  let key = met.get(word);
  if (key === undefined) {
    if (met.size >= MAX_MET) met.clear();
    key = soundKey(romanised(word, pack));
    met.set(word, key);
  }
  return key;
}

/**
 * The consonants of a name in classes that transliterations keep: hisses are one, voiced and voiceless are one, an r that
 * no vowel follows and an h are none, as in Chinese; of vowels only that the name begins with one.
 */
function soundKey(latin: string): string {
  const letters = latin.toLowerCase().replace(/[^a-z]/gu, '');
  const sounds = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), letters);
  if (sounds.length >= 2) return sounds;
  return letters.length >= 2 ? `=${letters}` : '';
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/kh|gh/gu, 'k'],
  [/s?h?t?sch|shch|s?tch|chtch|[scz]h|[cs]z|dz?h?j|t[sz]|c(?=[eiy])/gu, 'S'],
  [/[sxzj]/gu, 'S'],
  [/h/gu, ''],
  [/[cgq]/gu, 'k'],
  [/[vw]/gu, 'f'],
  [/b/gu, 'p'],
  [/d/gu, 't'],
  [/r(?![aeiouy])/gu, ''],
  [/r/gu, 'l'],
  [/^[aeiouy]+/gu, 'A'],
  [/[aeiouy]/gu, ''],
  [/(.)\1+/gu, '$1'],
];
