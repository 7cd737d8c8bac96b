import type { Row, Side } from '../../../core/bitext/bitext.ts';
import type { InlineCodes } from '../../../core/bitext/inline/codes.ts';
import { type SegmentPlace, sideText } from '../../../core/check/finding-places.ts';
import { jointIn } from '../../../core/text/join.ts';
import type { KeyedFinding } from '../../desk.ts';

/** A finding of a row as the review page shows it. */
export interface ShownFinding extends Pick<KeyedFinding, 'code' | 'severity' | 'reason' | 'suggestion' | 'keys'> {
  /** Where it stands in the segments of both sides. */
  readonly places: readonly SegmentPlace[];
  /** The segment of the translation as it reads with the suggestion; null where there is none to be put in. */
  readonly rewrite: { readonly segment: number; readonly text: string } | null;
}

/** The findings of a row with their places in its segments. */
export function shownFindings(
  findings: readonly KeyedFinding[],
  row: Row,
  { codes, languages }: { readonly codes: InlineCodes; readonly languages: Readonly<Record<Side, string>> },
): ShownFinding[] {
  if (findings.length === 0) return [];
  const textOf = (side: Side) =>
    sideText(side, { segments: row.segments[side], joint: jointIn(languages[side]), codes });
  const sides = { source: textOf('source'), target: textOf('target') };
  return findings.map((finding) => {
    const placesOn = (side: Side) => {
      const span = finding[side];
      // What concerns the whole text has no place in it.
      const isWhole = span && span.start === 0 && span.end === finding.texts[side].length;
      return span && !isWhole ? sides[side].placesOf(span) : [];
    };
    const { code, severity, reason, suggestion, keys } = finding;
    return {
      ...{ code, severity, reason, suggestion, keys },
      places: [...placesOn('source'), ...placesOn('target')],
      rewrite: sides.target.suggestedText(finding),
    };
  });
}
