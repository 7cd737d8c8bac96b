import type { Span } from './sentences.ts';

/**
 * The paragraphs of a plain text as slices of it: blocks between blank lines,
 * and each line a paragraph of its own unless the lines of a block were wrapped
 * to one width, as in a mail.
 */
export function splitParagraphs(text: string): Span[] {
  const spans: Span[] = [];
  for (const block of text.matchAll(/\S.*(?:\r?\n[^\S\n]*\S.*)*/gu)) {
    const lines = [...block[0].matchAll(/[^\r\n]+/gu)];
    const start = block.index;
    if (isWrapped(lines.map((line) => line[0]))) {
      spans.push({ start, end: start + block[0].trimEnd().length });
      continue;
    }
    const texts = lines.flatMap((line): Line[] => {
      const text = line[0].trim();
      const from = start + line.index + line[0].indexOf(text);
      return text ? [{ text, start: from, end: from + text.length }] : [];
    });
    spans.push(...withoutBrokenLines(texts));
  }
  return spans;
}

interface Line extends Span {
  readonly text: string;
}

const ENDED = /[.!?:;…。！？»”"’)]$/u;

/**
 * Puts lines together that were broken in mid-sentence, by a scan or a paste:
 * the first begins with a capital, the next ones go on in small letters (or
 * after a Japanese particle), and the last ends as a sentence does.
 */
function withoutBrokenLines(lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!;
    let last = i;
    while (last + 1 < lines.length && goesOn(lines[last]!.text, lines[last + 1]!.text)) last += 1;
    const prose = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}]/u.test(first.text) && ENDED.test(lines[last]!.text);
    if (last > i && prose) {
      spans.push({ start: first.start, end: lines[last]!.end });
      i = last;
    } else spans.push({ start: first.start, end: first.end });
  }
  return spans;
}

function goesOn(line: string, next: string): boolean {
  return !ENDED.test(line) && (/^\p{Ll}/u.test(next) || /[のをにがはとでもへ]$/u.test(line));
}

/** Widths between which mail and terminal programs wrap lines. */
const WRAP = { least: 50, most: 90, spread: 26 };

/** Whether lines were broken by a program: all but the last about equally long, most of them in mid-sentence. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const widths = lines.slice(0, -1).map((line) => line.trimEnd().length);
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  const even = least >= WRAP.least && most <= WRAP.most && most - least <= WRAP.spread;
  const broken = lines.slice(0, -1).filter((line) => !/[.!?:;…»”"]\s*$/u.test(line)).length;
  return even && broken * 2 > widths.length;
}
