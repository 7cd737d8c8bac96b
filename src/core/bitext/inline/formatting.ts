import type { Span } from '../../text/sentences.ts';
import { FIRST_FORMATTING, type InlineCode, type InlineCodes } from './codes.ts';
import { plainText } from './plain-text.ts';
import { mergedSpans, type StyledSpan, spansIn, spansWithin, TEXT_STYLES, type TextStyle } from './styled-spans.ts';

/** The characters that open and close a stretch. */
const MARKS: Readonly<Record<TextStyle, Readonly<Record<'open' | 'close', string>>>> = {
  bold: { open: String.fromCodePoint(FIRST_FORMATTING), close: String.fromCodePoint(FIRST_FORMATTING + 1) },
  italic: { open: String.fromCodePoint(FIRST_FORMATTING + 2), close: String.fromCodePoint(FIRST_FORMATTING + 3) },
};
const MARK = /[\u{10fffa}-\u{10fffd}]/gu;

/** What the formats call them: the elements of HTML; `ctype` of XLIFF 1.2, `type` of TMX; `type` and `subType` of XLIFF 2. */
const NAMES: Readonly<Record<TextStyle, Pick<InlineCode, 'element' | 'attributes'>>> = {
  bold: { element: 'b', attributes: { ctype: 'bold', type: 'fmt', subType: 'xlf:b' } },
  italic: { element: 'i', attributes: { ctype: 'italic', type: 'fmt', subType: 'xlf:i' } },
};

/** Bold and italics of articles as inline codes, by the characters that stand for them in segments of every bitext. */
export const FORMATTING_CODES: InlineCodes = new Map(
  TEXT_STYLES.flatMap((style) =>
    (['open', 'close'] as const).map((kind): [string, InlineCode] => [
      MARKS[style][kind],
      { kind, pair: '', data: '', ...NAMES[style] },
    ]),
  ),
);

/** Whether a code is bold or italics of an article, and none of a file that had codes. */
export function isFormatting({ element }: Pick<InlineCode, 'element'>): boolean {
  return TEXT_STYLES.some((style) => NAMES[style].element === element);
}

/** Whether a code says that it is bold or italics and holds nothing else: an article's, also back from a file that we have written. */
export function isStyleAlone({ element, data, attributes }: InlineCode): boolean {
  if (data !== '') return false;
  const { ctype, type, subType } = attributes;
  return (
    isFormatting({ element }) || /^(?:bold|italic)$/u.test(ctype ?? type ?? '') || /^xlf:[bi]$/u.test(subType ?? '')
  );
}

/** Whether any of some texts has bold or italics of an article. */
export function hasFormatting(texts: readonly { readonly text: string }[]): boolean {
  return texts.some(({ text }) => text.search(MARK) >= 0);
}

/**
 * Sentences of an article, each also with what is bold or italic in it as codes. What goes on over the end of a sentence is
 * closed there and opened again in the next one.
 * @param article their text, with what of it is formatted
 */
export function withFormatting<T extends Span & { readonly text: string }>(
  sentences: readonly T[],
  { text, styles }: { readonly text: string; readonly styles: readonly StyledSpan[] },
): (T & { readonly coded?: string })[] {
  if (styles.length === 0) return [...sentences];
  return sentences.map((sentence) => {
    const within = spansWithin(styles, sentence);
    if (within.length === 0) return sentence;
    const raw = text.slice(sentence.start, sentence.end);
    return { ...sentence, coded: codedText(sentence.text, spansIn(sentence.text, raw, within)) };
  });
}

/** A text with codes where its stretches begin and end, each pair within the other. */
function codedText(text: string, spans: readonly StyledSpan[]): string {
  const places = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const open: StyledSpan[] = [];
  let [made, at] = ['', 0];
  for (const place of places) {
    made += text.slice(at, place);
    at = place;
    const outermost = open.findIndex(({ end }) => end <= place);
    const closed = outermost < 0 ? [] : open.splice(outermost);
    made += closed
      .toReversed()
      .map(({ style }) => MARKS[style].close)
      .join('');
    // What ends last is opened first.
    const opened = [...closed.filter(({ end }) => end > place), ...spans.filter(({ start }) => start === place)];
    for (const span of opened.toSorted((a, b) => b.end - a.end)) {
      made += MARKS[span.style].open;
      open.push(span);
    }
  }
  return made + text.slice(at);
}

/** A piece of a text and how it is shown. */
export interface StyledRun {
  readonly text: string;
  readonly styles: readonly TextStyle[];
}

/** A text cut where its formatting changes, without any codes; a stretch that is never closed goes to its end. */
export function styledRuns(text: string): StyledRun[] {
  const runs: StyledRun[] = [];
  const open = { bold: 0, italic: 0 };
  let at = 0;
  const add = (to: number) => {
    const piece = plainText(text.slice(at, to));
    if (piece !== '') runs.push({ text: piece, styles: TEXT_STYLES.filter((style) => open[style] > 0) });
    at = to;
  };
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    add(index);
    for (const style of TEXT_STYLES) {
      if (mark === MARKS[style].open) open[style] += 1;
      if (mark === MARKS[style].close) open[style] = Math.max(0, open[style] - 1);
    }
  }
  add(text.length);
  return runs;
}

/** Runs put together as one text again, with codes. */
export function textOfRuns(runs: readonly StyledRun[]): string {
  return codedText(runs.map(({ text }) => text).join(''), spansOfRuns(runs));
}

/** What is bold or italic in a text that is given in runs. */
export function spansOfRuns(runs: readonly StyledRun[]): StyledSpan[] {
  let at = 0;
  return mergedSpans(
    runs.flatMap(({ text, styles }) => {
      const [start, end] = [at, at + text.length];
      at = end;
      return styles.map((style) => ({ style, start, end }));
    }),
  );
}
