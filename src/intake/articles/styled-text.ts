import { mergedSpans, type StyledSpan, spansIn, type TextStyle } from '../../core/bitext/inline/styled-spans.ts';

/** A piece of a paragraph and how it is shown. */
export interface StyledPiece {
  readonly text: string;
  readonly styles: readonly TextStyle[];
}

/**
 * Pieces as one text, with what of it is bold or italic, where anything is.
 * @param tidy changes white space alone
 */
export function styledText(
  pieces: readonly StyledPiece[],
  tidy: (raw: string) => string,
): { text: string; styles: readonly StyledSpan[] | undefined } {
  const raw = pieces.map(({ text }) => text).join('');
  const text = tidy(raw);
  if (pieces.every(({ styles }) => styles.length === 0)) return { text, styles: undefined };
  const spans: StyledSpan[] = [];
  let at = 0;
  for (const piece of pieces) {
    for (const style of piece.styles) spans.push({ style, start: at, end: at + piece.text.length });
    at += piece.text.length;
  }
  const styles = spansIn(text, raw, mergedSpans(spans));
  return { text, styles: styles.length > 0 ? styles : undefined };
}
