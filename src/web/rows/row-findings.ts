import type { ReviewRow } from '../../app/review/review-row.ts';
import type { SegmentPlace } from '../../core/check/finding-places.ts';
import { severityOf } from '../../core/check/line.ts';
import type { CheckSeverity } from '../../core/check/row-finding.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import type { Translator } from '../../core/translator.ts';
import { termFinding } from './term-finding.ts';

/** A finding of a row, of whatever check, in the reader's words. */
export interface WordedFinding {
  readonly severity: CheckSeverity;
  /** Whether it departs from the glossary. */
  readonly isTerm: boolean;
  /** Why, in plain words. */
  readonly text: string;
  readonly places: readonly SegmentPlace[];
  /** A segment of the translation as it would read, and the words of the button that writes it. */
  readonly rewrite: { readonly segment: number; readonly text: string } | null;
  readonly write: string;
  readonly keys: { readonly row: string; readonly same: string };
  /** Where it can be dismissed: value and label. */
  readonly wheres: readonly (readonly [string, string])[];
}

/** Everything that was found in a row, terms last. */
export function rowFindings(row: ReviewRow, t: Translator['t']): WordedFinding[] {
  const checks = (row.checks ?? []).map(({ severity, reason, places, rewrite, suggestion, keys }): WordedFinding => {
    const write = suggestion?.trim() ? t('Write “{suggestion}”', { suggestion }) : t('Use this term');
    return {
      ...{ severity, isTerm: false, text: t(reason), places, rewrite, write, keys },
      wheres: [['row', 'in this row'], ...WIDER],
    };
  });
  const terms = row.terms.map((finding): WordedFinding => {
    const { correction } = finding;
    const segment = correction && row.segments.target[correction.at];
    const key = findingKey(finding);
    return {
      severity: severityOf(finding.code),
      isTerm: true,
      text: termFinding(finding, t),
      places: [],
      rewrite: segment && correction ? { segment: segment.id, text: correction.text } : null,
      write: t('Use this term'),
      keys: { row: key, same: key },
      wheres: WIDER,
    };
  });
  return [...checks, ...terms];
}

const WIDER = [
  ['here', 'in this bitext'],
  ['everywhere', 'everywhere'],
] as const;
