import { DASHES, OPENERS } from './stop-places.ts';

/** What stands behind a place where a sentence may end. */
export interface Head {
  /** White space before it. */
  readonly space: string;
  /** Its first letter, digit or sign behind marks that open. */
  readonly first: string;
  /** From that first letter on. */
  readonly words: string;
}

const HEAD = new RegExp(`^(\\s*)((?:,,|[${OPENERS}${DASHES}]|[«‹][\\s\\u00a0\\u202f])*\\s?)(.?)`, 'u');

export function headOf(after: string): Head {
  const [, space = '', opening = '', first = ''] = HEAD.exec(after) ?? [];
  return { space, first, words: after.slice(space.length + opening.length) };
}

/** Whether no sentence begins so, in any language: nothing, a mark of the sentence before, a sign, a small letter. */
export function beginsNothing(after: string, { first }: Head): boolean {
  if (after.trim() === '' || IMPOSSIBLE_HEADS.some((form) => form.test(after))) return true;
  return /\p{Ll}/u.test(first) && !SMALL_HEADS.some((form) => form.test(after));
}

const IMPOSSIBLE_HEADS: readonly RegExp[] = [
  // Marks that close or go on: ,, opens in some hands, and » before a letter in German and Danish.
  /^\s*(?!,,\p{L})[,;:)\]}]/u,
  /^[、，；：%·”’」』）】》]/u,
  /^[\s\u00a0\u202f]?[»›](?!\p{L})/u,
  /^["'](?=\s|$)/u,
  // A stop on its own; ".NET" and "…Then" begin one.
  /^\s*(?![.…])\p{Sentence_Terminal}/u,
  /^\s*[.…](?![\p{L}\p{N}])/u,
  // Signs between two things: Bros. & Co.
  /^\s*[&+=/|~^]/u,
  // What is counted, behind a shortened million: 3 Mio. €
  /^\s*[\p{Sc}%‰°](?![\s\u00a0\u202f]?\p{N})/u,
  // A year or years in brackets: Moore, ed. (2009)
  /^\s*\(\p{N}{3,}(?:[^()\p{L}]{0,12}[a-z]?)\)/u,
];

/** Words in small letters that begin sentences: Dutch ’s Avonds, where the capital comes after, and names like iPhone and easyJet. */
const SMALL_HEADS: readonly RegExp[] = [/^\s*['’]\p{Ll} \p{Lu}/u, /^\s*[“"«(]?\p{Ll}{1,6}\p{Lu}/u];

/** The first word of a head in small letters. */
export function firstWord(words: string): string {
  return /^[\p{L}\p{M}]+/u.exec(words)?.[0].toLowerCase() ?? '';
}

/** Whether two capitalised words follow one another: rather a name than the beginning of a sentence. */
export function looksLikeName(words: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'-]*[.,]? \p{Lu}[\p{L}\p{M}.]/u.test(words);
}

const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{M}])/u;

/** The Roman number that a text begins with, or an empty text: "Will" begins with none. */
export function romanNumberIn(text: string): string {
  return ROMAN.exec(text)?.[0] ?? '';
}
