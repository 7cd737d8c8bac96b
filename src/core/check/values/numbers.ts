import { countedAt, moneyBefore } from './counted.ts';
import { smallerBehind } from './durations.ts';
import { clockBehind, hourByHalf } from './hours.ts';
import { type Found, mention, strengthOf, type Values } from './mention.ts';
import { type Amount, readAmount } from './number-words.ts';
import type { Reading } from './read-values.ts';
import { romanAt } from './roman.ts';
import {
  everyAt,
  fractionAt,
  longFractionAt,
  ordinalAt,
  percentBeforeAt,
  shareOfRate,
  shareOfSpan,
  signAt,
} from './shares.ts';
import { LONE_UNIT } from './silent-words.ts';

/** The number that begins at a token, with what it counts; null where none does. */
export function readNumber(reading: Reading, i: number): Found | null {
  const { tokens } = reading;
  const token = tokens[i]!;
  if (token.kind === 'sign') return signAt(reading, i);
  return (
    decadeAt(reading, i) ??
    percentBeforeAt(reading, i) ??
    everyAt(reading, i) ??
    longSpanAt(reading, i) ??
    longFractionAt(reading, i) ??
    amountAt(reading, i) ??
    ordinalAt(reading, i, 0, 0) ??
    fractionAt(reading, i) ??
    spanAt(reading, i) ??
    romanAt(reading, i)
  );
}

function amountAt(reading: Reading, i: number): Found | null {
  const { tokens, sense } = reading;
  const amount = yearInPairs(reading, i) ?? readAmount(reading, i);
  if (!amount) return null;
  const next = i + amount.length;
  const [value = 0] = amount.amounts;
  const base = { amounts: amount.amounts, digits: amount.digits, strength: strengthOf(amount) };
  // 2/3
  if (
    amount.digits &&
    tokens[next]?.raw === '/' &&
    tokens[next + 1]?.kind === 'digits' &&
    tokens[next]!.at === tokens[next - 1]!.end
  ) {
    const below = Number(tokens[next + 1]!.raw);
    if (below > 0) {
      const two = [{ ...base }, { ...base, amounts: [below] }];
      const asDate =
        below <= 12 && value <= 31 ? [[{ ...base }, { ...base, kind: 'month' as const, amounts: [below] }]] : [];
      const asDateToo =
        value <= 12 && below <= 31
          ? [
              [
                { ...base, amounts: [below] },
                { ...base, kind: 'month' as const, amounts: [value] },
              ],
            ]
          : [];
      return mention(
        reading,
        i,
        amount.length + 2,
        [{ ...base, amounts: [value / below], fraction: true }],
        two,
        ...asDate,
        ...asDateToo,
      );
    }
  }
  const parts = sense(next, 'parts');
  if (parts) {
    const above = readAmount(reading, next + parts.length);
    if (above && value > 0) {
      const length = amount.length + parts.length + above.length;
      const share = above.amounts[0]! / value;
      return mention(
        reading,
        i,
        length,
        value === 100
          ? [{ amounts: above.amounts, digits: above.digits, rate: 'percent' }]
          : [{ amounts: [share], fraction: true, strength: share === 0.5 ? 0 : 2 }],
      );
    }
  }
  const fraction = sense(next, 'fraction');
  const span = sense(next, 'span');
  // "Un cuarto de hora" is no quarter of something.
  const isFraction = fraction && (span?.length ?? 0) <= fraction.length;
  if (isFraction && typeof fraction.meaning.value === 'number' && value >= 1 && Number.isInteger(value) && value < 20) {
    const share = value * fraction.meaning.value;
    const behind = next + fraction.length;
    const long = shareOfSpan(reading, behind, share) ?? shareOfRate(reading, behind, share);
    if (long) return mention(reading, i, amount.length + fraction.length + long.length, [long.values]);
    // „Eines halben Jahres“: half of a unit.
    const unit = value === 1 ? sense(behind, 'unit') : null;
    if (unit && typeof unit.meaning.value === 'string') {
      const values: Values = { amounts: [share], fraction: true, strength: 0, units: unit.meaning.value.split(' ') };
      return mention(reading, i, amount.length + fraction.length + unit.length, [values]);
    }
    return mention(
      reading,
      i,
      amount.length + fraction.length,
      [{ ...base, amounts: [share], fraction: true, strength: share === 0.5 ? 0 : value === 1 ? 1 : 2 }],
      [{ ...base }],
    );
  }
  const ordinal = amount.digits || (span && span.length > 1) ? null : ordinalAt(reading, next, value, amount.length);
  if (ordinal) return ordinal;
  const beyond = inAt(reading, next, value);
  const inSense = beyond && sense(beyond, 'in');
  if (beyond && inSense) {
    const all = readAmount(reading, beyond + inSense.length);
    const whole = all?.amounts[0];
    if (all && whole !== undefined && whole > value && whole <= 1000) {
      const second = { amounts: all.amounts, digits: all.digits, strength: strengthOf(all) };
      const counted = countedAt(reading, beyond + inSense.length, all);
      return mention(
        reading,
        i,
        beyond + inSense.length + counted.length - i,
        [{ ...base }, { ...second, ...counted.values }],
        [{ ...base, amounts: [value / whole], fraction: true, strength: 2 }],
      );
    }
  }
  const counted = countedAt(reading, i, amount);
  const money = counted.values.money ? null : moneyBefore(reading, i);
  const score = isScore(reading, i) && { strength: 2 as const, score: true };
  const values: Values = { ...base, ...counted.values, ...(money && { money }), ...score };
  const hour = counted.length === amount.length ? hourByHalf(reading, i, amount.length, value) : null;
  if (hour) return mention(reading, i, amount.length, [hour], [values]);
  const smaller = smallerBehind(reading, i + counted.length, values);
  if (smaller) {
    const { digits, strength } = base;
    return mention(
      reading,
      i,
      counted.length + smaller.length,
      [values, { strength, ...smaller.second }],
      [{ digits, strength, ...smaller.whole }],
    );
  }
  // "The seventh century", 七世纪: a count of centuries, or one by its number.
  const readings: Values[][] = span && value > 0 ? [[values], [{ ...base }]] : [[values]];
  const clock = clockBehind(reading, i, amount);
  if (clock)
    return mention(
      reading,
      i,
      clock.length,
      [clock.time],
      ...(clock.length === amount.length + clock.word ? [[{ ...values }]] : []),
      [{ ...values }],
    );
  return mention(reading, i, counted.length, ...readings);
}

