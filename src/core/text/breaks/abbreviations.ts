import type { LanguagePack } from '../language-pack.ts';
import { looksLikeName } from './sentence-heads.ts';

/** What may stand behind an abbreviation; "inner" is the first part of one that is written apart: "z. B.". */
export type AbbreviationKind =
  | 'titles'
  | 'abbreviations'
  | 'closing'
  | 'suffixes'
  | 'places'
  | 'eras'
  | 'ifNumbered'
  | 'beforeNumbers'
  | 'afterNumbers'
  | 'date'
  | 'inner';

/** The abbreviations of a language. */
export interface AbbreviationTable {
  /**
   * All that the pack says of the word before a full stop.
   * @param before the sentence up to the stop
   * @param word its last word
   * @param words what follows
   */
  kindsOf(before: string, word: string, words: string): ReadonlySet<AbbreviationKind>;
  /** Whether a word that no list has looks like an abbreviation: "Skt" has no vowel. */
  looksShortened(word: string): boolean;
}

export function abbreviationTable(pack: LanguagePack): AbbreviationTable {
  const kinds = new Map<string, Set<AbbreviationKind>>();
  const add = (words: readonly string[], kind: AbbreviationKind) => {
    for (const word of words) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  };
  add(pack.titles, 'titles');
  add(pack.abbreviations, 'abbreviations');
  add(pack.properAbbreviations ?? [], 'abbreviations');
  add(pack.ifNumbered ?? [], 'ifNumbered');
  const [closing, eras] = [pack.closing, pack.eras].map((words = []) => words.filter((word) => word.includes(' ')));
  add(pack.closing ?? [], 'closing');
  add(pack.suffixes ?? [], 'suffixes');
  add(pack.places ?? [], 'places');
  add(pack.eras ?? [], 'eras');
  add(pack.beforeNumbers, 'beforeNumbers');
  add(pack.afterNumbers ?? [], 'afterNumbers');
  add([...pack.months, ...pack.weekdays].flatMap(shortForms), 'date');
  const inner = new Set([...kinds.keys()].flatMap(firstParts));

  function kindsOf(before: string, word: string, words: string): ReadonlySet<AbbreviationKind> {
    const next = /^\p{L}[\p{L}\p{M}-]{0,3}(?=\.)/u.exec(words)?.[0];
    const apart = writtenApart(before);
    const whole = word.toLowerCase();
    if (closing?.some((phrase) => endsInPhrase(before, phrase)) && !looksLikeName(words)) return CLOSING;
    if (eras?.some((phrase) => endsInPhrase(before, phrase))) return ERAS;
    if (next && [whole, ...apart].some((start) => inner.has(`${start}.${next.toLowerCase()}`))) return INNER;
    const isInitials = SPACED_INITIALS.test(before);
    for (const known of [...apart, word, whole, whole.replace(/^\P{N}*[’'-]/u, '')]) {
      const found = kinds.get(known);
      // A single capital is an initial, whatever the small letter stands for: "ff. f." and "Dr. F. Uhlig".
      const isName = isInitials || (/^\p{Lu}$/u.test(word) && known === whole);
      if (found && !(isName && INITIALS_ARE_NOT.some((kind) => found.has(kind)))) return found;
    }
    if (pack.endings?.some((ending) => whole.endsWith(ending))) return BEFORE_NUMBERS;
    // Titles written together: "PGS.TS."
    const last = kinds.get(/^(?:\p{L}{1,4}\.)+(\p{L}{2,})$/u.exec(whole)?.[1] ?? '');
    if (last?.has('titles')) return last;
    return NONE;
  }

  return { kindsOf, looksShortened: (word) => !/\p{Lu}\p{Lu}/u.test(word) && VOWELLESS_WORD.test(word) };
}

/** What no capitals with full stops are. */
const INITIALS_ARE_NOT: readonly AbbreviationKind[] = ['eras', 'closing'];

const CLOSING: ReadonlySet<AbbreviationKind> = new Set(['closing']);
const ERAS: ReadonlySet<AbbreviationKind> = new Set(['eras']);
const INNER: ReadonlySet<AbbreviationKind> = new Set(['inner']);
const BEFORE_NUMBERS: ReadonlySet<AbbreviationKind> = new Set(['beforeNumbers']);
const NONE: ReadonlySet<AbbreviationKind> = new Set();

/** Whether a text ends in words such as “и др”, of which the last alone is something else. */
function endsInPhrase(before: string, phrase: string): boolean {
  const start = before.length - phrase.length;
  return start > 0 && before.slice(start).toLowerCase() === phrase && /[\s,(]/u.test(before.charAt(start - 1));
}

/** Two to five letters and no vowel among them, nor r and l, which Slavic languages speak as vowels. */
const VOWELLESS_WORD = /^(?:(?=\p{Script=Latin})[^\W\daeiouylr_]{2,5}|[бвгджзкмнпстфхцчшщ]{2,5})$/iu;

/** The short forms among the names of a month or day: "jan" of "january". */
function shortForms([full = '', ...others]: readonly string[]): string[] {
  return others.filter((form) => form.length <= 4 && full.startsWith(form.slice(0, 2)));
}

/** "d.h" and "p.n.e" begin with "d.h" too, and with "p.n". */
function firstParts(word: string): string[] {
  const parts = word.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 2).join('.'));
}

/** "A. C." is a name, “a. C.” an era. */
const SPACED_INITIALS = /(?<![\p{L}\p{M}])\p{Lu}\.[ \u00a0\u202f]\p{Lu}$/u;

const SPACED_PARTS = /(?<![\p{L}\p{N}\p{M}])(?:\p{L}[\p{L}-]{0,3}\.[ \u00a0\u202f]?)+\p{L}[\p{L}-]{0,3}$/u;

/** An abbreviation whose parts stand apart, put together, the longest first: "z. B" as "z.b". */
function writtenApart(before: string): string[] {
  const parts =
    SPACED_PARTS.exec(before.slice(-MAX_ABBREVIATION_LENGTH))?.[0]
      .toLowerCase()
      .split(/\.[ \u00a0\u202f]?/u) ?? [];
  return parts.slice(0, -1).map((_, i) => parts.slice(i).join('.'));
}

/** No abbreviation is longer. */
const MAX_ABBREVIATION_LENGTH = 24;
