import { withoutAccents } from '../text/fold.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { primarySubtag } from '../text/language-tag.ts';
import { UNSPACED_LETTERS } from '../text/unspaced.ts';
import { formsOf } from './inflection.ts';

/** A word of a text or a term, with the keys under which it is looked up. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** As it is compared, nothing taken off. */
  readonly basic: string;
  /** Its forms without endings of number and case; with `gender` those of gender, too. */
  readonly keys: ReadonlySet<string>;
  readonly genderKeys: ReadonlySet<string>;
  /** The same without accents, for words written in capitals. */
  readonly bareKeys: ReadonlySet<string>;
  /** Whether it begins with a capital, or its script has none. */
  readonly capital: boolean;
  /** Whether all of it is in capitals, and there are at least two. */
  readonly allCapitals: boolean;
}

const WORD = new RegExp(
  `[${UNSPACED_LETTERS}]|(?:\\p{Lu}\\.){2,}|\\p{Lu}\\.\\p{Lu}\\b|(?:(?![${UNSPACED_LETTERS}])[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);

/** The words of a text. Elided particles (l’, d’, qu’), the possessive ’s and joiners of script are no words. */
export function wordsOf(text: string, pack: LanguagePack): Word[] {
  const elisions = new Set(pack.elisions);
  const words: Word[] = [];
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const end = start + raw.length;
    const elided = /^[’'ʼ]\p{L}/u.test(text.slice(end, end + 2)) && elisions.has(raw.toLowerCase());
    const possessive = /^s$/iu.test(raw) && /[’']/u.test(text.charAt(start - 1)) && words.at(-1)?.end === start - 1;
    if (!elided && !possessive) words.push(wordFrom(raw, start, end, pack.language));
  }
  return words;
}

/** Two words of a text as one, with all that stands between them. */
export function joinedWord(first: Word, second: Word, language: string): Word {
  return wordFrom(`${first.raw}${second.raw}`, first.start, second.end, language);
}

/** A part of a compound as a word, which counts as beginning with a capital. */
export function partOfWord({ raw, start }: Word, from: number, to: number, language: string): Word {
  return { ...wordFrom(raw.slice(from, to), start + from, start + to, language), capital: true };
}

function wordFrom(raw: string, start: number, end: number, language: string): Word {
  const letters = raw.replaceAll('.', '');
  const lower = basic(letters, language);
  const forms = (gender: boolean) =>
    new Set([...proclitics(lower, language)].flatMap((w) => [...formsOf(w, language, gender)]));
  const genderKeys = forms(true);
  return {
    start,
    end,
    raw,
    basic: lower,
    keys: forms(false),
    genderKeys,
    bareKeys: new Set([...genderKeys].map(withoutAccents)),
    capital: /^(?:\p{Lu}|\p{Lo}|\p{N})/u.test(letters),
    // The plural of an acronym is one: CEOs.
    allCapitals: /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(letters),
  };
}

/** A word as words are compared: lower case, ligatures apart, its first letter without accent, since capitals often go without. */
function basic(word: string, language: string): string {
  const lower = word.normalize('NFC').toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae');
  const first = withoutAccents(lower.charAt(0)) + lower.slice(1);
  switch (primarySubtag(language)) {
    case 'de':
      return withoutAccents(lower).replace(/ß/gu, 'ss');
    case 'ar':
    case 'fa':
    case 'ur':
      return withoutAccents(lower)
        .replace(/[\u064b-\u065f\u0670\u0640]/gu, '')
        .replace(/[أإآٱ]/gu, 'ا')
        .replace(/[ىی]/gu, 'ي')
        .replace(/ک/gu, 'ك')
        .replace(/ة/gu, 'ه');
    case 'en':
      return british(first);
    case 'ru':
      return first.replace(/ё/gu, 'е');
    default:
      return first;
  }
}

/** An English word as the British write it: organisation, defence, centre, labour. */
function british(word: string): string {
  return word
    .replace(/iz(?=(?:ations?|ational|e|ed|es|ers?|ing)$)/u, 'is')
    .replace(/^(defen|offen|licen)s(?=es?$)/u, '$1c')
    .replace(/^(cent|theat|fib)er(?=s?$)/u, '$1re')
    .replace(/^((?:lab|harb|col|fav|hon|neighb|behavi|rum)o)r(?=s?$|ed$|ing$)/u, '$1ur')
    .replace(/^(program)mes?$/u, '$1');
}

/** An Arabic word with and without what is written together with it: and, so, by, for, like, the. */
function proclitics(word: string, language: string): Set<string> {
  const found = new Set([word]);
  if (primarySubtag(language) !== 'ar') return found;
  for (const prefix of ['و', 'ف', 'ب', 'ك', 'ل', 'ال', 'لل', 'وال', 'فال', 'بال', 'كال', 'ول', 'وب', 'ولل', 'وبال']) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue;
    const rest = word.slice(prefix.length);
    found.add(rest);
    // "for the" is written without the alef of the article.
    if (prefix.endsWith('لل')) found.add(`ال${rest}`);
  }
  return found;
}

/** A word without accents. */
export function bareOf(word: Word): string {
  return withoutAccents(word.basic);
}
