import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { countLetters } from '../../core/text/letters.ts';
import type { Paragraph } from './html-paragraphs.ts';

/** What a reader has made of a file, and how many letters its text has, counted before anything is made of it. */
export interface ReadLetters {
  readonly paragraphs: Paragraph[];
  readonly letters: number;
  /** Who has written it, as the file says; empty or not given where it does not. */
  readonly author?: string;
}

/** Says so where far fewer letters came out of a file than it has; marks of notes that were left out are fewer. */
export function letterFindings({ paragraphs, letters }: ReadLetters, name: string): Finding[] {
  const missing = letters - lettersIn(paragraphs);
  if (missing <= Math.max(MIN_MISSING_LETTERS, letters * MIN_MISSING_SHARE)) return [];
  const message = msg('Letters of the file that are missing: {missing} of {all}. Compare the rows with the file.', {
    missing,
    all: letters,
  });
  return [{ code: 'letters-missing', severity: 'warning', place: name, message }];
}

export function lettersIn(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + countLetters(text), 0);
}

/** The number and the share of letters that may be marks rather than text. */
const MIN_MISSING_LETTERS = 15;
const MIN_MISSING_SHARE = 0.01;