/** A year that is said in two halves, "nineteen eighty-four", or sign by sign, 一九八九. */
function yearInPairs(reading: Reading, i: number): Amount | null {
  if (reading.tokens[i]!.kind !== 'word') return null;
  const year = (value: number, length: number): Amount => ({
    amounts: [value],
    length,
    digits: true,
    faint: false,
    scaled: false,
    scale: 1,
  });
  const signs: number[] = [];
  for (let k = i; signs.length < 5; k += 1) {
    const token = reading.tokens[k];
    const sign = token?.raw.length === 1 ? reading.sense(k, 'number') : null;
    if (!sign || !token || !/\p{Script=Han}|〇/u.test(token.raw) || typeof sign.meaning.value !== 'number') break;
    if (!Number.isInteger(sign.meaning.value) || sign.meaning.value > 9) break;
    signs.push(sign.meaning.value);
  }
  if (signs.length === 4 && !reading.sense(i + 4, 'scale')) return year(Number(signs.join('')), 4);
  const century = readAmount(reading, i);
  if (!century || century.scaled || (century.amounts[0] ?? 0) < 13 || (century.amounts[0] ?? 99) > 20) return null;
  const after = reading.tokens[i + century.length];
  const rest = after?.kind === 'word' ? readAmount(reading, i + century.length) : null;
  const value = rest?.amounts[0] ?? 0;
  if (!rest || rest.scaled || value < 10 || value > 99 || reading.sense(i + century.length, 'and')) return null;
  return year(century.amounts[0]! * 100 + value, century.length + rest.length);
}

/** Where "in" stands behind a small number, or behind what it counts: « un Français sur trois ». */
function inAt({ sense, tokens }: Reading, next: number, value: number): number | null {
  for (let k = next; k <= next + (value <= 20 ? 2 : 0); k += 1) {
    if (sense(k, 'in')) return k;
    if (tokens[k]?.kind !== 'word' || sense(k, 'unit') || sense(k, 'scale')) return null;
  }
  return null;
}

/** A number beside another one and a sign: 3-1, 2:0. */
function isScore({ tokens }: Reading, i: number): boolean {
  const sign = (k: number) => /^[-–:]$/u.test(tokens[k]?.raw ?? '');
  return (
    tokens[i]!.kind === 'digits' &&
    ((sign(i - 1) && tokens[i - 2]?.kind === 'digits') || (sign(i + 1) && tokens[i + 2]?.kind === 'digits'))
  );
}

/** "Nineties". */
function decadeAt(reading: Reading, i: number): Found | null {
  const decade = reading.sense(i, 'decade');
  if (!decade || typeof decade.meaning.value !== 'number') return null;
  return mention(reading, i, decade.length, [{ amounts: [decade.meaning.value], decade: true, strength: 1 }]);
}

/** "Trois quarts d'heure", which begins with a number. */
function longSpanAt(reading: Reading, i: number): Found | null {
  const span = reading.sense(i, 'span');
  return span && span.length > 2 && reading.sense(i, 'number') ? spanAt(reading, i) : null;
}

/** A length of time that is a word: a fortnight; or one unit of it: a week. */
function spanAt(reading: Reading, i: number): Found | null {
  const span = reading.sense(i, 'span');
  if (span && typeof span.meaning.value === 'string') {
    const [amount, unit = ''] = span.meaning.value.split(' ');
    // "A century and a half".
    const more = reading.sense(i + span.length, 'half');
    const amounts = [Number(amount) * (more ? 1.5 : 1)];
    return mention(reading, i, span.length + (more?.length ?? 0), [{ amounts, units: [unit], strength: 0 }]);
  }
  const unit = reading.sense(i, 'unit');
  if (!unit || typeof unit.meaning.value !== 'string') return null;
  const half = reading.sense(i + unit.length, 'half');
  // „Kilómetro y medio“ is one and a half, "a mile" one, a bare kilometre nothing.
  const isOne = LONE_UNIT.test(unit.meaning.value) || reading.sense(i - 1, 'article') !== null;
  if (!half && !isOne) return null;
  return mention(reading, i, unit.length + (half?.length ?? 0), [
    { amounts: [half ? 1.5 : 1], units: unit.meaning.value.split(' '), strength: 0 },
  ]);
}
