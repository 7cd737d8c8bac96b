import { readingsOfDigits } from './digits.ts';
import type { MeaningType, Sense } from './senses.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A number as it stands in a text: its readings and how many tokens it takes. */
export interface Amount {
  readonly amounts: readonly number[];
  readonly length: number;
  readonly digits: boolean;
  /** Whether it is one word that is more often something else. */
  readonly faint: boolean;
  /** Whether a word multiplies it: "million". */
  readonly scaled: boolean;
  /** The last word that multiplies it. */
  readonly scale: number;
}

/** Reads numbers of a text: the tokens, and a look-up of what may stand at each. */
export interface NumberReader {
  readonly tokens: readonly Token[];
  readonly vocabulary: Vocabulary;
  readonly sense: (i: number, type: MeaningType) => Sense | null;
}

/**
 * Reads the number that begins at a token: digits or words, with the scales behind them. One way serves all languages:
 * a unit is added where it is smaller than the place of what stands before it; a scale multiplies
 * whatever is smaller than itself and stands before it ("dos mil quinientos millones", 一亿二千万).
 */
export function readAmount(reader: NumberReader, i: number): Amount | null {
  const first = reader.tokens[i];
  // A phrase that a number should follow may be the last of a text.
  if (!first) return null;
  if (first.kind === 'digits') return digitsAndScales(reader, i, first.raw);
  return inWords(reader, i);
}

function digitsAndScales(reader: NumberReader, i: number, raw: string): Amount | null {
  const { vocabulary, tokens } = reader;
  const readings = readingsOfDigits(raw, vocabulary, vocabulary.pack.looseDigits === true);
  if (readings.length === 0) return null;
  let amounts = readings;
  let next = i + 1;
  let scaled = false;
  let last = 1;
  for (;;) {
    const scale = reader.sense(next, 'scale');
    if (!scale || typeof scale.meaning.value !== 'number' || (scale.meaning.value === 100 && !isHan(tokens[next])))
      break;
    const factor = scale.meaning.value;
    amounts = amounts.map((amount) => tidy(amount * factor));
    next += scale.length;
    scaled = true;
    last = factor;
  }
  const short = scaled ? null : reader.sense(next, 'short');
  if (short && typeof short.meaning.value === 'number' && tokens[next]!.at - tokens[next - 1]!.end <= 1) {
    const factor = short.meaning.value;
    const multiplied = amounts.map((amount) => tidy(amount * factor));
    // "5m" are metres or millions.
    if (reader.sense(next, 'unit')) amounts = [...amounts, ...multiplied];
    else {
      amounts = multiplied;
      next += short.length;
      if (tokens[next]?.raw === '.' && tokens[next]!.at === tokens[next - 1]!.end && next + 1 < tokens.length)
        next += 1;
      scaled = true;
    }
  }
  // "1 million 200 000", 1亿2000万.
  const more =
    scaled && tokens[next]?.kind === 'digits' && tokens[next]!.at - tokens[next - 1]!.end <= 1
      ? digitsAndScales(reader, next, tokens[next]!.raw)
      : null;
  const joined = scaled && !more ? digitsBehind(reader, next, placeOf(amounts[0]!)) : null;
  if (joined) {
    amounts = amounts.map((amount) => amount + joined.value);
    next += joined.length;
  }
  const place = placeOf(amounts[0]!);
  if (more?.amounts[0] !== undefined && more.amounts[0] < place && (more.scaled || isHan(tokens[next - 1]))) {
    amounts = amounts.map((amount) => amount + more.amounts[0]!);
    next += more.length;
  }
  return { amounts, length: next - i, digits: true, faint: false, scaled, scale: last };
}

