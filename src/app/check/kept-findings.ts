import { type CheckCode, type CheckSelection, isWanted, severityOf } from '../../core/check/line.ts';
import { CHECK_SEVERITIES, type CheckSeverity } from '../../core/check/row-finding.ts';
import type { KeyedFinding, RowChecker } from '../desk.ts';
import type { FoundFindings, PlacedFinding } from './find-findings.ts';

/** Rows of a finding that are named. */
const MAX_NAMED_ROWS = 12;

type Place = PlacedFinding['rows'][number];

/** A finding to which rows are added. */
type Noted = Omit<PlacedFinding, 'rows' | 'count'> & { rows: Place[]; count: number; readonly rank: number };

/** What is noted of a finding that is none of the checks of a row. */
export type OtherFinding = Pick<PlacedFinding, 'key' | 'found' | 'expected' | 'texts'> &
  Partial<Pick<PlacedFinding, 'reason' | 'concept'>> & { readonly code: Parameters<typeof severityOf>[0] };

/** What was found in a bitext: how much, and the first of what is wanted, errors first, then as they follow in the text. */
export type FindingsOfBitext = Pick<FoundFindings, 'count' | 'codes' | 'severities'> & {
  readonly findings: readonly PlacedFinding[];
};

/** Findings, those that say the same as one, with the rows in which they stand. */
export interface KeptFindings {
  /** In the order of the rows, but for those found when all have been read. */
  note(finding: OtherFinding, rows: readonly Place[]): void;
  noteOfRow(finding: KeyedFinding, row: Place): void;
  /** Of several rows, or known only when all have been read. */
  noteLate(finding: OtherFinding, rows: readonly Place[]): void;
  found(): FindingsOfBitext;
}

/**
 * Keeps the first findings of each severity, and of the others that they are known, so that it holds little of a long
 * text in which much is found.
 * @param most how many are wanted
 */
export function keptFindings(checker: RowChecker, wanted: CheckSelection, most: number): KeptFindings {
  // Null where a finding is counted alone.
  const known = new Map<string, Noted | null>();
  const kept: Record<CheckSeverity, Noted[]> = { error: [], warning: [], hint: [] };
  const late: Noted[] = [];
  const codes: Partial<Record<CheckCode, number>> = {};
  const severities: Record<CheckSeverity, number> = { error: 0, warning: 0, hint: 0 };
  let count = 0;

  function add(
    { key, code, severity }: Pick<PlacedFinding, 'key' | 'code' | 'severity'>,
    rows: readonly Place[],
    fresh: () => Omit<Noted, 'rows' | 'count'>,
    list: Noted[],
  ): void {
    let noted = known.get(key);
    if (noted === undefined) {
      codes[code] = (codes[code] ?? 0) + 1;
      severities[severity] += 1;
      const counts = isWanted({ code, severity }, wanted);
      if (counts) count += 1;
      const isKept = counts && (list === late || list.length < most);
      noted = isKept ? { ...fresh(), rows: [], count: 0 } : null;
      known.set(key, noted);
      if (noted) list.push(noted);
    }
    if (!noted) return;
    noted.rows.push(...rows.slice(0, Math.max(0, MAX_NAMED_ROWS - noted.rows.length)));
    noted.count += rows.length;
  }

  function noteOther(
    { code, key, concept = null, reason = null, found, expected, texts }: OtherFinding,
    rows: readonly Place[],
    isLate: boolean,
  ): void {
    const severity = checker.severityOf(code, severityOf(code));
    if (severity === null || checker.isDismissed({ keys: { row: key, same: key } })) return;
    const fresh = () => ({
      ...{ code, severity, reason, key, same: key, concept, found, expected, suggestion: null, texts },
      at: { source: null, target: null },
      rank: isLate ? 1 : 0,
    });
    add({ key, code, severity }, rows, fresh, isLate ? late : kept[severity]);
  }

  return {
    note: (finding, rows) => noteOther(finding, rows, false),
    noteLate: (finding, rows) => noteOther(finding, rows, true),
    noteOfRow(finding, row) {
      const { code, severity, reason, found, expected, suggestion, texts, source, target, keys } = finding;
      const fresh = () => ({
        ...{ code, severity, reason, found, expected, suggestion, texts, at: { source, target }, concept: null },
        // Rows that read alike have the same finding.
        ...{ key: keys.row, same: keys.same, rank: 2 },
      });
      add({ key: keys.row, code, severity }, [row], fresh, kept[severity]);
    },
    found() {
      const all = [...CHECK_SEVERITIES.flatMap((severity) => kept[severity]), ...late].sort(inOrder);
      return { count, codes, severities, findings: all.slice(0, most).map(({ rank: _, ...finding }) => finding) };
    },
  };
}

/** Errors first; of one severity, as they follow in the text; of one row, those of terms and units, of the whole text, and of the row. */
function inOrder(a: Noted, b: Noted): number {
  const severity = ({ severity }: Noted) => CHECK_SEVERITIES.indexOf(severity);
  return severity(a) - severity(b) || (a.rows[0]?.number ?? 0) - (b.rows[0]?.number ?? 0) || a.rank - b.rank;
}
