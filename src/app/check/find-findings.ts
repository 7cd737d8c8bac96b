import type { Side } from '../../core/bitext/bitext.ts';
import type { CheckCode, CheckSelection } from '../../core/check/line.ts';
import { CHECK_SEVERITIES, type CheckSeverity, type Span } from '../../core/check/row-finding.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import type { Message } from '../../core/message.ts';
import { headsInState } from '../../store/bitexts.ts';
import { type BitextHead, headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { keptFindings } from './kept-findings.ts';
import { noteFindings } from './note-findings.ts';

/** A finding with its place. */
export interface PlacedFinding {
  readonly code: CheckCode;
  readonly severity: CheckSeverity;
  /** Why, where a check of the row says so. */
  readonly reason: Message | null;
  /** What it is dismissed by: itself alone, or all that say the same. */
  readonly key: string;
  readonly same: string;
  readonly concept: StoredConcept | null;
  readonly found: string;
  readonly expected: string;
  /** What to write instead, where that is certain. */
  readonly suggestion: string | null;
  /** The texts of the first row, without codes; empty where the finding is one of several rows. */
  readonly texts: Readonly<Record<Side, string>>;
  /** Where it stands in them, where that is known. */
  readonly at: Readonly<Record<Side, Span | null>>;
  /** The first of the rows in which it stands: bead and number from 1. */
  readonly rows: readonly { readonly bead: number; readonly number: number }[];
  /** In how many rows it stands. */
  readonly count: number;
}

/** Findings of one bitext. */
export interface CheckedFindings {
  readonly head: BitextHead;
  readonly findings: readonly PlacedFinding[];
}

/** A page of what the check of some bitexts finds. */
export interface FoundFindings {
  /** How many bitexts were checked. */
  readonly bitexts: number;
  /** How many of the wanted findings there are. */
  readonly count: number;
  /** How many findings there are of each check and each severity, wanted or not. */
  readonly codes: Readonly<Partial<Record<CheckCode, number>>>;
  readonly severities: Readonly<Record<CheckSeverity, number>>;
  /** Those of this page, by bitext. */
  readonly checked: readonly CheckedFindings[];
}

/** Which bitexts are checked, none for all outside the archive, and which of the findings are wanted. */
export interface CheckRequest {
  readonly bitexts: readonly number[];
  readonly wanted: CheckSelection;
  readonly from: number;
  readonly most: number;
}

/** Everything in which bitexts depart from their glossaries or from themselves, without what was dismissed; the last changed first. */
export const findFindings = work<CheckRequest, FoundFindings>(
  'check bitexts',
  { room: 'long' },
  async (desk, { bitexts, wanted, from, most }, { onProgress }) => {
    const heads = await headsOf(desk, bitexts);
    const checked: CheckedFindings[] = [];
    const codes: Partial<Record<CheckCode, number>> = {};
    const severities: Record<CheckSeverity, number> = { error: 0, warning: 0, hint: 0 };
    let count = 0;
    for (const [i, head] of heads.entries()) {
      const checker = await desk.checks.checkerFor(desk, head);
      const list = keptFindings(checker, wanted, Math.max(0, from + most - count));
      for await (const share of noteFindings(desk, head, checker, list)) onProgress((i + share) / heads.length);
      const found = list.found();
      for (const [code, times] of Object.entries(found.codes) as [CheckCode, number][]) {
        codes[code] = (codes[code] ?? 0) + times;
      }
      for (const severity of CHECK_SEVERITIES) severities[severity] += found.severities[severity];
      const findings = found.findings.slice(Math.max(0, from - count));
      count += found.count;
      if (findings.length > 0 || bitexts.length === 1) checked.push({ head, findings });
    }
    return { bitexts: heads.length, count, codes, severities, checked };
  },
);

/** Some bitexts, or all outside the archive, the last changed first. */
export async function headsOf(desk: Desk, bitexts: readonly number[]): Promise<BitextHead[]> {
  const [only] = bitexts;
  if (only !== undefined && bitexts.length === 1) return [await headOf(desk, only)];
  const ready = await headsInState(desk.store.db, ['ready']);
  const heads = ready.filter(({ id, archivedAt }) => (bitexts.length > 0 ? bitexts.includes(id) : !archivedAt));
  return heads.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}
