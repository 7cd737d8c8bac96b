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

/** The texts of a row's side as its findings name places in them. */
export interface SideText {
  /**
   * Where a place of the row's text stands in the segments: a piece in each that it touches. The text of the row has no
   * codes, those of the segments have. What has no length, such as where a space is missing, is shown by its neighbours.
   */
  placesOf(span: Span): SegmentPlace[];
  /** How a segment reads once it is written as a finding suggests; null where that is not certain, or not in one segment. */
  suggestedText(
    finding: Pick<RowFinding, 'target' | 'suggestion'>,
  ): { readonly segment: number; readonly text: string } | null;
}

/** Lays the segments of a row's side out once, for all of its findings: a row may be as long as a text, and have as many. */
export function sideText(side: Side, { segments, joint, codes }: RowSide): SideText {
  let end = 0;
  const laid = segments.map((segment) => {
    const at = end;
    const places = unitsOf(segment.text, codes);
    end += places.length + joint.length;
    return { segment, at, places };
  });
  return {
    placesOf({ start, end }) {
      const [from, to] = start < end ? [start, end] : [Math.max(0, start - 1), end + 1];
      return laid.flatMap(({ segment, at, places }) => {
        const [first, last] = [Math.max(from, at) - at, Math.min(to, at + places.length) - at];
        if (first >= last) return [];
        return [{ side, segment: segment.id, start: places[first]!, end: places[last - 1]! + 1 }];
      });
    },
    suggestedText({ target, suggestion }) {
      if (!target || suggestion === null) return null;
      for (const { segment, at, places } of laid) {
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
    },
  };
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
