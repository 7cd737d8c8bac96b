import type { Bitext } from '../../core/bitext/bitext.ts';
import { applyEdit, beadsExpected, type Edit, invertEdit, type SegmentsEdit } from '../../core/bitext/edit.ts';
import { rewordedBeads } from '../../core/bitext/reworded.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { moveComments } from '../../store/review/comments.ts';
import { appendEdit, findEditByClient, type StoredEdit } from '../../store/review/edits.ts';
import { readSlice } from '../../store/review/slices.ts';
import { writeSlice } from '../../store/review/write-slice.ts';
import { setWordedBy } from '../../store/workflow/workflow.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { requireUnlocked } from '../workflow/lock.ts';
import { reopenAfterEdit } from '../workflow/workflow.ts';
import { requireSignOff } from './sign-off.ts';

/** Who asks for an edit, and the client's id for it. */
export interface HistoryRequest {
  /** Given by the client, unique; the same request sent twice is carried out once. */
  readonly clientId: string;
  readonly author: string;
}

/** A bitext within the transaction of an edit. */
export interface Editing {
  readonly app: App;
  readonly tx: Db;
  /** The bitext's. */
  readonly id: number;
}

/** An edit of a part of a bitext, and how the history is to keep it. */
export interface NewEdit extends Pick<StoredEdit, 'clientId' | 'author' | 'label' | 'state' | 'revises'> {
  /** The part as it is. */
  readonly slice: Bitext;
  readonly edit: Edit;
}

/**
 * Does the work in one transaction on a bitext that is ready, and tells those
 * who look at it; a request that was carried out before is answered as then.
 */
export async function editOnce(
  app: App,
  id: number,
  { clientId, author }: HistoryRequest,
  work: (editing: Editing) => Promise<EditResult>,
): Promise<EditResult> {
  const head = await headOf(app, id);
  if (head.state !== 'ready') {
    throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
  }
  const { result, fresh } = await app.store.transaction(async (tx) => {
    const before = await repeated(tx, id, clientId);
    return before ? { result: before, fresh: false } : { result: await work({ app, tx, id }), fresh: true };
  });
  if (fresh) app.live.publish(id, { clientId, author, result });
  return result;
}

/** What became of a request that has been carried out before, or null. */
export async function doneBefore(app: App, id: number, clientId: string): Promise<EditResult | null> {
  if (!(await findEditByClient(app.store.db, clientId))) return null;
  return app.store.transaction((tx) => repeated(tx, id, clientId));
}

async function repeated(tx: Db, id: number, clientId: string): Promise<EditResult | null> {
  const stored = await findEditByClient(tx, clientId);
  return stored ? resultOf(tx, id, stored) : null;
}

/**
 * Stores an edit and appends it to the history.
 * @throws Problem `conflict` where it does not fit the part as it is or the translation is locked, `forbidden` where the author may
 *   not touch what is confirmed, or not confirm it
 */
export async function carryOut({ app, tx, id }: Editing, { slice, edit, ...kept }: NewEdit): Promise<EditResult> {
  const at = app.now();
  const after = applyEdit(slice, edit);
  if (!after) throw staleRow();
  await requireUnlocked(tx, id);
  await requireSignOff(tx, id, kept.author, { before: slice, after });
  await writeSlice(tx, id, { before: slice, after, author: kept.author, at });
  const reworded = rewordedBeads(slice, after);
  if (reworded.length > 0) {
    await setWordedBy(tx, id, reworded, kept.author);
    await reopenAfterEdit(tx, id, at);
  }
  if (edit.type === 'segments') await keepComments(tx, id, edit);
  const stored = { ...kept, at, forward: edit, inverse: invertEdit(edit) };
  const seq = await appendEdit(tx, id, stored);
  return resultOf(tx, id, { ...stored, seq });
}

/** Comments on a segment that was joined to another move to that one. */
async function keepComments(tx: Db, id: number, { side, expect, put }: SegmentsEdit): Promise<void> {
  const stay = new Set(put.map((segment) => segment.id));
  const gone = expect.flatMap((segment) => (stay.has(segment.id) ? [] : [segment.id]));
  if (gone.length > 0 && put[0]) await moveComments(tx, id, { side, from: gone, to: put[0].id });
}

async function resultOf(
  tx: Db,
  id: number,
  { seq, label, forward }: Pick<StoredEdit, 'seq' | 'label' | 'forward'>,
): Promise<EditResult> {
  const beads = beadsExpected(invertEdit(forward));
  return { seq, label, removed: beadsExpected(forward), beads, slice: await readSlice(tx, id, beads) };
}
