import { joinSegments } from '../text/join.ts';
import type { Bitext, Row, Side } from './bitext.ts';

/** The texts of a row's segments, by side. */
export function segmentTexts({ segments }: Pick<Row, 'segments'>): Record<Side, string[]> {
  return { source: segments.source.map(({ text }) => text), target: segments.target.map(({ text }) => text) };
}

/** The text of each side of a row: its segments one after another, as sentences follow each other in the language. */
export function rowTexts(
  row: Pick<Row, 'segments'>,
  { sourceLanguage, targetLanguage }: Pick<Bitext, 'sourceLanguage' | 'targetLanguage'>,
): Record<Side, string> {
  const { source, target } = segmentTexts(row);
  return { source: joinSegments(source, sourceLanguage), target: joinSegments(target, targetLanguage) };
}
