/**
 * Makes what puts words together that were cut at the ends of lines of a text.
 * The hyphen stays where it is the word's own: behind a number (20-year), between
 * names (Jean-Pierre), in a word that has another (state-of-the-art), and where the
 * text writes the word so elsewhere; and with a space where it stands for a part
 * that comes later (“Vor- und Nachteile”). Everywhere else the line's end brought it.
 */
export function wordJoiner(text: string): (slice: string) => string {
  let words: ReadonlyMap<string, number> | null = null;
  return (slice) =>
    slice.replace(BROKEN_WORD, (_, before: string, hyphen: string, after: string) => {
      if (hyphen === '\u00ad') return before + after;
      words ??= wordsIn(text);
      return before + jointOf(before, after, words) + after;
    });
}

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;
const BROKEN_WORD = new RegExp(
  String.raw`(${WORD}(?:[-\u2010\u2011]${WORD})*)([-\u2010\u00ad])\r?\n\s*(${WORD})`,
  'gu',
);
const WHOLE_WORD = new RegExp(String.raw`${WORD}(?:[-\u2010\u2011]${WORD})*(?![-\u2010\u00ad]\r?\n)`, 'gu');

/** How often each word stands in a text, in small letters. */
function wordsIn(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(WHOLE_WORD)) {
    const small = word.toLowerCase().replace(/[\u2010\u2011]/gu, '-');
    words.set(small, (words.get(small) ?? 0) + 1);
  }
  return words;
}

function jointOf(before: string, after: string, words: ReadonlyMap<string, number>): string {
  if (/\p{N}$/u.test(before)) return '-';
  const shouted = /^\p{Lu}{2,}$/u.test(before + after);
  if (!/^\p{Ll}/u.test(after) && !shouted) return '-';
  const [small, next] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(small + next)) return '';
  if (words.has(`${small}-${next}`) || before.includes('-')) return '-';
  const isWord = next.length <= MAX_CONJUNCTION_LENGTH && (words.get(next) ?? 0) >= MIN_OCCURRENCES;
  return isWord ? '- ' : '';
}

/** A conjunction is short, and also occurs in the text as a word of its own. */
const MAX_CONJUNCTION_LENGTH = 4;
const MIN_OCCURRENCES = 3;
