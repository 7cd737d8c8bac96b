import { layoutKey } from '../../core/bitext/bitext.ts';
import { restoredRun, rewind } from '../../core/bitext/restore.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { allInverses } from '../../store/review/edits.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { editRows } from './edit-bitext.ts';
import { doneBefore, type HistoryRequest } from './edit-transaction.ts';

/**
 * Lays some rows out as the aligner had proposed them, as one edit. Texts stay as they are.
 * @param beads the rows, the first and the last of which count
 * @throws Problem `conflict` where a row is gone, `bad-request` where they stand as proposed
 */
export async function restoreProposal(
  app: App,
  id: number,
  beads: readonly number[],
  request: HistoryRequest,
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  await headOf(app, id);
  const [now, inverses] = await app.store.read(
    async (db) => [await readBitext(db, id), await allInverses(db, id)] as const,
  );
  const first = rewind(now, inverses);
  if (!first) throw new Problem('internal', 'The history of this bitext does not lead back to its beginning.');
  const placeOf = new Map(now.beads.map((bead, place) => [bead.id, place]));
  let [from, to] = [now.beads.length, -1];
  for (const bead of beads) {
    const place = placeOf.get(bead);
    if (place === undefined) throw staleRow();
    [from, to] = [Math.min(from, place), Math.max(to, place)];
  }
  const { run, proposed } = restoredRun(now, first, from, to);
  if (run.map(layoutKey).join() === proposed.map(layoutKey).join()) {
    throw new Problem('bad-request', 'These rows are as the aligner proposed them.');
  }
  const ids = run.map((bead) => bead.id);
  const put = (nextId: number) => proposed.map((row, k) => ({ ...row, id: nextId + k }));
  return editRows(app, id, {
    ...request,
    label: msg('Restored the proposed alignment'),
    beads: ids,
    plan: ({ nextId }) => ({ type: 'beads', expect: run, put: put(nextId) }),
  });
}
