import { split } from 'sentence-splitter';
import { breakRules } from './break-rules.ts';
import type { LanguagePack } from './language-pack.ts';
import { inlineList } from './list-breaks.ts';

/** A slice of a text: `text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of one paragraph as slices of it, in order; what lies between
 * them is white space. sentence-splitter proposes breaks, the rules of
 * `break-rules.ts` add those it misses and take back those that are none.
 * @param paragraph text without blank lines; line breaks in it are white space
 */
export function splitSentences(paragraph: string, pack: LanguagePack): Span[] {
  const rules = breakRules(pack);
  const breaks = new Set([...proposedBreaks(paragraph, pack), ...rules.candidates(paragraph)]);
  const list = inlineList(paragraph);
  const ends = [...breaks].filter((at) => rules.holds(paragraph, at) && !list.afterMarkers.has(at));
  const decided = pack.decisions?.(paragraph) ?? NOTHING;
  const own = [...decided].flatMap(([at, isBreak]) => (isBreak ? [at] : []));
  const kept = [...new Set([...ends, ...list.begins].filter((at) => decided.get(at) !== false).concat(own))].sort(
    (a, b) => a - b,
  );
  const spans: Span[] = [];
  let from = 0;
  for (const end of [...kept, paragraph.length]) {
    const span = trimmed(paragraph, from, end);
    if (span) spans.push(span);
    from = end;
  }
  return spans;
}

const NOTHING: ReadonlyMap<number, boolean> = new Map();

/** sentence-splitter's time grows faster than its input; above this length a paragraph is fed in pieces. */
const PIECE = 1200;

function proposedBreaks(paragraph: string, pack: LanguagePack): number[] {
  const breaks: number[] = [];
  for (let from = 0; from < paragraph.length; ) {
    const to = pieceEnd(paragraph, from);
    for (const node of split(paragraph.slice(from, to), optionsFor(pack))) {
      const end = from + node.range[1];
      if (node.type === 'Sentence' && end < to) breaks.push(end);
    }
    from = to;
  }
  return breaks;
}

function pieceEnd(paragraph: string, from: number): number {
  if (paragraph.length - from <= PIECE) return paragraph.length;
  const space = paragraph.lastIndexOf(' ', from + PIECE);
  return space > from ? space : from + PIECE;
}

const SEPARATORS = ['.', '．', '。', '?', '!', '？', '！', '؟', '۔', '।', '॥', '։', '။', '።', '፧'];

function optionsFor(pack: LanguagePack) {
  const dotted = (words: readonly string[]) => words.map((word) => `${word}.`);
  return {
    SeparatorParser: { separatorCharacters: SEPARATORS },
    AbbrMarker: {
      language: {
        ABBREVIATIONS: dotted(pack.abbreviations),
        PREPOSITIVE_ABBREVIATIONS: dotted(pack.titles),
        EXCLAMATION_WORDS: [],
      },
    },
  };
}

function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}
