import type { LineShape } from './line-shape.ts';

/**
 * How many of a line's longer words stand in paragraphs of the page, the line
 * itself not counted: lines of the article speak of what it speaks of, cards of
 * other stories do not. In scripts without spaces pairs of letters are words.
 * @returns per line a bucket from '0' (none) to '4' (nearly all), or 'no' where there are no such words
 */
export function overlapOf(lines: readonly string[], shapes: readonly LineShape[]): string[] {
  const words = lines.map(wordsOf);
  const paragraphs = new Map<string, number>();
  shapes.forEach(({ size }, i) => {
    if (size !== 'full') return;
    for (const word of words[i]!) paragraphs.set(word, (paragraphs.get(word) ?? 0) + 1);
  });
  return lines.map((_, i) => {
    const own = words[i]!;
    if (own.size === 0) return 'no';
    const least = shapes[i]!.size === 'full' ? 2 : 1;
    const shared = [...own].filter((word) => (paragraphs.get(word) ?? 0) >= least).length / own.size;
    return String(shared === 0 ? 0 : shared < 0.2 ? 1 : shared < 0.4 ? 2 : shared < 0.7 ? 3 : 4);
  });
}

const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words of four letters and more, their ends cut off, so that inflected forms meet. */
function wordsOf(line: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{M}]{2,}|\p{N}{2,}/gu)) {
    if (UNSPACED_SCRIPT.test(word)) for (let k = 0; k + 2 <= word.length; k++) words.add(word.slice(k, k + 2));
    else if (word.length >= 4 || /\p{Script=Hangul}/u.test(word))
      words.add(word.slice(0, Math.max(4, word.length - 2)));
    else if (/^\p{N}/u.test(word)) words.add(word);
  }
  return words;
}
