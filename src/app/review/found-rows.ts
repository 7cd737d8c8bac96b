import { profilesState } from '../../store/check/check-profiles.ts';
import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import { lastDismissal } from '../../store/glossary/verdicts.ts';
import { lastEdit } from '../../store/review/edits.ts';
import type { App } from '../app.ts';
import type { WorkOrder } from '../desk.ts';
import type { FoundRows } from '../parts.ts';
import { asksForChecks, findCheckedRows, findRows, type RowQuery } from './find-rows.ts';

/** A search that a page shows piece by piece. */
export interface FoundPage {
  readonly query: RowQuery;
  /** The last edit that the page showed when it was opened: its pieces are of that state; without it, of the state now. */
  readonly seq?: number | undefined;
  readonly order?: WorkOrder | undefined;
}

/**
 * The rows of a bitext that a query asks for, as they were when the page was opened, so that the
 * pieces of a page fit together whatever is edited meanwhile. For a page that was opened long ago, as they are now.
 * @throws Problem `bad-request` where its regular expression is wrong or takes too long
 */
export async function foundRows(app: App, id: number, { query, seq, order }: FoundPage): Promise<FoundRows> {
  const { db } = app.store;
  const key = JSON.stringify([
    id,
    query,
    seq ?? (await lastEdit(db, id)),
    await glossaryVersion(db),
    await lastDismissal(db),
    await profilesState(db, id),
  ]);
  const kind = asksForChecks(query) ? findCheckedRows : findRows;
  return app.found.get(key, () => app.pool.run(kind, { id, query }, order));
}
