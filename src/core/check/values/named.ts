import type { Atom, Mention } from './atoms.ts';
import type { Reading } from './read-values.ts';
import type { Sense } from './senses.ts';
import { dayHalfAt, timeAtom } from './times.ts';

const CASED = /^[\p{Lu}\p{Ll}]/u;
const CAPITAL = /^\p{Lu}/u;
const OPENS = /^[.!?:"“”«»‘…(—–-]$/u;

/** A name of a month, weekday, point of the compass or country, or a time in words, that begins at a token. */
export function namedAt(reading: Reading, i: number): { mention: Mention; length: number } | null {
  return nameAt(reading, i) ?? clockAt(reading, i);
}

function nameAt(reading: Reading, i: number): { mention: Mention; length: number } | null {
  const { tokens, sense, vocabulary } = reading;
  const token = tokens[i]!;
  if (token.kind !== 'word') return null;
  // "31. August": the full stop makes the number ordinal.
  const dotted = tokens[i - 1]?.raw === '.' && tokens[i - 2]?.kind === 'digits';
  const opens = i === 0 || (OPENS.test(tokens[i - 1]!.raw) && !dotted);
  const numbered =
    dotted || tokens[i - 1]?.kind === 'digits' || tokens[i + 1]?.kind === 'digits' || sense(i - 1, 'ordinal') !== null;
  const cased = CASED.test(token.raw);
  const capital = CAPITAL.test(token.raw);
  const month = sense(i, 'month');
  if (month && (!cased || (vocabulary.capitals ? capital && (!opens || numbered) : !capital || opens || numbered))) {
    if (
      !(
        token.raw.length <= 4 &&
        !numbered &&
        reading.text[token.end] !== '.' &&
        /^[\p{L}]{3,4}$/u.test(token.raw) &&
        isShort(reading, month.length, i)
      )
    )
      return namedAtom(reading, i, 'month', month);
  }
  const weekday = sense(i, 'weekday');
  if (weekday && (!cased || !vocabulary.capitals || capital)) return namedAtom(reading, i, 'weekday', weekday);
  const region = sense(i, 'region');
  if (region && (!cased || capital) && !isDoubled(token.raw)) return namedAtom(reading, i, 'region', region);
  const compass = sense(i, 'compass');
  if (compass) return namedAtom(reading, i, 'compass', compass);
  return null;
}

/** عمّان is Amman, and عمان Oman: the sign of a doubled letter makes another name, and hardly anybody writes it but to say so. */
function isDoubled(raw: string): boolean {
  return raw.includes('\u0651');
}

/** Whether a short name of a month, "Mar", stands where it may be another word: no number beside it, no dot behind it. */
function isShort({ vocabulary, tokens }: Reading, length: number, i: number): boolean {
  return length === 1 && !vocabulary.fullMonths.has(tokens[i]!.text);
}

function namedAtom(
  { tokens }: Reading,
  i: number,
  kind: Atom['kind'],
  { length, meaning: { value } }: Sense,
): { mention: Mention; length: number } {
  const [start, end] = [tokens[i]!.at, tokens[i + length - 1]!.end];
  const atom: Atom = {
    kind,
    amounts: typeof value === 'number' ? [value] : [],
    strength: 1,
    digits: false,
    start,
    end,
    ...(typeof value === 'string' && { name: value }),
  };
  return { mention: { readings: [[atom]] }, length };
}

/** Noon; half past five; halb sechs; الساعة الخامسة. */
function clockAt(reading: Reading, i: number): { mention: Mention; length: number } | null {
  const { tokens, sense, text, vocabulary } = reading;
  const clock = sense(i, 'clock');
  if (clock && typeof clock.meaning.value === 'number') {
    const [start, end] = [tokens[i]!.at, tokens[i + clock.length - 1]!.end];
    const minutes = clock.meaning.value;
    return {
      mention: {
        readings: [
          [{ kind: 'time', amounts: minutes === 0 ? [0, 1440] : [minutes], strength: 0, digits: false, start, end }],
        ],
      },
      length: clock.length,
    };
  }
  const before = sense(i, 'before');
  const article = before ? null : sense(i, 'hourBefore');
  const lead = before ?? article;
  if (!lead) return null;
  const at = i + lead.length;
  const hour = hourAt(reading, at);
  if (!hour) return null;
  let next = at + hour.length;
  const word = sense(next, 'hour');
  if (word) next += word.length;
  const after = sense(next, 'after');
  if (after) next += after.length;
  const minutes =
    hour.minute +
    (before && typeof before.meaning.value === 'number' ? before.meaning.value : 0) +
    (after && typeof after.meaning.value === 'number' ? after.meaning.value : 0);
  const [start, end] = [tokens[i]!.at, tokens[next - 1]!.end];
  const time = timeAtom(
    { hour: hour.value, minute: minutes, half: dayHalfAt(text, start, end, vocabulary) },
    { start, end },
  );
  return { mention: { readings: [[time]] }, length: next - i };
}

function hourAt({ tokens, sense }: Reading, i: number): { value: number; minute: number; length: number } | null {
  const token = tokens[i];
  const clock = token && /^(\d{1,2})(?:[.:]([0-5]\d))?$/u.exec(token.raw);
  // "Con las 43 familias": no day has so many hours.
  if (clock && Number(clock[1]) > 24) return null;
  if (clock) return { value: Number(clock[1]), minute: Number(clock[2] ?? 0), length: 1 };
  for (const type of ['ordinal', 'number'] as const) {
    const sensed = sense(i, type);
    if (sensed && typeof sensed.meaning.value === 'number' && sensed.meaning.value <= 24)
      return { value: sensed.meaning.value, minute: 0, length: sensed.length };
  }
  return null;
}
