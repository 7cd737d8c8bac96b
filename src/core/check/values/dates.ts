import type { Atom, Mention } from './atoms.ts';
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
  const atom = (kind: Atom['kind'], amount: number): Atom => ({
    kind,
    amounts: [amount],
    strength: 2,
    digits: true,
    start,
    end,
  });
  return [
    ...(d === undefined ? [] : [atom('number', d)]),
    atom('month', m),
    ...(y === undefined ? [] : [atom('number', y)]),
  ];
}
