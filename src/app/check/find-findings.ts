import { rowsOf } from '../../core/bitext/bitext.ts';
import { DOUBT_BELOW } from '../../core/bitext/confidence.ts';
import type { TermFinding } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type ConsistencyFinding, consistencyCheck } from '../../core/glossary/consistency.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import { dayOf } from '../../store/articles.ts';
import { countBeads } from '../../store/bead-counts.ts';
import { headsInState } from '../../store/bitexts.ts';
import { dismissedIn } from '../../store/glossary/verdicts.ts';
import { readPieces } from '../../store/review/slices.ts';
import { type BitextHead, headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';

/** A finding with its place. */
export interface PlacedFinding {
  readonly code: TermFinding['code'] | ConsistencyFinding['code'];
  readonly key: string;
  readonly concept: StoredConcept | null;
  readonly found: string;
  readonly expected: string;
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
  /** How many findings there are. */
  readonly count: number;
  /** Those of this page, by bitext. */
  readonly checked: readonly CheckedFindings[];
}

/** Which bitexts are checked, none for all outside the archive, and which of the findings are wanted. */
export interface CheckRequest {
  readonly bitexts: readonly number[];
  readonly from: number;
  readonly most: number;
}

/** Rows that are read and checked at once. */
const PIECE = 500;
/** Rows of a finding that are named. */
const NAMED = 12;

/** Everything in which bitexts depart from their glossaries or from themselves, without what was dismissed; the last changed first. */
export const findFindings = work<CheckRequest, FoundFindings>(
  'check bitexts',
  { room: 'long' },
  async (desk, { bitexts, from, most }, { told }) => {
    const heads = await headsOf(desk, bitexts);
    const checked: CheckedFindings[] = [];
    let count = 0;
    for (const [i, head] of heads.entries()) {
      const findings = await findingsIn(desk, head, (share) => told((i + share) / heads.length));
      const shown = findings.slice(Math.max(0, from - count), Math.max(0, from + most - count));
      count += findings.length;
      if (shown.length > 0 || bitexts.length === 1) checked.push({ head, findings: shown });
    }
    return { count, checked };
  },
);

async function headsOf(desk: Desk, bitexts: readonly number[]): Promise<BitextHead[]> {
  const [only] = bitexts;
  if (only !== undefined && bitexts.length === 1) return [await headOf(desk, only)];
  const ready = await headsInState(desk.store.db, ['ready']);
  const heads = ready.filter(({ id, archivedAt }) => (bitexts.length > 0 ? bitexts.includes(id) : !archivedAt));
  return heads.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** What the check of one bitext finds, which is read a piece at a time. */
async function findingsIn(desk: Desk, head: BitextHead, told: (share: number) => void): Promise<PlacedFinding[]> {
  if (head.state !== 'ready') return [];
  const { db } = desk.store;
  const { id } = head;
  const check = await desk.terms.checkerFor(desk, { ...head, id, date: await dayOf(db, id) });
  const dismissed = await dismissedIn(db, id);
  const consistency = consistencyCheck(desk.packs(head.targetLanguage));
  const found = new Map<string, PlacedFinding & { rows: PlacedFinding['rows'][number][]; count: number }>();
  const note = (
    { code, concept, found: words, expected }: Pick<PlacedFinding, 'code' | 'concept' | 'found' | 'expected'>,
    places: PlacedFinding['rows'],
    count: number,
  ): void => {
    const key = findingKey({ code, concept, found: words, expected });
    if (dismissed.has(key)) return;
    const known = found.get(key) ?? { code, key, concept, found: words, expected, rows: [], count: 0 };
    known.rows.push(...places.slice(0, NAMED - known.rows.length));
    known.count += count;
    found.set(key, known);
  };
  const numbers = new Map<number, number>();
  const { beads } = await countBeads(db, id, DOUBT_BELOW);
  for await (const piece of readPieces(db, id, PIECE)) {
    for (const row of rowsOf(piece)) {
      numbers.set(row.bead.id, numbers.size + 1);
      if (row.bead.status === 'excluded') continue;
      const checked = check(row);
      const place = { bead: row.bead.id, number: numbers.size };
      for (const finding of checked.findings) note(finding, [place], 1);
      consistency.note(row, checked);
    }
    told(Math.min(1, numbers.size / beads));
  }
  for (const finding of consistency.findings()) {
    const named = finding.beads.slice(0, NAMED).map((bead) => ({ bead, number: numbers.get(bead)! }));
    note(finding, named, finding.beads.length);
  }
  return [...found.values()];
}
