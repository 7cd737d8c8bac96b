import type { Values } from './mention.ts';
import type { Amount } from './number-words.ts';
import type { Reading } from './read-values.ts';
import { dayHalfAt, timeAtom } from './times.ts';

/** An hour with its word: "17 Uhr", "cinq heures et demie", 5点半. */
export function clockBehind(
  reading: Reading,
  i: number,
  amount: Amount,
): { time: Values; length: number; word: number } | null {
  const { sense, tokens, text, vocabulary } = reading;
  // 19.45 Uhr
  const dotted = amount.length === 1 ? /^(\d{1,2})[.:]([0-5]\d)$/u.exec(tokens[i]!.raw) : null;
  const hour = dotted ? Number(dotted[1]) : (amount.amounts[0] ?? 99);
  const word = sense(i + amount.length, 'hour');
  if (!word || !Number.isInteger(hour) || hour > 24) return null;
  let next = i + amount.length + word.length;
  let minutes = Number(dotted?.[2] ?? 0);
  const after = sense(next, 'after');
  const more = tokens[next];
  if (after && typeof after.meaning.value === 'number') {
    minutes = after.meaning.value;
    next += after.length;
  } else if (more?.kind === 'digits' && /^[0-5]\d$/u.test(more.raw)) {
    minutes = Number(more.raw);
    next += 1 + (sense(next + 1, 'unit')?.meaning.value === 'minute' ? 1 : 0);
  }
  const [start, end] = [tokens[i]!.at, tokens[next - 1]!.end];
  return {
    time: {
      ...timeAtom({ hour, minute: minutes, half: dayHalfAt(text, start, end, vocabulary) }, { start, end }),
      strength: amount.digits ? 2 : 1,
    },
    length: next - i,
    word: word.length,
  };
}

/** An hour that a word for half of the day makes one: "5 вечера", السادسة مساء. */
export function hourByHalf(
  { tokens, text, vocabulary, sense }: Reading,
  i: number,
  length: number,
  hour: number,
): Values | null {
  const { pm, am } = vocabulary.dayHalves;
  // السادسة والربع مساء
  const after = sense(i + length, 'after');
  const minutes = after && typeof after.meaning.value === 'number' ? after.meaning.value : 0;
  const [start, end] = [tokens[i]!.at, tokens[i + length + (after?.length ?? 0) - 1]!.end];
  const behind = text.slice(end, end + 30);
  if (!Number.isInteger(hour) || hour < 1 || hour > 12 || !(pm?.after.test(behind) || am?.after.test(behind)))
    return null;
  return timeAtom({ hour, minute: minutes, half: dayHalfAt(text, start, end, vocabulary) }, { start, end });
}
