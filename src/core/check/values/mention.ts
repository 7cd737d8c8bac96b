import type { Atom, Mention } from './atoms.ts';
import type { Amount } from './number-words.ts';
import type { Reading } from './read-values.ts';

/** A mention and how many tokens it takes. */
export type Found = { mention: Mention; length: number };
/** An atom before its place is known. */
export type Values = Pick<Atom, 'amounts'> & Partial<Atom>;

/** A mention of some tokens: what is not given is a number in words that has to be on the other side, too. */
export function mention(
  reading: Reading,
  i: number,
  length: number,
  ...readings: readonly (readonly Values[])[]
): Found {
  const [start, end] = [reading.tokens[i]!.at, reading.tokens[i + length - 1]!.end];
  const whole = (values: Values): Atom => ({ kind: 'number', strength: 2, digits: false, start, end, ...values });
  return { mention: { readings: readings.map((values) => values.map(whole)) }, length };
}

/** One and two in words are articles, duals and turns of phrase; a lone "mille" is one, too. */
export function strengthOf({ amounts, digits, faint, scaled, length }: Amount): 0 | 1 | 2 {
  const [value = 0] = amounts;
  if (digits) return 2;
  if (faint || value < 2) return 0;
  return value === 2 || (scaled && length === 1 && value <= 1000) ? 1 : 2;
}
