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
    for (const line of lines) {
      const text = line[0].trim();
      if (text) {
        const from = start + line.index + line[0].indexOf(text);
        spans.push({ start: from, end: from + text.length });
      }
    }
  }
  return spans;
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
