import type { TextWords, Voice } from '../words/text-words.ts';
import { isRoman } from './roman.ts';
import { beginnings, type Meaning, type MeaningType, type Phrases } from './senses.ts';
import { lookedUp } from './tokens.ts';

/** What stands beside a value and is none by itself. */
const BESIDE: ReadonlySet<MeaningType> = new Set([
  'article',
  'and',
  'half',
  'in',
  'parts',
  'percent',
  'points',
  'basis',
  'currency',
  'hour',
  'after',
  'short',
]);

/** Units one of which is a value: "a week". */
export const LONE_UNIT = /^(?:day|week|month|year|hour|minute)$/u;
/** Words for other units are one and a half before "and a half"; shorter ones are signs that stand behind numbers. */
const MIN_UNIT = 4;

/**
 * Tells of a text without digits whether none of its words can state a value, whatever stands around them, so that it need
 * not be read: that takes a tenth of the time.
 * @param compound whether a word is a number that is written in one
 */
export function silentWords(
  phrases: Phrases,
  prefixes: readonly string[],
  compound: (word: string) => unknown,
): (text: string, words: TextWords) => boolean {
  const voiceOf = (word: string): Voice => {
    if (HAN.test(word)) return 'speaks';
    const looked = lookedUp(word);
    if (compound(looked)) return 'speaks';
    const stating = beginnings(looked, phrases, prefixes).filter(({ meaning }) => mayState(meaning, looked));
    if (stating.length === 0) return 'silent';
    const seconds = stating.map(({ tokens }) => tokens[1]);
    const isLone = seconds.some((second, i) => second === undefined || isOpen(second, stating[i]!.stem));
    return isLone ? 'speaks' : new Set(seconds.filter((second) => second !== undefined));
  };
  return (text, { words, starts }) =>
    words.every((word, i) => {
      word.voice ??= voiceOf(word.text);
      if (word.voice === 'speaks') return false;
      if (word.voice !== 'silent' && word.voice.has(lookedUp(words[i + 1]?.text ?? ''))) return false;
      const start = starts[i]!;
      return !(ROMAN_SIGNS.has(text.charCodeAt(start)) && isRoman(text.slice(start, start + word.text.length)));
    });
}

function mayState({ type, value }: Meaning, { length }: string): boolean {
  return !BESIDE.has(type) && (type !== 'unit' || LONE_UNIT.test(value) || length >= MIN_UNIT);
}

const HAN = /\p{Script=Han}/u;
const ROMAN_SIGNS: ReadonlySet<number> = new Set([...'IVXLCDM'].map((sign) => sign.charCodeAt(0)));

/** Whether the second word of a phrase is but the beginning of one, or no word. */
function isOpen(second: string, isStem: boolean): boolean {
  return isStem || !/^\p{L}/u.test(second);
}
