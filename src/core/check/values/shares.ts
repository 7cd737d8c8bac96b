import { RATES } from './counted.ts';
import { hourByHalf } from './hours.ts';
import { type Found, mention, type Values } from './mention.ts';
import { readAmount, tidy } from './number-words.ts';
import type { Reading } from './read-values.ts';

/** An ordinal number, alone ("third", which may be a share) or behind tens ("twenty-third"). */
export function ordinalAt(reading: Reading, i: number, before: number, length: number): Found | null {
  const ordinal = reading.sense(i, 'ordinal');
  if (!ordinal || typeof ordinal.meaning.value !== 'number') return null;
  const value = ordinal.meaning.value;
  const all = length + ordinal.length;
  const faint = 'faint' in ordinal.meaning && ordinal.meaning.faint === true;
  if (length > 0) {
    if (before >= 20 && before % 10 === 0 && value < 10)
      return mention(reading, i - length, all, [{ amounts: [before + value], ordinal: true, strength: 1 }]);
    if (before >= 100 && value < 100)
      return mention(reading, i - length, all, [{ amounts: [before + value], ordinal: true, strength: 1 }]);
    if (value < 3 || before >= 20) return null;
    return mention(
      reading,
      i - length,
      all,
      [{ amounts: [tidy(before / value)], fraction: true, strength: before === 1 ? 1 : 2 }],
      [
        { amounts: [before], strength: before > 2 ? 2 : 0 },
        { amounts: [value], ordinal: true, strength: 1 },
      ],
    );
  }
  const hour = hourByHalf(reading, i, all, value);
  if (hour) return mention(reading, i, all, [hour]);
  const whole: Values = { amounts: [value], ordinal: true, strength: faint || value < 2 ? 0 : 1 };
  // "A third of the forest".
  if (value > 2 && reading.sense(i + ordinal.length, 'in') && reading.sense(i, 'fraction')) return null;
  return mention(
    reading,
    i,
    all,
    [whole],
    ...(value > 2 ? [[{ amounts: [1 / value], fraction: true, strength: 1 as const }]] : []),
  );
}

export function fractionAt(reading: Reading, i: number): Found | null {
  const fraction = reading.sense(i, 'fraction');
  if (!fraction || typeof fraction.meaning.value !== 'number') return null;
  const share = fraction.meaning.value;
  const article = reading.sense(i + fraction.length, 'article');
  const at = i + fraction.length + (article?.length ?? 0);
  const rated = shareOfRate(reading, i + fraction.length, share);
  if (rated) return mention(reading, i, fraction.length + rated.length, [rated.values]);
  const long = shareOfSpan(reading, i + fraction.length, share);
  if (long) return mention(reading, i, fraction.length + long.length, [long.values]);
  const unit = reading.sense(at, 'unit');
  const units = unit && typeof unit.meaning.value === 'string' ? unit.meaning.value.split(' ') : null;
  const strength =
    share === 0.5 || share === 0.25 || units || ('faint' in fraction.meaning && fraction.meaning.faint)
      ? 0
      : share > 0.5
        ? 2
        : 1;
  return mention(reading, i, units ? at + unit!.length - i : fraction.length, [
    { amounts: [share], fraction: true, strength, ...(units && { units }) },
  ]);
}

/** 四成: a share that begins with a number. */
export function longFractionAt(reading: Reading, i: number): Found | null {
  const fraction = reading.sense(i, 'fraction');
  const number = reading.sense(i, 'number');
  if (!fraction || !number || fraction.length <= number.length) return null;
  // 三成五: three tenths and five hundredths.
  const more = reading.sense(i + fraction.length, 'number');
  const [tenths, hundredths] = [fraction.meaning.value, more?.meaning.value];
  if (
    more?.length === 1 &&
    typeof tenths === 'number' &&
    typeof hundredths === 'number' &&
    hundredths < 10 &&
    reading.tokens[i + fraction.length]!.at === reading.tokens[i + fraction.length - 1]!.end
  )
    return mention(reading, i, fraction.length + 1, [
      { amounts: [tidy(tenths + hundredths / 100)], fraction: true, strength: 1 },
    ]);
  return fractionAt(reading, i);
}

/** 百分之三十. */
export function percentBeforeAt(reading: Reading, i: number): Found | null {
  const before = reading.sense(i, 'percentBefore');
  const amount = before && readAmount(reading, i + before.length);
  if (!before || !amount) return null;
  return mention(reading, i, before.length + amount.length, [
    { amounts: amount.amounts, digits: amount.digits, rate: 'percent' },
  ]);
}

/** "Jeder Fünfte" is one in five. */
export function everyAt(reading: Reading, i: number): Found | null {
  const every = reading.sense(i, 'every');
  const ordinal = every && reading.sense(i + every.length, 'ordinal');
  if (!every || !ordinal || typeof ordinal.meaning.value !== 'number' || ordinal.meaning.value < 2) return null;
  const value = ordinal.meaning.value;
  return mention(
    reading,
    i,
    every.length + ordinal.length,
    [{ amounts: [1 / value], fraction: true, strength: 2 }],
    [{ amounts: [value], ordinal: true, strength: 1 }],
  );
}

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };

/** What is a share of a length of time: half a century, « un quart de siècle ». */
export function shareOfSpan(reading: Reading, i: number, share: number): { values: Values; length: number } | null {
  return afterSmallWords(reading, i, (at) => {
    const span = reading.sense(at, 'span');
    if (typeof span?.meaning.value !== 'string') return null;
    const [amount, unit = ''] = span.meaning.value.split(' ');
    return {
      values: { amounts: [tidy(share * Number(amount))], units: [unit], strength: 0 },
      length: at + span.length - i,
    };
  });
}

/** What is a share of a point or per cent: half a percentage point, « un demi-point ». */
export function shareOfRate(reading: Reading, i: number, share: number): { values: Values; length: number } | null {
  return afterSmallWords(reading, i, (at) => {
    for (const [type, rate, factor] of RATES) {
      const found = reading.sense(at, type);
      if (found)
        return { values: { amounts: [tidy(share * factor)], rate, strength: 1 }, length: at + found.length - i };
    }
    return null;
  });
}

/** What is read at a token, or behind up to two small words: "a quarter of a century", "half of a point". */
function afterSmallWords<Read>({ tokens }: Reading, i: number, readAt: (at: number) => Read | null): Read | null {
  for (let at = i; at <= i + 2; at += 1) {
    const read = readAt(at);
    if (read) return read;
    const small = tokens[at];
    if (small?.kind !== 'word' || small.raw.length > 3 || /\p{Script=Han}/u.test(small.raw)) return null;
  }
  return null;
}

/** ½. */
export function signAt(reading: Reading, i: number): Found | null {
  const value = VULGAR[reading.tokens[i]!.raw];
  return value === undefined ? null : mention(reading, i, 1, [{ amounts: [value], fraction: true, strength: 0 }]);
}
