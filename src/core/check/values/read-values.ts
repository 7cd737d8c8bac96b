import { keepingLast } from '../../last-text.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { lowerCased } from '../words/phrase-finder.ts';
import { textWords } from '../words/text-words.ts';
import type { Atom, Mention } from './atoms.ts';
import { readDates, readRanges } from './dates.ts';
import { literalsIn, withTaken } from './literals.ts';
import { namedAt } from './named.ts';
import { readNumber } from './numbers.ts';
import { romanAt } from './roman.ts';
import type { MeaningType, Sense } from './senses.ts';
import { readTimes } from './times.ts';
import { plain, tokensOf } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What readers of values are given: the tokens, and what may stand at each. */
export interface Reading {
  readonly text: string;
  readonly tokens: ReturnType<typeof tokensOf>;
  readonly vocabulary: ReturnType<typeof vocabularyOf>;
  /** The longest phrase of a kind that begins at a token. */
  readonly sense: (i: number, type: MeaningType) => Sense | null;
}

/**
 * Reads the values that a text states: numbers in digits and words with what they count, dates, times, names of months,
 * weekdays, points of the compass and countries, each with all its readings and its place.
 */
export const readValues = keepingLast((text: string, pack: LanguagePack): readonly Mention[] => {
  const vocabulary = vocabularyOf(pack);
  let rest = plain(text);
  // Many texts say no value.
  if (!MAY_COUNT.test(rest) && vocabulary.isSilent(text, textWords(text, pack))) return NO_MENTIONS;
  rest = withTaken(rest, literalsIn(rest));
  if (vocabulary.idioms) rest = withTaken(rest, vocabulary.idioms.find(lowerCased(rest)));
  const mentions: Mention[] = [];
  if (/\d/u.test(rest)) {
    const dates = readDates(rest, vocabulary.dates);
    const ranges = readRanges(dates.rest);
    const times = readTimes(ranges.rest, vocabulary);
    const codes = readCodes(times.rest);
    mentions.push(...dates.mentions, ...ranges.mentions, ...times.mentions, ...codes.mentions);
    rest = codes.rest;
  }
  const tokens = tokensOf(rest);
  const cache: (readonly Sense[])[] = [];
  const sensesAt = (i: number) => (cache[i] ??= vocabulary.at(tokens, i));
  const sense = (i: number, type: MeaningType): Sense | null => {
    if (i < 0 || i >= tokens.length) return null;
    for (const one of sensesAt(i)) if (one.meaning.type === type) return one;
    return null;
  };
  const reading: Reading = { text: rest, tokens, vocabulary, sense };
  for (let i = 0; i < tokens.length; ) {
    // Most words say no value.
    const { kind, text: word } = tokens[i]!;
    const isWord =
      kind === 'word' && (vocabulary.isIdle(word) || (sensesAt(i).length === 0 && !vocabulary.compound(word)));
    const found = isWord ? romanAt(reading, i) : (namedAt(reading, i) ?? readNumber(reading, i));
    if (found) mentions.push(found.mention);
    i += found?.length ?? 1;
  }
  const brackets = asides(rest);
  return brackets.length === 0 ? mentions : mentions.map((mention) => withAsides(mention, brackets));
});

const NO_MENTIONS: readonly Mention[] = [];
/** Digits, and signs that are fractions. */
const MAY_COUNT = /[\d½¼¾⅓⅔]/u;

/** Names with numbers in them: G7, F-16, MH370. */
const CODE = /(?<![A-Za-z\d$€£-])(?:[A-Z][A-Za-z]{0,5}-?(\d{1,5})[A-Za-z]?|(\d)[A-Z])(?![A-Za-z\d]|[.,]\d)/gu;
const MONEY = /^(?:EUR|USD|GBP|CHF|RMB|CNY|JPY|INR|RUB|CAD|AUD|US|Rs|UAH)-?\d/u;

function readCodes(text: string): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(CODE)) {
    if (MONEY.test(match[0])) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    spans.push({ start, end });
    mentions.push({
      readings: [
        [
          {
            kind: 'number',
            amounts: [Number(match[1] ?? match[2])],
            strength: 1,
            digits: true,
            ordinal: true,
            start,
            end,
          },
        ],
      ],
    });
  }
  return { mentions, rest: spans.length > 0 ? withTaken(text, spans) : text };
}

function asides(text: string): { start: number; end: number }[] {
  if (!text.includes('(')) return [];
  return [...text.matchAll(/\([^()]*\)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function withAsides({ readings }: Mention, brackets: readonly { start: number; end: number }[]): Mention {
  const isAside = ({ start, end }: Atom) => brackets.some((one) => start > one.start && end < one.end);
  return { readings: readings.map((atoms) => atoms.map((atom) => (isAside(atom) ? { ...atom, aside: true } : atom))) };
}
