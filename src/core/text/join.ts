import { scriptOf } from './language-tag.ts';

/** Scripts whose sentences follow each other without a space. */
const UNSPACED: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Hira', 'Kana']);

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Armi',
  'Rohg',
  'Mand',
  'Samr',
]);

/** The texts of a bead's side as one: joined by a space, by nothing in Chinese and Japanese. */
export function joinSegments(texts: readonly string[], language: string): string {
  return texts.join(jointIn(language));
}

/** What stands between two sentences of a language. */
export function jointIn(language: string): string {
  return UNSPACED.has(scriptOf(language)) ? '' : ' ';
}

/** Whether a language is written from right to left, by its script or the script it is usual in. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.has(scriptOf(language));
}
