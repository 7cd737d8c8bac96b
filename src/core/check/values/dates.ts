import { type Atom, inDigits, type Mention } from './atoms.ts';
import { withTaken } from './literals.ts';
import type { Vocabulary } from './vocabulary.ts';

const ISO = /(?<![\d-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\d-])/gu;
const NUMERIC = /(?<![\d./-])(?<a>\d{1,2})(?<sign>[./-])(?<b>\d{1,2})\k<sign>(?<y>\d{4}|\d{2})(?![\d]|[./-]\d)/gu;

/** Takes dates in digits out of a text: 2024-01-16, 05/06/2024 (which may be two days), 16.1.2024, 1月16日. */
export function readDates(
  text: string,
  { patterns, monthFirst }: Vocabulary['dates'],
): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  let rest = text;
  const take = (
    match: RegExpMatchArray,
    dates: readonly { y?: number | undefined; m: number; d?: number | undefined }[],
  ) => {
    const [start, end] = [match.index!, match.index! + match[0].length];
    const readings = dates
      .filter(({ m, d = 1 }) => m >= 1 && m <= 12 && d >= 1 && d <= 31)
      .map((date) => atomsOf(date, start, end));
    if (readings.length === 0) return;
    mentions.push({ readings });
    rest = withTaken(rest, [{ start, end }]);
  };
  for (const pattern of [ISO, ...patterns]) {
    for (const match of rest.matchAll(pattern)) {
      const { y, m = '', d } = match.groups ?? {};
      take(match, [{ y: y ? Number(y) : undefined, m: Number(m), d: d ? Number(d) : undefined }]);
    }
  }
  for (const match of rest.matchAll(NUMERIC)) {
    const { a, b, y: year = '', sign } = match.groups ?? {};
    const y = year.length === 2 ? undefined : Number(year);
    const both = [
      { y, d: Number(a), m: Number(b) },
      { y, d: Number(b), m: Number(a) },
    ];
    take(match, sign === '.' ? both.slice(0, 1) : monthFirst ? both.reverse() : both);
  }
  return { mentions, rest };
}

function atomsOf(
  { y, m, d }: { y?: number | undefined; m: number; d?: number | undefined },
  start: number,
  end: number,
): Atom[] {
  const atom = (kind: Atom['kind'], amount: number) => inDigits(kind, amount, { start, end });
  return [
    ...(d === undefined ? [] : [atom('number', d)]),
    atom('month', m),
    ...(y === undefined ? [] : [atom('number', y)]),
  ];
}

const RANGE = /(?<![\d.,/–]|\d-)(?<from>\d{3,4})\s?(?<sign>[-–/])\s?(?<to>\d{2,4})(?![\d/–-]|[.,]\d)/gu;

/**
 * Takes ranges out of a text whose second number may leave out what it has in common with the first: the season 2023-24, 2023/24 or
 * 2023/2024, pages 231–35. A score of three digits, 112-98, is read as one where that fits.
 */
export function readRanges(text: string): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  let rest = text;
  for (const match of text.matchAll(RANGE)) {
    const { from = '', to = '', sign } = match.groups ?? {};
    const whole = from.slice(0, Math.max(0, from.length - to.length)) + to;
    if (Number(whole) <= Number(from) || (sign === '/' && (from.length !== 4 || Number(whole) - Number(from) > 99)))
      continue;
    // « 2023/2024 » is no fraction, 120-135 a range as it stands.
    if (to.length === from.length && sign !== '/') continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const number = (amount: number) => inDigits('number', amount, { start, end });
    mentions.push({
      readings: [
        [number(Number(from)), number(Number(whole))],
        [number(Number(from)), number(Number(to))],
      ],
    });
    rest = withTaken(rest, [{ start, end }]);
  }
  return { mentions, rest };
}
