import type { LanguagePack } from '../../text/language-pack.ts';
import { compoundParts } from '../words/compounds.ts';
import { type Ending, wordRules } from '../words/word-rules.ts';
import type { Word } from '../words/words.ts';
import { TABLES, type TermNode } from './term-trie.ts';

/** What a word may be the first of. */
interface Beginning {
  /** Of a term, itself or a part of it in a compound. */
  readonly term: boolean;
  /** Of a word of a term, joined with the word behind it. */
  readonly joint: boolean;
}

/** Tells which words of a text can be the first of a term, before anything else is asked: most are not, and come back. */
export interface FirstWords {
  of(word: Word): Beginning;
  /** Whether two words are so short that `joint` says nothing of them. */
  areShort(word: Word, next: Word): boolean;
  /** To be called when terms have been added. */
  forget(): void;
}

/** A small trie is asked as fast as what is kept of its answers, and there are many of them. */
const MIN_KEPT_FORMS = 50;
/** Words of which the answer is kept. */
const MAX_KEPT_WORDS = 50_000;
/** Letters by which joined words are told apart. */
const BEGINNING_LETTERS = 4;

const BEGINNINGS: readonly Beginning[] = [
  { term: false, joint: false },
  { term: true, joint: false },
  { term: false, joint: true },
  { term: true, joint: true },
];

export function firstWords(tries: readonly TermNode<unknown>[], pack: LanguagePack): FirstWords {
  const { proclitics, formers, stems, irregular, number, gender } = wordRules(pack);
  // Where forms of a word differ in its end alone, what it begins with says that it is no form of a term's word.
  const isSteady = proclitics.length + formers.length + stems.length + irregular.size === 0;
  // An ending of number is taken off, and then one of gender.
  const longestEnd = longest(number) + longest(gender);
  const known = new Map<string, Beginning>();
  let beginnings: ReadonlySet<string> | null = null;

  const isFirst = (word: Word) =>
    TABLES.some((table, t) => (!table.capitals || word.allCapitals) && hasAny(tries[t]!, table.keys(word)));
  const mayJoin = (word: Word) => {
    if (!isSteady || word.allCapitals || word.raw.length < BEGINNING_LETTERS) return true;
    beginnings ??= new Set(tries.flatMap((trie) => [...trie.next.keys()].map(beginningOf)));
    return beginnings.has(beginningOf(word.basic)) || beginnings.has(beginningOf(word.raw.toLowerCase()));
  };
  const ask = (word: Word): Beginning =>
    BEGINNINGS[Number(isFirst(word) || compoundParts(word, pack).some(isFirst)) + 2 * Number(mayJoin(word))]!;

  return {
    of(word) {
      if (tries.every(({ next }) => next.size < MIN_KEPT_FORMS)) return ask(word);
      let answer = known.get(word.raw);
      if (answer === undefined) {
        answer = ask(word);
        if (known.size >= MAX_KEPT_WORDS) known.clear();
        known.set(word.raw, answer);
      }
      return answer;
    },
    areShort: (word, next) => word.raw.length + next.raw.length < BEGINNING_LETTERS + longestEnd,
    forget() {
      known.clear();
      beginnings = null;
    },
  };
}

function hasAny({ next }: TermNode<unknown>, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (next.has(key)) return true;
  return false;
}

function longest(endings: readonly Ending[]): number {
  return Math.max(0, ...endings.map(({ ending }) => ending.length));
}

function beginningOf(form: string): string {
  return form.slice(0, BEGINNING_LETTERS);
}
