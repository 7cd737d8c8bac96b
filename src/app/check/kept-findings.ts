import { type CheckCode, type CheckSelection, isWanted } from '../../core/check/line.ts';
import { seenTexts, textHash } from '../../core/check/memory-units/seen-texts.ts';
import { CHECK_SEVERITIES, type CheckSeverity } from '../../core/check/row-finding.ts';
import type { RowChecker } from '../desk.ts';
import type { FoundFindings, PlacedFinding } from './find-findings.ts';
import { type FindingList, findingList, type NotedFinding, type Place, type Unplaced } from './finding-list.ts';

/** Rows of a finding that are named. */
const MAX_NAMED_ROWS = 12;

/** A finding to which rows are added. */
type Noted = Unplaced & { rows: Place[]; count: number; readonly rank: number };

/** Of one row, findings of terms and units come first, then those of the whole text, then those of the row. */
const RANKS: Readonly<Record<NotedFinding['of'], number>> = { text: 0, whole: 1, row: 2 };

/** What was found in a bitext: how much, and the first of what is wanted, errors first, then as they follow in the text. */
export type FindingsOfBitext = Pick<FoundFindings, 'count' | 'codes' | 'severities'> & {
  readonly findings: readonly PlacedFinding[];
};

/** Findings, those that say the same as one, with the rows in which they stand. */
export interface KeptFindings extends FindingList {
  found(): FindingsOfBitext;
}

/**
 * Keeps the first findings of each severity, and of the others that they are known, so that it holds little of a long
 * text in which much is found.
 * @param most how many are wanted
 */
export function keptFindings(checker: RowChecker, wanted: CheckSelection, most: number): KeptFindings {
  const known = seenTexts();
  /** By the number under which its key is known, less one: 0 where a finding is counted alone. */
  const numbered: Noted[] = [];
  const kept: Record<CheckSeverity, Noted[]> = { error: [], warning: [], hint: [] };
  const late: Noted[] = [];
  const codes: Partial<Record<CheckCode, number>> = {};
  const severities: Record<CheckSeverity, number> = { error: 0, warning: 0, hint: 0 };
  let count = 0;

  function keep({ key, code, severity, of, made, rows }: NotedFinding): void {
    const list = of === 'whole' ? late : kept[severity];
    const counts = isWanted({ code, severity }, wanted);
    const isKept = counts && (of === 'whole' || list.length < most);
    const before = known.note(textHash(key), isKept ? numbered.length + 1 : 0);
    if (before === null) {
      codes[code] = (codes[code] ?? 0) + 1;
      severities[severity] += 1;
      if (counts) count += 1;
      if (isKept) {
        const first = { ...made(), rows: [], count: 0, rank: RANKS[of] };
        numbered.push(first);
        list.push(first);
      }
    }
    const noted = before === null ? isKept && numbered.at(-1) : numbered[before - 1];
    if (!noted) return;
    noted.rows.push(...rows.slice(0, Math.max(0, MAX_NAMED_ROWS - noted.rows.length)));
    noted.count += rows.length;
  }

  return {
    ...findingList(checker, keep),
    found() {
      const all = [...CHECK_SEVERITIES.flatMap((severity) => kept[severity]), ...late].sort(inOrder);
      return { count, codes, severities, findings: all.slice(0, most).map(({ rank: _, ...finding }) => finding) };
    },
  };
}

/** Errors first; of one severity, as they follow in the text. */
function inOrder(a: Noted, b: Noted): number {
  const severity = ({ severity }: Noted) => CHECK_SEVERITIES.indexOf(severity);
  return severity(a) - severity(b) || (a.rows[0]?.number ?? 0) - (b.rows[0]?.number ?? 0) || a.rank - b.rank;
}
