import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countSureBeads } from '../../store/bead-counts.ts';
import { beadsFromConfidence } from '../../store/bitexts.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { editBitext } from './edit-bitext.ts';
import { doneBefore, type HistoryRequest } from './edit-transaction.ts';
import type { RowQuery } from './find-rows.ts';
import { foundRows } from './found-rows.ts';

/** The confidence from which rows are confirmed unseen unless a reviewer sets another; `bench/reviewer.ts` measures it. */
export const DEFAULT_THRESHOLD = 0.95;

/** How many rows nobody has looked at are at least so sure. */
export async function countSure(app: App, id: number, from: number): Promise<number> {
  await headOf(app, id);
  return countSureBeads(app.store.db, id, from);
}

/** The rows of a filter that a page does not hold all of: as they were at an edit, and how many the page named. */
interface FoundByFilter {
  readonly query: RowQuery;
  readonly seq?: number | undefined;
  readonly count?: number | undefined;
}

/** The confidence from which rows are confirmed. */
interface ConfidenceRequest extends HistoryRequest {
  /** From 0 to 1. */
  readonly from: number;
  /** The rows that a filter shows, where one is set: no others are touched. */
  readonly shown?: readonly number[] | FoundByFilter | undefined;
}

/**
 * Confirms, as one edit, all rows that nobody has looked at and that are at least so sure.
 * @throws Problem `bad-request` where there is none, `conflict` where the filter has found other rows meanwhile
 */
export async function confirmByConfidence(
  app: App,
  id: number,
  { from, shown, ...request }: ConfidenceRequest,
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  const wanted = shown && (await rowsOfFilter(app, id, shown));
  const beads = (await beadsFromConfidence(app.store.db, id, from)).filter((bead) => !wanted || wanted.has(bead));
  if (beads.length === 0) {
    throw new Problem(
      'bad-request',
      msg('No row to review has a confidence of {threshold} or more.', { threshold: { percent: from } }),
      '',
      'Lower the threshold, or review the rows one by one.',
    );
  }
  return editBitext(app, id, { ...request, operation: { action: 'setStatus', beads, status: 'confirmed' } });
}

async function rowsOfFilter(
  app: App,
  id: number,
  shown: readonly number[] | FoundByFilter,
): Promise<ReadonlySet<number>> {
  if (!('query' in shown)) return new Set(shown);
  const { query, seq, count } = shown;
  const { beads } = await foundRows(app, id, { query, seq });
  if (count !== undefined && beads.length !== count) {
    throw new Problem(
      'conflict',
      'The rows that this search finds have changed.',
      msg('There were {before}, now there are {now}.', { before: count, now: beads.length }),
      'Reload the page and look at them again.',
    );
  }
  return new Set(beads);
}
