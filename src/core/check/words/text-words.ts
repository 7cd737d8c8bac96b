import { keepingLast } from '../../last-text.ts';
import { onceFor } from '../../once-for.ts';
import { ownCopy } from '../../own-copy.ts';
import { isLetter } from './letters.ts';

/** What a word may say of a value: nothing; something; or something before one of these words alone. */
export type Voice = 'silent' | 'speaks' | ReadonlySet<string>;

/** A word of a language, in small letters, and what checks have found out about it, null until one has asked. */
export interface KnownWord {
  readonly text: string;
  voice: Voice | null;
  mayDeny: boolean | null;
  mayOppose: boolean | null;
}

/** The words of a text, runs of letters and marks, and where each begins. */
export interface TextWords {
  readonly words: readonly KnownWord[];
  readonly starts: readonly number[];
}

/** Words of a language that are kept, and their greatest length: what is longer is no word. */
const MAX_KEPT_WORDS = 100_000;
const MAX_KEPT_LENGTH = 40;

const knownWords = onceFor((_pack: object) => new Map<string, KnownWord>());

/**
 * Cuts a text into words, once for all checks that only want to know whether a word stands in it that concerns them: in most
 * texts none does, and they are done. Words come back, so each is kept with what is known of it.
 */
export const textWords = keepingLast((text: string, pack: object): TextWords => {
  const known = knownWords(pack);
  const small = text.toLowerCase();
  // Where there are more small letters than capitals, İ, the words keep their places.
  const isAsLong = small.length === text.length;
  const lower = isAsLong ? small : text;
  const words: KnownWord[] = [];
  const starts: number[] = [];
  for (let at = 0; at < lower.length; at += 1) {
    if (!isLetter(lower.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < lower.length && isLetter(lower.charCodeAt(end))) end += 1;
    const word = lower.slice(at, end);
    words.push(knownWord(known, isAsLong ? word : word.toLowerCase()));
    starts.push(at);
    at = end;
  }
  return { words, starts };
});

function knownWord(known: Map<string, KnownWord>, text: string): KnownWord {
  let word = known.get(text);
  if (word) return word;
  if (text.length > MAX_KEPT_LENGTH) return { text, voice: null, mayDeny: null, mayOppose: null };
  const own = ownCopy(text);
  word = { text: own, voice: null, mayDeny: null, mayOppose: null };
  if (known.size >= MAX_KEPT_WORDS) known.clear();
  known.set(own, word);
  return word;
}
