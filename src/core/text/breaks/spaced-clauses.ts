import type { LanguagePack } from '../language-pack.ts';

/** Shorter runs of letters are names, numbers and parts of a list. */
const MIN_CLAUSE_LENGTH = { before: 14, after: 11 };

/** A title close before a space stands before a name of two words. */
const TITLE_REACH = 16;

/**
 * Makes the finder of clauses of a script that has no full stop and sets a space
 * where a clause ends: Thai. A space counts if long runs of letters stand on both
 * sides, the next begins with no word that goes on, and none that announces it
 * stands before.
 * @returns ends of such clauses in a paragraph, in order; none for a pack without such words
 */
export function clauseFinder({ continuers, titles }: LanguagePack): (paragraph: string) => number[] {
  if (!continuers) return () => [];
  const startsWith = (text: string, words: readonly string[]) => words.some((word) => text.startsWith(word));
  const endsWith = (text: string, words: readonly string[]) => words.some((word) => text.endsWith(word));
  const longTitles = titles.filter((title) => title.length > 2);
  const goesOn = (before: string, after: string) =>
    startsWith(after, continuers) ||
    endsWith(before, continuers) ||
    longTitles.some((title) => before.slice(-TITLE_REACH).includes(title));
  return (paragraph) =>
    [...paragraph.matchAll(SPACE)].flatMap(({ index, groups }) => {
      const { before = '', after = '' } = groups ?? {};
      return goesOn(before, after) ? [] : [index];
    });
}

const RUN = '[\\p{L}\\p{M}]';
const SPACE = new RegExp(
  `(?<=(?<before>\\p{Lo}${RUN}{${MIN_CLAUSE_LENGTH.before - 1},60}))\\s+(?=(?<after>\\p{Lo}${RUN}{${MIN_CLAUSE_LENGTH.after - 1},60}))`,
  'gu',
);
