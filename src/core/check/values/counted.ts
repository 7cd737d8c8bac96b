import type { Atom } from './atoms.ts';
import { type Amount, readAmount, tidy } from './number-words.ts';
import type { Reading } from './read-values.ts';

/** What stands behind a number: per cent, money, a unit; how many tokens number and words are; and the values as that makes them. */
export function countedAt(
  reading: Reading,
  i: number,
  amount: Amount,
): { length: number; values: Partial<Atom> & Pick<Atom, 'amounts'> } {
  const { sense, tokens, text, vocabulary } = reading;
  let next = i + amount.length;
  let amounts = amount.amounts;
  const last = tokens[next - 1]!;
  const behind = text.slice(last.end, last.end + 16);
  if (amount.digits) {
    if (vocabulary.decadeAfter?.test(behind)) return { length: next - i, values: { amounts, decade: true } };
    if (vocabulary.decadeBefore?.test(text.slice(Math.max(0, tokens[i]!.at - 20), tokens[i]!.at)))
      return { length: next - i, values: { amounts, decade: true } };
    const mark = vocabulary.ordinalMark?.exec(behind);
    if (mark) {
      const end = last.end + mark[0].length;
      while (next < tokens.length && tokens[next]!.end <= end) next += 1;
      return { length: next - i, values: { amounts, ordinal: true } };
    }
  }
  const half = sense(next, 'half');
  if (half) {
    // « Un million et demi », and مليون ونصف المليون.
    amounts = amounts.map((value) => tidy(value + amount.scale / 2));
    next += half.length;
    const scale = sense(next, 'scale');
    if (scale && typeof scale.meaning.value === 'number') {
      const factor = amount.scaled ? 1 : scale.meaning.value;
      amounts = amounts.map((value) => tidy(value * factor));
      next += scale.length;
    }
  }
  for (const [type, rate, factor] of RATES) {
    const found = sense(next, type);
    if (found)
      return {
        length: next + found.length - i,
        values: { amounts: amounts.map((value) => tidy(value * factor)), rate },
      };
  }
  const span = sense(next, 'span');
  if (span && typeof span.meaning.value === 'string') {
    const [each = '1', unit = ''] = span.meaning.value.split(' ');
    return {
      length: next + span.length - i,
      values: { amounts: amounts.map((value) => tidy(value * Number(each))), units: [unit] },
    };
  }
  // "40 millions de dollars", "40 million US dollars", "3 American dollars".
  for (let k = 0; k <= (amount.scaled ? 2 : 1); k += 1) {
    if (k > 0 && (tokens[next + k - 1]?.kind !== 'word' || (tokens[next + k - 1]!.raw.length > 3 && k > 1))) break;
    const money = sense(next + k, 'currency');
    if (money && typeof money.meaning.value === 'string') {
      const unit = k === 0 ? sense(next, 'unit') : null;
      const units = unit && typeof unit.meaning.value === 'string' ? { units: unit.meaning.value.split(' ') } : {};
      return {
        length: next + k + money.length - i,
        values: { amounts, money: money.meaning.value.split(' '), ...units },
      };
    }
  }
  const unit = sense(next, 'unit') ?? unitBehindWord(reading, next);
  if (unit && typeof unit.meaning.value === 'string') {
    const behindUnit = sense(next + unit.length, 'half');
    const length = next + unit.length + (behindUnit?.length ?? 0) - i;
    // "6-foot-3", "six feet two".
    const inches = unit.meaning.value === 'foot' ? readAmount(reading, next + unit.length) : null;
    if (inches?.amounts[0] !== undefined && inches.amounts[0] < 12) {
      const behind = sense(next + unit.length + inches.length, 'unit');
      const more = inches.length + (behind?.meaning.value === 'inch' ? behind.length : 0);
      const part = inches.amounts[0] / 12;
      return { length: length + more, values: { amounts: amounts.map((value) => value + part), units: ['foot'] } };
    }
    const part = partBehind(reading, next + unit.length, unit.meaning.value, amounts[0] ?? 0);
    if (part) {
      const units = [unit.meaning.value];
      return {
        length: length + part.length,
        values: { amounts: amounts.map((value) => tidy(value + part.value)), units },
      };
    }
    // Minus is said in many ways: "below zero", « sous zéro », 零下.
    if (/celsius|fahrenheit/u.test(unit.meaning.value)) amounts = [...amounts, ...amounts.map((value) => -value)];
    return {
      length,
      values: {
        amounts: behindUnit ? amounts.map((value) => value + 0.5) : amounts,
        units: unit.meaning.value.split(' '),
      },
    };
  }
  return { length: next - i, values: { amounts } };
}

/** What stands behind a unit as a part of it: 1米9, 1 m 90, « un mètre quatre-vingts »; 9秒98. */
function partBehind(
  reading: Reading,
  at: number,
  unit: string,
  amount: number,
): { value: number; length: number } | null {
  const [last, behind] = [reading.tokens[at - 1]!, reading.tokens[at]];
  if (!behind || (unit === 'm' ? amount >= 3 : unit !== 'second')) return null;
  const distance = behind.at - last.end;
  if (/^\d{1,2}$/u.test(behind.raw)) {
    return distance <= (unit === 'm' ? 1 : 0) ? { value: Number(`0.${behind.raw}`), length: 1 } : null;
  }
  if (unit !== 'm' || distance !== 1 || behind.kind !== 'word') return null;
  const inWords = readAmount(reading, at);
  const [cents = 0] = inWords?.amounts ?? [];
  return inWords && cents >= 10 && cents < 100 ? { value: cents / 100, length: inWords.length } : null;
}

/** "40 millions de tonnes": one small word may stand between. */
function unitBehindWord({ sense, tokens }: Reading, i: number) {
  const small = tokens[i];
  if (small?.kind !== 'word' || small.raw.length > 2 || /\p{Script=Han}/u.test(small.raw)) return null;
  const unit = sense(i + 1, 'unit');
  return unit && { length: unit.length + 1, meaning: unit.meaning };
}

/** Words for a rate, what they mean, and how many points one of them is. */
export const RATES = [
  ['basis', 'points', 0.01],
  ['points', 'points', 1],
  ['percent', 'percent', 1],
] as const;

/** The money whose sign or code stands before a number: US$ 40, EUR 3. */
export function moneyBefore({ sense, tokens }: Reading, i: number): string[] | null {
  for (const back of [2, 1]) {
    const money = sense(i - back, 'currency');
    if (
      money?.length === back &&
      /^(?:\p{Sc}|\p{Lu})/u.test(tokens[i - back]!.raw) &&
      typeof money.meaning.value === 'string' &&
      tokens[i - back]!.raw.length <= 3
    )
      return money.meaning.value.split(' ');
  }
  return null;
}
