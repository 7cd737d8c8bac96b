import { rowsOf } from '../../core/bitext/bitext.ts';
import type { TermFinding } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type ConsistencyFinding, checkConsistency } from '../../core/glossary/consistency.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import { Problem } from '../../core/problem.ts';
import { dayOf } from '../../store/articles.ts';
import { headsInState } from '../../store/bitexts.ts';
import {
  type Dismissal,
  deleteDismissal,
  dismissedIn,
  insertDismissal,
  listDismissals,
} from '../../store/glossary/verdicts.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { type App, type BitextHead, headOf } from '../app.ts';
import { termChecker } from '../glossary/known-terms.ts';

export type { Dismissal };

/** A finding with its place. */
export interface PlacedFinding {
  readonly code: TermFinding['code'] | ConsistencyFinding['code'];
  readonly key: string;
  readonly concept: StoredConcept | null;
  readonly found: string;
  readonly expected: string;
  /** Rows in which it stands: bead and number from 1. */
  readonly rows: readonly { readonly bead: number; readonly number: number }[];
}

/** What the check of a bitext finds. */
export interface CheckedFindings {
  readonly head: BitextHead;
  readonly findings: readonly PlacedFinding[];
}

/** Everything in which a bitext departs from its glossaries or from itself, without what was dismissed. */
export async function checkBitext(app: App, id: number): Promise<CheckedFindings> {
  const head = await headOf(app, id);
  if (head.state !== 'ready') return { head, findings: [] };
  const { db } = app.store;
  const bitext = await readBitext(db, id);
  const check = await termChecker(app, { ...bitext, id, date: await dayOf(db, id) });
  const rows = rowsOf(bitext).filter(({ bead }) => bead.status !== 'excluded');
  const numbers = new Map(bitext.beads.map((bead, i) => [bead.id, i + 1]));
  const checked = rows.map(check);
  const dismissed = await dismissedIn(db, id);
  const found = new Map<string, PlacedFinding>();
  const note = (
    finding: Pick<PlacedFinding, 'code' | 'concept' | 'found' | 'expected'>,
    beads: readonly number[],
  ): void => {
    const key = findingKey(finding);
    if (dismissed.has(key)) return;
    const { code, concept, found: words, expected } = finding;
    const before = found.get(key)?.rows ?? [];
    const places = beads.map((bead) => ({ bead, number: numbers.get(bead)! }));
    found.set(key, { code, key, concept, found: words, expected, rows: [...before, ...places] });
  };
  checked.forEach(({ findings }, k) => {
    for (const finding of findings) note(finding, [rows[k]!.bead.id]);
  });
  for (const finding of checkConsistency(rows, checked, app.packs(bitext.targetLanguage))) note(finding, finding.beads);
  return { head, findings: [...found.values()] };
}

/**
 * The findings of every bitext that has any, the last changed first.
 * @param ids which bitexts; none for all outside the archive
 */
export async function checkBitexts(app: App, ids: readonly number[] = []): Promise<CheckedFindings[]> {
  const ready = await headsInState(app.store.db, ['ready']);
  const heads = ready.filter(({ id, archivedAt }) => (ids.length > 0 ? ids.includes(id) : !archivedAt));
  const all: CheckedFindings[] = [];
  for (const { id } of heads.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))) {
    const checked = await checkBitext(app, id);
    if (checked.findings.length > 0) all.push(checked);
    // Others want their answers meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return all;
}

/** Says that a finding is none, in one bitext or everywhere. The reason is kept. */
export async function dismissFinding(
  app: App,
  { finding, bitext, reason, author }: Omit<Dismissal, 'id' | 'at'>,
): Promise<void> {
  if (!reason.trim()) {
    throw new Problem('bad-request', 'Give a reason for dismissing this issue.');
  }
  if (bitext !== null) await headOf(app, bitext);
  await insertDismissal(app.store.db, { finding, bitext, reason: reason.trim(), author, at: app.now() });
}

export function dismissals(app: App): Promise<Dismissal[]> {
  return listDismissals(app.store.db);
}

/** Lets a finding be found again. */
export async function undismiss(app: App, id: number): Promise<void> {
  await deleteDismissal(app.store.db, id);
}
