import { type Atom, inDigits, type Mention } from './atoms.ts';
import { withTaken } from './literals.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Half of a day, by a word beside the hour. */
export type DayHalf = 'am' | 'pm' | null;

const MERIDIEM = String.raw`(?<half>[ap])\.?\s?m(?![\p{L}])\.?`;
const CLOCKS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d:.,/])(?<h>[01]?\d|2[0-4])(?::|[hH])(?<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?${MERIDIEM})?`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\d:.,/])(?<h>\d{1,2})(?:[.:](?<m>[0-5]\d))?\s?${MERIDIEM}`, 'giu'),
  /(?<![\d:.,/])(?<h>[01]?\d|2[0-4])\s?h(?:\s?(?<m>[0-5]\d))?(?![\p{L}\d]|\s?\/)/gu,
  /(?<![\d:.,/])(?<h>[01]\d|2[0-4])(?<m>[0-5]\d)(?=\s?(?:GMT|UTC)\b)/gu,
];

/** Takes times in digits out of a text: 17:30, 5 p.m., 17 h 30, 1700 GMT. What looks like one may be a score or a length. */
export function readTimes(text: string, vocabulary: Vocabulary): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  let rest = text;
  for (const [kind, pattern] of CLOCKS.entries()) {
    for (const match of rest.matchAll(pattern)) {
      const { h = '', m = '0', half } = match.groups ?? {};
      const [start, end] = [match.index, match.index + match[0].length];
      const [hour, minute] = [Number(h), Number(m)];
      const known: DayHalf = half
        ? half.toLowerCase() === 'a'
          ? 'am'
          : 'pm'
        : dayHalfAt(text, start, end, vocabulary);
      const time = timeAtom({ hour, minute, half: known, isTwelveHour: vocabulary.clock12 }, { start, end });
      const number = (amount: number, unit?: string) => inDigits('number', amount, { start, end }, unit);
      const other =
        half || kind === 3
          ? []
          : kind === 0 && match[0].includes(':')
            ? [[number(hour), number(minute)]]
            : [[number(hour + minute / 60, 'hour')]];
      mentions.push({ readings: [[time], ...other] });
      rest = withTaken(rest, [{ start, end }]);
    }
  }
  return { mentions, rest };
}

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly half: DayHalf;
  /** Whether the language counts to twelve, so that an hour may be of either half. */
  readonly isTwelveHour?: boolean;
}

/** A time of the day: both halves where nothing says which, and the hour is one of twelve. */
export function timeAtom(
  { hour, minute, half, isTwelveHour = true }: ClockTime,
  span: { start: number; end: number },
): Atom {
  const at = (h: number) => (((h * 60 + minute) % 1440) + 1440) % 1440;
  const amounts =
    half === 'pm'
      ? [at((hour % 12) + 12), ...(hour === 12 ? [at(0)] : hour > 12 ? [at(hour)] : [])]
      : half === 'am'
        ? [at(hour === 12 ? 0 : hour)]
        : hour <= 12 && isTwelveHour
          ? [at(hour), at(hour + 12)]
          : [at(hour)];
  return { kind: 'time', amounts, strength: 2, digits: true, ...span };
}

/** Whether a word beside an hour says that it is before noon or after. */
export function dayHalfAt(text: string, start: number, end: number, { dayHalves }: Vocabulary): DayHalf {
  const [before, after] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 30)];
  if (dayHalves.pm && (dayHalves.pm.after.test(after) || dayHalves.pm.before.test(before))) return 'pm';
  if (dayHalves.am && (dayHalves.am.after.test(after) || dayHalves.am.before.test(before))) return 'am';
  return null;
}
