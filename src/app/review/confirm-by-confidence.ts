import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countSureBeads, sureBeads } from '../../store/bitexts.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { editBitext } from './edit-bitext.ts';
import { doneBefore, type HistoryRequest } from './edit-transaction.ts';

/** The confidence from which rows are confirmed unseen unless a reviewer sets another; `bench/reviewer.ts` measures it. */
export const SURE_FROM = 0.95;

/** How many rows nobody has looked at are at least so sure. */
export async function countSure(app: App, id: number, from: number): Promise<number> {
  await headOf(app, id);
  return countSureBeads(app.store.db, id, from);
}

/** From which confidence on rows are to be confirmed. */
interface ConfidenceRequest extends HistoryRequest {
  /** From 0 to 1. */
  readonly from: number;
  /** The rows that a filter shows, where one is set: no others are touched. */
  readonly shown?: readonly number[] | undefined;
}

/**
 * Confirms, as one edit, all rows that nobody has looked at and that are at least so sure.
 * @throws Problem `bad-request` where there is none
 */
export async function confirmByConfidence(
  app: App,
  id: number,
  { from, shown, ...request }: ConfidenceRequest,
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  const wanted = shown && new Set(shown);
  const beads = (await sureBeads(app.store.db, id, from)).filter((bead) => !wanted || wanted.has(bead));
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
