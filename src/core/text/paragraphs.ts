import type { SharedWords } from './language-pack.ts';
import { oneOf } from './literal-pattern.ts';
import type { Span } from './sentences.ts';

/**
 * The paragraphs of a plain text as slices of it: blocks between blank lines,
 * and each line a paragraph of its own unless the lines of a block were wrapped
 * to one width, as in a mail.
 * @param shared what all language packs know together, since the language is not known yet
 */
export function splitParagraphs(text: string, { lineContinuers }: SharedWords): Span[] {
  const continuer = new RegExp(`${oneOf(lineContinuers)}$`, 'u');
  const spans: Span[] = [];
  for (const lines of blocksOf(text)) {
    const [first, last] = [lines[0]!, lines.at(-1)!];
    if (isWrapped(lines)) spans.push({ start: first.start, end: last.end });
    else for (const span of withoutBrokenLines(lines, continuer)) spans.push(span);
  }
  return spans;
}

/**
 * The lines of each block between blank lines, without the white space around
 * them. Lines are found one by one: one expression for a whole block would run out of stack in a long text.
 */
function* blocksOf(text: string): Generator<Line[]> {
  let block: Line[] = [];
  let at = 0;
  for (const { mark, index } of lineEnds(text)) {
    const line = text.slice(at, index);
    const words = line.trim();
    const start = at + line.indexOf(words);
    const [end, left] = [start + words.length, block.length > 0 ? at : start];
    if (words) block.push({ text: words, start, end, width: end - left });
    if (block.length > 0 && (!words || !mark.endsWith('\n'))) {
      yield block;
      block = [];
    }
    at = index + mark.length;
  }
}

function* lineEnds(text: string): Generator<{ mark: string; index: number }> {
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) yield { mark, index };
  yield { mark: '', index: text.length };
}

interface Line extends Span {
  readonly text: string;
  /** Letters from the line's beginning, or the block's, to its end. */
  readonly width: number;
}

const SENTENCE_END = /[.!?:;…。！？»”"’)]$/u;

/**
 * Puts lines together that were broken in mid-sentence, by a scan or a paste:
 * the first begins with a capital, the next ones go on in small letters (or
 * after a Japanese particle), and the last ends as a sentence does.
 */
function withoutBrokenLines(lines: readonly Line[], continuer: RegExp): Span[] {
  const spans: Span[] = [];
  /** The last line that continues what comes before it, from the line that is looked at. */
  let last = -1;
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!;
    last = Math.max(last, i);
    while (last + 1 < lines.length && goesOn(lines[last]!.text, lines[last + 1]!.text, continuer)) last += 1;
    const prose = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}]/u.test(first.text) && SENTENCE_END.test(lines[last]!.text);
    if (last > i && prose) {
      spans.push({ start: first.start, end: lines[last]!.end });
      i = last;
    } else spans.push({ start: first.start, end: first.end });
  }
  return spans;
}

function goesOn(line: string, next: string, continuer: RegExp): boolean {
  return !SENTENCE_END.test(line) && (/^\p{Ll}/u.test(next) || continuer.test(line));
}

/** Widths between which mail and terminal programs wrap lines. */
const WRAP_LENGTHS = { least: 50, most: 90, spread: 26 };

/**
 * Whether lines were broken by a program: all but the last about equally long, most of them in mid-sentence.
 * Headlines in a list are as even, but each begins with a capital and none ends as a sentence does.
 */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  let [least, most, inMidSentence] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { text, width } of lines.slice(0, -1)) {
    least = Math.min(least, width);
    most = Math.max(most, width);
    if (!/[.!?:;…»”"]$/u.test(text)) inMidSentence += 1;
  }
  const even = least >= WRAP_LENGTHS.least && most <= WRAP_LENGTHS.most && most - least <= WRAP_LENGTHS.spread;
  return even && inMidSentence * 2 > lines.length - 1 && flows(lines);
}

/** Whether enough lines go on in small letters, or the block ends as a sentence does. */
function flows(lines: readonly Line[]): boolean {
  if (lines.length < 4 && SENTENCE_END.test(lines.at(-1)!.text)) return true;
  if (!lines.some(({ text }) => /[\p{Lu}\p{Ll}]/u.test(text))) return lines.length > 2;
  const goingOn = lines.slice(1).filter(({ text }) => /^[^\p{L}\p{N}]*\p{Ll}/u.test(text)).length;
  return goingOn > 0 && goingOn * 4 >= lines.length - 1;
}
