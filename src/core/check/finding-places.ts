import type { Segment, Side } from '../bitext/bitext.ts';
import type { InlineCodes } from '../bitext/inline/codes.ts';
import type { RowFinding, Span } from './row-finding.ts';

/** A place in the text of a segment, in UTF-16 units, its inline codes counted. */
export interface SegmentPlace {
  readonly side: Side;
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** A side of a row: its segments, what stands between two of them, and the codes in their texts. */
export interface RowSide {
  readonly segments: readonly Segment[];
  readonly joint: string;
  readonly codes: InlineCodes;
}

/**
 * Where a place of a row's text stands in the segments: a piece in each that it touches. The text of the row has no
 * codes, those of the segments have. What has no length, such as where a space is missing, is shown by its neighbours.
 */
export function segmentPlaces(side: Side, { start, end }: Span, rowSide: RowSide): SegmentPlace[] {
  const [from, to] = start < end ? [start, end] : [Math.max(0, start - 1), end + 1];
  return laidOut(rowSide).flatMap(({ segment, at, places }) => {
    const [first, last] = [Math.max(from, at) - at, Math.min(to, at + places.length) - at];
    if (first >= last) return [];
    return [{ side, segment: segment.id, start: places[first]!, end: places[last - 1]! + 1 }];
  });
}

/** How a segment reads once it is written as a finding suggests; null where that is not certain, or not in one segment. */
export function suggestedText(
  { target, suggestion }: Pick<RowFinding, 'target' | 'suggestion'>,
  rowSide: RowSide,
): { readonly segment: number; readonly text: string } | null {
  if (!target || suggestion === null) return null;
  for (const { segment, at, places } of laidOut(rowSide)) {
    const [first, last] = [target.start - at, target.end - at];
    if (first < 0 || last > places.length) continue;
    const start = places[first] ?? segment.text.length;
    const end = last > first ? places[last - 1]! + 1 : start;
    // A code that stands within would be lost.
    if (end - start !== last - first) return null;
    const text = segment.text.slice(0, start) + suggestion + segment.text.slice(end);
    return { segment: segment.id, text };
  }
  return null;
}

/** Each segment with its place in the row's text, and the place in its own text of each unit that is no code. */
function laidOut({ segments, joint, codes }: RowSide) {
  let at = 0;
  return segments.map((segment) => {
    const laid = { segment, at, places: unitsOf(segment.text, codes) };
    at += laid.places.length + joint.length;
    return laid;
  });
}

function unitsOf(text: string, codes: InlineCodes): number[] {
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (!codes.has(char)) for (let i = 0; i < char.length; i++) places.push(at + i);
    at += char.length;
  }
  return places;
}
