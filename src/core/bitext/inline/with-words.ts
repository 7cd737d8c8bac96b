import { diffWordsWithSpace } from 'diff';
import { CODE } from './codes.ts';
import { placesInText, plainText } from './plain-text.ts';

/**
 * A text with its codes, changed as its words were. None is lost: one that stood behind words that are others now stands
 * behind as many of these.
 * @param words the text as it is to be read
 */
export function withWords(text: string, words: string): string {
  const before = plainText(text);
  if (before === text) return words;
  const places = placesInText(text);
  let [at, from, made, gone] = [0, 0, '', ''];
  for (const { value, added, removed } of diffWordsWithSpace(before, words)) {
    if (added) {
      made += withCodesOf(gone, value);
      gone = '';
      continue;
    }
    at += value.length;
    const to = at === before.length ? text.length : places[at]!;
    const piece = text.slice(from, to);
    from = to;
    if (removed) {
      gone += piece;
      continue;
    }
    made += withCodesOf(gone, '') + piece;
    gone = '';
  }
  return made + withCodesOf(gone, '');
}

/** Words in the place of others, with the codes that stood among these. */
function withCodesOf(gone: string, words: string): string {
  const ends = [0, ...[...words.matchAll(/\S+/gu)].map(({ 0: word, index }) => index + word.length)];
  let [made, at] = ['', 0];
  for (const { 0: code, index } of gone.matchAll(CODE)) {
    const behind = plainText(gone.slice(0, index)).match(/\S+/gu)?.length ?? 0;
    const end = Math.max(at, ends[Math.min(behind, ends.length - 1)]!);
    made += words.slice(at, end) + code;
    at = end;
  }
  return made + words.slice(at);
}
