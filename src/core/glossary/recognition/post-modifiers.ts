import { segmenterFor } from '../../align/model/tokens.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';

/** Letters in which a word is looked for again, where it may be the end of another one: 前 of 目前. */
const LOOKED_AT = 6;

/** A pattern for words as a whole; "*" in one stands for any ending. In a script without spaces they may stand anywhere. */
export function patternOf(words: readonly string[]): string {
  const unspaced = words.filter((word) => UNSPACED.test(word)).map(escaped);
  const spaced = words.filter((word) => !UNSPACED.test(word)).map(escaped);
  const parts = [
    ...(spaced.length > 0 ? [`(?<![\\p{L}\\p{M}])(?:${spaced.join('|')})(?![\\p{L}\\p{M}])`] : []),
    ...(unspaced.length > 0 ? [unspaced.join('|')] : []),
  ];
  return parts.length > 0 ? parts.join('|') : '(?!)';
}

function escaped(word: string): string {
  return word.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '[\\p{L}\\p{M}]*');
}

const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/**
 * What a text ends with of a pattern whose first group is the words; empty for nothing. In a script without spaces it must be
 * a word by itself.
 */
export function endingWith(text: string, pattern: RegExp, pack: LanguagePack): string {
  const found = pattern.exec(text)?.[1] ?? '';
  if (!found || !UNSPACED.test(found)) return found;
  const before = text.slice(-found.length - LOOKED_AT);
  const last = [...segmenterFor(pack.language).segment(before)].at(-1);
  return last && last.segment.length > found.length ? '' : found;
}
