import type { LanguagePack } from '../language-pack.ts';
import type { StopPlace } from './stop-places.ts';

/** Whether an ellipsis ends a sentence; undefined where the other rules say. */
export type EllipsisTest = (text: string, place: StopPlace, from: number) => boolean | undefined;

/**
 * Where there are no capitals, an ellipsis within quotation marks is a pause, and so is one behind a word that joins
 * clauses, or before one that goes on. Elsewhere it ends a sentence, in scripts without spaces, too.
 */
export function ellipsisTest({ goesOnWith = [], joinsBefore = [] }: LanguagePack): EllipsisTest {
  return (text, { at, stops, end }, from) => {
    if (!/^(?:\.{2,}|[.…]*…)$/u.test(stops) || !UNCASED_END.test(text.slice(from, at))) return undefined;
    const after = text.slice(end, end + REACH).trimStart();
    if (!/^["“«「『（(]?[\p{Lo}\p{N}]/u.test(after)) return undefined;
    const before = text.slice(from, at).trimEnd();
    if (isQuoted(before)) return false;
    if (joinsBefore.some((word) => before.endsWith(word)) || goesOnWith.some((word) => after.startsWith(word)))
      return false;
    return UNSPACED_END.test(before) ? true : undefined;
  };
}

/** How far it is looked ahead. */
const REACH = 20;

const UNCASED_END = /\p{Lo}\p{M}*\s?$/u;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Whether a quotation is open at the end of a text. */
function isQuoted(text: string): boolean {
  let open = '';
  for (const [mark] of text.matchAll(/["“”«»「」『』（）()]/gu)) {
    if (mark === open) open = '';
    else if (open === '') open = CLOSING[mark] ?? '';
  }
  return open !== '';
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '«': '»',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
};
