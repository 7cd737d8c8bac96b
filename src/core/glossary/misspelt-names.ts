import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import type { AnyConcept } from './concept.ts';
import type { TermHit } from './hits.ts';
import { isOneSlip } from './one-slip.ts';
import { type Word, wordsOf } from './words/words.ts';

/** Shorter names differ by a letter without being one. */
const MIN_LETTERS = 5;

/** A surname as a text has it, and as it ought to be. */
export interface MisspeltName {
  readonly found: string;
  readonly expected: string;
  readonly start: number;
  readonly end: number;
  /** Which of the texts it stands in, from 0. */
  readonly at: number;
}

/** What else a word may be than a name misspelt. */
export interface OtherNames {
  /** Words of the other side, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Forms of the names that anyone in the glossary is called alone by. */
  readonly known: ReadonlySet<string>;
}

/**
 * The surname of a person in texts, where it is misspelt by one slip: "M. Lavrof". A word with an ending more is another
 * form of the name or another person's; one that the other side has is written as it is there.
 */
export function misspeltName(
  { terms }: AnyConcept,
  { pack, texts }: { readonly pack: LanguagePack; readonly texts: readonly NamedText[] },
  others: OtherNames,
): MisspeltName | null {
  const surnames = terms
    .filter(({ language, status }) => sameLanguage(language, pack.language) && status !== 'forbidden')
    .flatMap(({ text }) => wordsOf(text, pack).slice(1))
    .filter(({ basic, capital, raw }) => capital && basic.length >= MIN_LETTERS && HAS_CASE.test(raw));
  if (surnames.length === 0) return null;
  for (const [at, { text, hits }] of texts.entries()) {
    for (const word of wordsOf(text, pack)) {
      if (!mayBeName(word, text, hits, others)) continue;
      const right = surnames.find((name) => isMisspelt(name.basic, word.basic));
      if (right) return { found: word.raw, expected: right.raw, start: word.start, end: word.end, at };
    }
  }
  return null;
}

interface NamedText {
  readonly text: string;
  readonly hits: readonly TermHit<AnyConcept>[];
}

const HAS_CASE = /\p{Ll}/u;

function mayBeName(
  { raw, basic, capital, keys, start, end }: Word,
  text: string,
  hits: NamedText['hits'],
  others: OtherNames,
) {
  if (!capital || basic.length < MIN_LETTERS || !HAS_CASE.test(raw) || others.words.has(raw.toLowerCase()))
    return false;
  if ([...keys].some((key) => others.known.has(key))) return false;
  // Another word of the same name would be a stranger's: "Anna Lavrof".
  return !hits.some((hit) => start < hit.end && end > hit.start) && !isPart(text, start, end);
}

function isPart(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]-$/u.test(text.slice(0, start)) || /^-[\p{L}\p{N}]/u.test(text.slice(end));
}

function isMisspelt(name: string, word: string): boolean {
  return isOneSlip(name, word) && !name.startsWith(word) && !word.startsWith(name);
}
