import { type CheckCode, severityOf } from '../../core/check/line.ts';
import type { CheckSeverity } from '../../core/check/row-finding.ts';
import type { KeyedFinding, RowChecker } from '../desk.ts';
import type { PlacedFinding } from './find-findings.ts';

/** A row in which a finding stands. */
export type Place = PlacedFinding['rows'][number];

/** What is noted of a finding that is none of the checks of a row. */
export type OtherFinding = Pick<PlacedFinding, 'key' | 'found' | 'expected' | 'texts'> &
  Partial<Pick<PlacedFinding, 'reason' | 'concept'>> & { readonly code: Parameters<typeof severityOf>[0] };

/** A finding before it is known in which rows it stands. */
export type Unplaced = Omit<PlacedFinding, 'rows' | 'count'>;

/** What goes through a bitext notes here what it finds. */
export interface FindingList {
  /** In the order of the rows, but for those found when all have been read. */
  note(finding: OtherFinding, rows: readonly Place[]): void;
  noteOfRow(finding: KeyedFinding, row: Place): void;
  /** Of several rows, or known only when all have been read. */
  noteLate(finding: OtherFinding, rows: readonly Place[]): void;
}

/** A finding that was noted, made when it is asked for: most are counted alone. */
export interface NotedFinding {
  readonly key: string;
  readonly code: CheckCode;
  readonly severity: CheckSeverity;
  readonly of: 'row' | 'text' | 'whole';
  readonly made: () => Unplaced;
  readonly rows: readonly Place[];
}

/** Hands on what is noted, as severe as it is held to be here, without what was dismissed or is switched off. */
export function findingList(checker: RowChecker, take: (finding: NotedFinding) => void): FindingList {
  function noteOther(
    { code, key, concept = null, reason = null, found, expected, texts }: OtherFinding,
    rows: readonly Place[],
    of: NotedFinding['of'],
  ): void {
    const severity = checker.severityOf(code, severityOf(code));
    if (severity === null || checker.isDismissed({ keys: { row: key, same: key } })) return;
    const made = () => ({
      ...{ code, severity, reason, key, same: key, concept, found, expected, suggestion: null, texts },
      at: { source: null, target: null },
    });
    take({ key, code, severity, of, made, rows });
  }

  return {
    note: (finding, rows) => noteOther(finding, rows, 'text'),
    noteLate: (finding, rows) => noteOther(finding, rows, 'whole'),
    noteOfRow(finding, row) {
      const { code, severity, reason, found, expected, suggestion, texts, source, target, keys } = finding;
      if (checker.isDismissed(finding)) return;
      const made = () => ({
        ...{ code, severity, reason, found, expected, suggestion, texts, at: { source, target }, concept: null },
        // Rows that read alike have the same finding.
        ...{ key: keys.row, same: keys.same },
      });
      take({ key: keys.row, code, severity, of: 'row', made, rows: [row] });
    },
  };
}
