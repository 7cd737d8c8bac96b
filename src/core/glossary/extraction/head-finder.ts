import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { AnyConcept } from '../concept.ts';
import { termMatcher } from '../matching.ts';
import { type Word, wordsOf } from '../words/words.ts';
import type { HeadKind, HeadWord } from './head-words.ts';

/** A head word found in a text. */
export interface HeadHit {
  readonly start: number;
  readonly end: number;
  readonly word: HeadWord;
}

/** Finds words of posts and bodies in one language. */
export interface HeadFinder {
  /** Those in a text, the longest in each place. */
  readonly find: (text: string) => HeadHit[];
  /** By the word itself, in lower case: for scripts whose texts are cut by what they hold. */
  readonly exact: ReadonlyMap<string, HeadWord>;
  /** What a compound is made of, its last part a head; null where it ends in none. */
  readonly compound: (word: Word) => CompoundPart[] | null;
}

export interface CompoundPart {
  /** In UTF-16 units from the beginning of the word. */
  readonly start: number;
  readonly end: number;
  /** Null for a part that nothing is known of. */
  readonly word: HeadWord | null;
}

/** The finder of a pack, made once. */
export const headFinder = onceFor(finderOf);

interface HeadConcept extends AnyConcept {
  readonly word: HeadWord;
}

function finderOf(pack: LanguagePack): HeadFinder {
  const words = pack.heads?.words ?? [];
  const whole = words.filter(({ prefix }) => !prefix);
  const match = termMatcher(
    whole.map((word) => conceptOf(word, pack.language)),
    pack,
    { anyPost: true },
  );
  return {
    find: (text) =>
      match(text).flatMap(({ start, end, concept, part }) => (part ? [] : [{ start, end, word: concept.word }])),
    exact: new Map(whole.map((word) => [word.text.toLowerCase(), word])),
    compound: pack.grammar?.compounds ? compoundReader(words, pack) : () => null,
  };
}

function conceptOf(word: HeadWord, language: string): HeadConcept {
  return {
    // Words for people and adjectives have endings of gender.
    kind: word.meanings.role || word.meanings.country ? 'role' : 'organisation',
    definition: '',
    note: '',
    terms: [{ language, text: word.text, status: 'preferred', partOfSpeech: '', gender: '', note: '' }],
    word,
  };
}

/** What heads can be at the end of a compound, and how many letters must stand before it. */
const HEADS: readonly HeadKind[] = ['role', 'body', 'thing'];
const LEAST_BEFORE = 3;

function compoundReader(words: readonly HeadWord[], pack: LanguagePack): HeadFinder['compound'] {
  const basicOf = (word: HeadWord) => {
    const parts = wordsOf(word.text, pack);
    return parts.length === 1 ? parts[0]!.basic : null;
  };
  const listed = words.flatMap((word) => {
    const basic = basicOf(word);
    return basic === null ? [] : [{ basic, word }];
  });
  const longest = (a: { basic: string }, b: { basic: string }) => b.basic.length - a.basic.length;
  const ends = listed
    .filter(({ basic, word }) => !word.prefix && basic.length > 2 && HEADS.some((kind) => word.meanings[kind]))
    .sort(longest);
  const joints = pack.grammar?.compounds?.joints ?? [];
  const beginnings = new Map(
    listed.filter(({ word }) => word.prefix || word.meanings.field).map(({ basic, word }) => [basic, word]),
  );
  return (word) => {
    for (const { basic, word: head } of ends) {
      const form = [...word.keys].find((key) => key.endsWith(basic) && key.length - basic.length >= LEAST_BEFORE);
      if (form === undefined) continue;
      const before = form.slice(0, form.length - basic.length);
      const cut = rawLength(word, before.length);
      return [...partsBefore(before, beginnings, joints, word), { start: cut, end: word.raw.length, word: head }];
    }
    return null;
  };
}

/** What stands before the head of a compound, cut by the words that it begins with. */
function partsBefore(
  before: string,
  beginnings: ReadonlyMap<string, HeadWord>,
  joints: readonly string[],
  word: Word,
): CompoundPart[] {
  const parts: CompoundPart[] = [];
  let at = 0;
  while (at < before.length) {
    let end = before.length;
    let found: HeadWord | undefined;
    for (; end > at && !found; end -= found ? 0 : 1) {
      found = beginningOf(before.slice(at, end), beginnings, joints);
      if (found) break;
    }
    if (!found) end = before.length;
    parts.push({ start: rawLength(word, at), end: rawLength(word, end), word: found ?? null });
    at = end;
  }
  return parts;
}

function beginningOf(
  text: string,
  beginnings: ReadonlyMap<string, HeadWord>,
  joints: readonly string[],
): HeadWord | undefined {
  for (const joint of ['', ...joints]) {
    if (!text.endsWith(joint)) continue;
    const found = beginnings.get(joint ? text.slice(0, -joint.length) : text);
    if (found) return found;
  }
  return undefined;
}

/** How many letters of a word as written make so many of the word as it is compared, in which ß is ss. */
function rawLength({ raw }: Word, basic: number): number {
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (length >= basic) return at;
    length += /[ßœæ]/iu.test(raw[at]!) ? 2 : 1;
  }
  return raw.length;
}
