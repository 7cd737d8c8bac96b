import type { Bitext, Row, Segment } from '../bitext.ts';
import { CODE } from './codes.ts';

/**
 * A segment's text as it is read: without its inline codes, whichever bitext they are of. Whatever looks at words, and has
 * no need to put the text back where it stood, reads it by this: the aligner, searches, terms, counts.
 */
export function plainText(text: string): string {
  return MAY_HAVE_CODES.test(text) ? text.replace(CODE, '') : text;
}

/** The first half of every character of the areas that codes are taken from. */
const MAY_HAVE_CODES = /[\udb80-\udbff]/;

/** A bitext, or a part of one, with its texts as they are read. */
export function plainBitext<T extends Pick<Bitext, 'source' | 'target'>>(bitext: T): T {
  return { ...bitext, source: plainSegments(bitext.source), target: plainSegments(bitext.target) };
}

/** A row, likewise. */
export function plainRow<T extends Pick<Row, 'segments'>>(row: T): T {
  const { source, target } = row.segments;
  return { ...row, segments: { source: plainSegments(source), target: plainSegments(target) } };
}

function plainSegments(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => ({ ...segment, text: plainText(segment.text) }));
}

/** For each UTF-16 unit of a text as it is read, its place in the text with its codes. */
export function placesInText(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (plainText(char) !== '') for (let i = 0; i < char.length; i++) places.push(at + i);
    at += char.length;
  }
  return places;
}

/** Where a stretch of a text as it is read stands in the text with its codes. */
export function spanInText(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const places = placesInText(text);
  const from = places[start] ?? text.length;
  return { start: from, end: end > start ? places[end - 1]! + 1 : from };
}
