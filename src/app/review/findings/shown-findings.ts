import type { Row, Side } from '../../../core/bitext/bitext.ts';
import type { InlineCodes } from '../../../core/bitext/inline/codes.ts';
import { type RowSide, type SegmentPlace, segmentPlaces, suggestedText } from '../../../core/check/finding-places.ts';
import { jointIn } from '../../../core/text/join.ts';
import type { KeyedFinding } from '../../desk.ts';

/** A finding of a row as the review page shows it. */
export interface ShownFinding extends Pick<KeyedFinding, 'code' | 'severity' | 'reason' | 'suggestion' | 'keys'> {
  /** Where it stands in the segments of both sides. */
  readonly places: readonly SegmentPlace[];
  /** The segment of the translation as it reads with the suggestion; null where there is none to be put in. */
  readonly rewrite: { readonly segment: number; readonly text: string } | null;
}

/** A finding with its places in the segments of its row. */
export function shownFinding(
  finding: KeyedFinding,
  row: Row,
  { codes, languages }: { readonly codes: InlineCodes; readonly languages: Readonly<Record<Side, string>> },
): ShownFinding {
  const { code, severity, reason, suggestion, keys } = finding;
  const sideOf = (side: Side): RowSide => ({ segments: row.segments[side], joint: jointIn(languages[side]), codes });
  const placesOn = (side: Side) => {
    const span = finding[side];
    // What concerns the whole text has no place in it.
    const isWhole = span && span.start === 0 && span.end === finding.texts[side].length;
    return span && !isWhole ? segmentPlaces(side, span, sideOf(side)) : [];
  };
  return {
    ...{ code, severity, reason, suggestion, keys },
    places: [...placesOn('source'), ...placesOn('target')],
    rewrite: suggestedText(finding, sideOf('target')),
  };
}
