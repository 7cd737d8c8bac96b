import type { Values } from './mention.ts';
import { readAmount, tidy } from './number-words.ts';
import type { Reading } from './read-values.ts';
import { UNITS } from './units.ts';

/**
 * Two amounts of which the second goes on with the first in a smaller unit: 2 hours (and) 15 minutes, un an et trois
 * mois, 3 kg 200 g.
 * @param i the token behind the first
 * @returns the second by itself, both in the unit of the first, and how many tokens the second takes
 */
export function smallerBehind(
  reading: Reading,
  i: number,
  { amounts, units }: Values,
): { second: Values; whole: Values; length: number } | null {
  const [unit] = units ?? [];
  const big = unit === undefined ? undefined : UNITS.get(unit);
  if (!big || !unit) return null;
  const joint = reading.sense(i, 'and')?.length ?? 0;
  const token = reading.tokens[i + joint];
  const amount = token && token.kind !== 'sign' ? readAmount(reading, i + joint) : null;
  const behind = amount && reading.sense(i + joint + amount.length, 'unit');
  if (!amount || !behind || typeof behind.meaning.value !== 'string') return null;
  const [smaller = ''] = behind.meaning.value.split(' ');
  const small = UNITS.get(smaller);
  const value = amount.amounts[0] ?? 0;
  if (small?.dimension !== big.dimension || small.factor * value >= big.factor * 1.01) return null;
  const part = (value * small.factor) / big.factor;
  return {
    second: { amounts: amount.amounts, digits: amount.digits, units: [smaller] },
    whole: { amounts: amounts.map((one) => tidy(one + part)), units: [unit] },
    length: joint + amount.length + behind.length,
  };
}
