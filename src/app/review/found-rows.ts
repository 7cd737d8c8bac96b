import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import { lastEdit } from '../../store/review/edits.ts';
import type { App } from '../app.ts';
import type { WorkOrder } from '../desk.ts';
import { type FoundRows, findRows, findTermRows, type RowQuery } from './find-rows.ts';

/** A search that a page shows piece by piece. */
export interface FoundPage {
  readonly query: RowQuery;
  /** The last edit that the page showed when it was opened: its pieces are of that state; without it, of the state now. */
  readonly seq?: number | undefined;
  readonly order?: WorkOrder | undefined;
}

/** Lists of found rows that are kept: a page asks for its pieces one after another, and a list of 200,000 rows has 1.6 MB. */
const MAX_KEPT_LISTS = 12;

const kept = new WeakMap<App, Map<string, FoundRows>>();

/**
 * The rows of a bitext that a query asks for, as they were when the page was opened, so that the
 * pieces of a page fit together whatever is edited meanwhile. Of a page that was opened long ago, as they are now.
 * @throws Problem `bad-request` where its regular expression is wrong or takes too long
 */
export async function foundRows(app: App, id: number, { query, seq, order }: FoundPage): Promise<FoundRows> {
  const { db } = app.store;
  const lists = kept.get(app) ?? new Map<string, FoundRows>();
  kept.set(app, lists);
  const key = JSON.stringify([id, query, seq ?? (await lastEdit(db, id)), await glossaryVersion(db)]);
  const known = lists.get(key);
  lists.delete(key);
  const kind = query.filter === 'terms' || query.term ? findTermRows : findRows;
  const found = known ?? (await app.pool.run(kind, { id, query }, order));
  lists.set(key, found);
  for (const oldest of lists.keys()) if (lists.size > MAX_KEPT_LISTS) lists.delete(oldest);
  return found;
}