function inWords(reader: NumberReader, i: number): Amount | null {
  const { tokens, vocabulary } = reader;
  const parts: number[] = [];
  let next = i;
  let words = 0;
  let faint = true;
  let scaled = false;
  let last = 1;
  let otherwise = 0;
  while (next < tokens.length) {
    const joint = parts.length > 0 ? reader.sense(next, 'and') : null;
    const at = next + (joint?.length ?? 0);
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const number = reader.sense(at, 'number') ?? halfOf(reader, at);
    const scale = reader.sense(at, 'scale');
    const whole = number || scale ? null : vocabulary.compound(token.text);
    const isAfter = joint !== null || startsWithPrefix(reader, at);
    if (number && typeof number.meaning.value === 'number' && (!scale || number.length >= scale.length)) {
      // "Eine halbe Million": the one is an article.
      // مليونا are two million, or a million as an object.
      if (parts.length === 0 && scale && typeof scale.meaning.value === 'number')
        otherwise = scale.meaning.value - number.meaning.value;
      if (number.meaning.type === 'fraction' && parts.length === 1 && parts[0] === 1) parts.pop();
      if (!mayAdd(parts, number.meaning.value, isAfter)) break;
      parts.push(number.meaning.value);
      faint &&= 'faint' in number.meaning && number.meaning.faint === true;
      next = at + number.length;
    } else if (scale && !joint && typeof scale.meaning.value === 'number') {
      if (parts.length === 0 && !(('bare' in scale.meaning && scale.meaning.bare) || followsArticle(reader, at))) break;
      if (parts.length > 0 && scale.meaning.value === parts.at(-1)) break;
      multiply(parts, scale.meaning.value);
      last = scale.meaning.value;
      faint = parts.length === 1 && words === 0 && 'faint' in scale.meaning && scale.meaning.faint === true;
      scaled = true;
      next = at + scale.length;
    } else if (
      scale &&
      joint &&
      typeof scale.meaning.value === 'number' &&
      'bare' in scale.meaning &&
      scale.meaning.bare &&
      scale.meaning.value < placeOf(parts.at(-1)!)
    ) {
      parts.push(scale.meaning.value);
      next = at + scale.length;
    } else if (whole && parts.length === 0) {
      for (const value of whole) {
        if (value >= 100) multiply(parts, value);
        else parts.push(value);
      }
      faint = false;
      next = at + 1;
    } else break;
    words += 1;
  }
  if (parts.length === 0) return null;
  const sum = tidy(parts.reduce((all, part) => all + part, 0));
  const more = placeOf(sum) >= 1000 ? digitsBehind(reader, next, placeOf(sum)) : null;
  const value = sum + (more?.value ?? 0);
  return {
    amounts: otherwise === 0 ? [value] : [value, value + otherwise],
    length: next + (more?.length ?? 0) - i,
    digits: more !== null,
    faint: words === 1 && faint && !more,
    scaled,
    scale: last,
  };
}

/** What digits add to a number in words: « un millón 300 mil », مليونا و300 ألف. */
function digitsBehind(reader: NumberReader, next: number, place: number): { value: number; length: number } | null {
  const { tokens, vocabulary } = reader;
  const joint =
    reader.sense(next, 'and')?.length ?? ((vocabulary.pack.prefixes ?? []).includes(tokens[next]?.text ?? '') ? 1 : 0);
  const token = tokens[next + joint];
  if (token?.kind !== 'digits') return null;
  const more = digitsAndScales(reader, next + joint, token.raw);
  const value = more?.amounts[0];
  return more?.scaled && value !== undefined && value < place ? { value, length: joint + more.length } : null;
}

/** "half a million": a half is a number before a scale. */
function halfOf(reader: NumberReader, i: number): Sense | null {
  const fraction = reader.sense(i, 'fraction');
  if (!fraction) return null;
  // "A quarter of a million".
  const of = reader.sense(i + fraction.length, 'in');
  const article = reader.sense(i + fraction.length + (of?.length ?? 0), 'article');
  const length = fraction.length + (article ? (of?.length ?? 0) + article.length : 0);
  return reader.sense(i + length, 'scale') ? { length, meaning: fraction.meaning } : null;
}

function followsArticle(reader: NumberReader, i: number): boolean {
  return i > 0 && reader.sense(i - 1, 'article') !== null;
}

function startsWithPrefix({ tokens, vocabulary }: NumberReader, i: number): boolean {
  return (vocabulary.pack.prefixes ?? []).some((prefix) => tokens[i]!.text.startsWith(prefix));
}

function mayAdd(parts: readonly number[], value: number, joined: boolean): boolean {
  const last = parts.at(-1);
  if (last === undefined) return true;
  if (value < placeOf(last)) return true;
  // "soixante-douze", "quatre-vingt-dix".
  if ((last === 60 || last === 80) && value >= 10 && value < 20) return true;
  // "خمسة وعشرون": the unit stands before the ten.
  return joined && last < 10 && value >= 20 && value < 100 && value % 10 === 0 && last >= 1;
}

function multiply(parts: number[], factor: number): void {
  let section = 0;
  while (parts.length > 0 && parts.at(-1)! < factor) section += parts.pop()!;
  parts.push((section || 1) * factor);
}

/** The place of the last digit that is not 0: 100 of 1200. */
function placeOf(value: number): number {
  if (value < 1 || !Number.isInteger(value)) return 0;
  let place = 1;
  while (value % (place * 10) === 0 && place < 1e15) place *= 10;
  return place;
}

function isHan(token: Token | undefined): boolean {
  return token !== undefined && /\p{Script=Han}/u.test(token.raw);
}

/** Without what binary fractions leave behind: 2.4 × 10⁹. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
