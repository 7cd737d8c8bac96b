import type { LanguagePack } from '../../text/language-pack.ts';
import { compoundParts } from '../words/compounds.ts';
import { type Ending, wordRules } from '../words/word-rules.ts';
import type { Word } from '../words/words.ts';
import { TABLES, type TermNode } from './term-trie.ts';

/** What a word may be the first of. */
export interface Beginning {
  /** Of a term, itself or a part of it in a compound. */
  readonly term: boolean;
  /** Of a word of a term, joined with the word behind it. */
  readonly joint: boolean;
  /** How many letters of its end may be endings. */
  readonly end: number;
}

/** Tells which words of a text can be the first of a term, before anything else is asked: most are not, and come back. */
export interface FirstWords {
  beginningOf(word: Word): Beginning;
  /** Whether a word, as it is and whole, is the first of a term. */
  isFirst(word: Word): boolean;
  /** To be called when terms have been added. */
  forget(): void;
}

/** Words of which the answer is kept; fewer for a trie with fewer forms than that, of which there are many. */
const MAX_KEPT_WORDS = 50_000;
const MIN_KEPT_FORMS = 50;
/** Letters by which joined words are told apart. */
const BEGINNING_LETTERS = 4;

export function firstWords(tries: readonly TermNode<unknown>[], pack: LanguagePack): FirstWords {
  const { proclitics, formers, stems, irregular, number, gender } = wordRules(pack);
  // Where forms of a word differ in its end alone, what it begins with says that it is no form of a term's word.
  const isSteady = proclitics.length + formers.length + stems.length + irregular.size === 0;
  const known = new Map<string, Beginning>();
  let beginnings: ReadonlySet<string> | null = null;
  let isSmall: boolean | null = null;

  const isFirst = (word: Word) =>
    TABLES.some((table, t) => (!table.capitals || word.allCapitals) && hasAny(tries[t]!, table.keys(word)));
  const mayJoin = (word: Word) => {
    if (!isSteady || word.allCapitals || word.raw.length < BEGINNING_LETTERS) return true;
    beginnings ??= new Set(tries.flatMap((trie) => [...trie.next.keys()].map(firstLetters)));
    return beginnings.has(firstLetters(word.basic)) || beginnings.has(firstLetters(word.raw.toLowerCase()));
  };
  const endOf = ({ basic }: Word) => {
    const plural = longest(number, basic);
    // An ending of number is taken off, and then one of gender, whichever stands there then.
    return Math.max(plural > 0 ? plural + longest(gender, '') : 0, longest(gender, basic));
  };
  const of = (word: Word): Beginning => {
    let answer = known.get(word.raw);
    if (answer === undefined) {
      const term = isFirst(word) || compoundParts(word, pack).some(isFirst);
      answer = { term, joint: mayJoin(word), end: endOf(word) };
      isSmall ??= tries.every(({ next }) => next.size < MIN_KEPT_FORMS);
      if (known.size >= (isSmall ? MIN_KEPT_FORMS : MAX_KEPT_WORDS)) known.clear();
      known.set(word.raw, answer);
    }
    return answer;
  };
  return {
    beginningOf: of,
    isFirst,
    forget() {
      known.clear();
      beginnings = null;
      isSmall = null;
    },
  };
}

/** Whether a word may be the first of a term once it is joined with the word behind it. */
export function mayBeginJoined([word, own]: [Word, Beginning], [next, other]: [Word, Beginning]): boolean {
  return own.joint || word.raw.length + next.raw.length - other.end < BEGINNING_LETTERS;
}

function hasAny({ next }: TermNode<unknown>, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (next.has(key)) return true;
  return false;
}

/** The length of the longest ending that a word may have with whatever stands before it. */
function longest(endings: readonly Ending[], word: string): number {
  return endings.reduce(
    (length, { ending }) =>
      ending.length > length && (word.endsWith(ending) || ending.endsWith(word)) ? ending.length : length,
    0,
  );
}

function firstLetters(form: string): string {
  return form.slice(0, BEGINNING_LETTERS);
}
