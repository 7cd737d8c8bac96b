import type { CheckSelection } from '../../core/check/line.ts';
import { Problem } from '../../core/problem.ts';
import { type Dismissal, deleteDismissal, insertDismissal, listDismissals } from '../../store/glossary/verdicts.ts';
import { type App, headOf } from '../app.ts';
import type { WorkOrder } from '../desk.ts';
import { type FoundFindings, findFindings } from './find-findings.ts';

export type { Dismissal };

/** Findings that a page shows; the next page shows the next. */
export const PAGE_FINDINGS = 500;

/**
 * A page of everything in which bitexts depart from their glossaries or from themselves, without what was dismissed.
 * @param ids which bitexts; none for all outside the archive
 */
export function checkBitexts(
  app: App,
  ids: readonly number[],
  { page = 0, wanted = ALL, ...order }: WorkOrder & { readonly page?: number; readonly wanted?: CheckSelection } = {},
): Promise<FoundFindings> {
  const request = { bitexts: ids, wanted, from: page * PAGE_FINDINGS, most: PAGE_FINDINGS };
  return app.pool.run(findFindings, request, order);
}

/** Every finding. */
const ALL: CheckSelection = { only: [], except: [], severity: 'hint' };

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
