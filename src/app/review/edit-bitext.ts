import { type Bitext, rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { applyEdit, beadsExpected, type Edit, invertEdit, type SegmentsEdit } from '../../core/bitext/edit.ts';
import { withFlags } from '../../core/bitext/flag.ts';
import { describeOperation, type Operation, planEdit } from '../../core/bitext/operation.ts';
import { rowKey } from '../../core/bitext/row-key.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { beadsHolding, openBeadsAfter } from '../../store/review/bead-places.ts';
import { moveComments } from '../../store/review/comments.ts';
import {
  appendEdit,
  dropUndone,
  findEditByClient,
  nextToRedo,
  nextToUndo,
  type StoredEdit,
  setEditState,
} from '../../store/review/edits.ts';
import { readSlice } from '../../store/review/slices.ts';
import { writeSlice } from '../../store/review/write-slice.ts';
import { type App, headOf } from '../app.ts';
import type { EditResult } from '../parts.ts';

/** An operation as it is sent, with what the sender saw. */
export interface EditRequest {
  /** Given by the client, unique; the same request sent twice is carried out once. */
  readonly clientId: string;
  readonly author: string;
  readonly operation: Operation;
  /** Per row the key of its state as the page showed it; a row not named is taken as it stands. */
  readonly seen?: Readonly<Record<number, string>> | undefined;
  /** The rows that a filter shows, where one is set: an edit that would change others is refused. */
  readonly shown?: readonly number[] | undefined;
}

/**
 * Carries out an operation on a stored bitext, whole or not at all.
 * @throws Problem `conflict` where a row is no longer what the sender saw
 */
export async function editBitext(app: App, id: number, request: EditRequest): Promise<EditResult> {
  return once(app, id, request, async (tx) => {
    const slice = await readSlice(tx, id, await beadsOf(tx, id, request.operation));
    checkSeen(slice, request.seen ?? {});
    const edit = planEdit(slice, request.operation);
    if (request.shown) checkShown(edit, request.shown);
    return doNew(tx, app, id, slice, edit, { ...request, label: describeOperation(request.operation) });
  });
}

/**
 * Carries out an edit of rows that were read before; refused where they have changed since.
 * @param beads the rows it expects
 * @param plan makes the edit from the part of the bitext around them as it stands
 */
export async function editRows(
  app: App,
  id: number,
  beads: readonly number[],
  plan: (slice: Bitext) => Edit,
  request: HistoryRequest & { label: Message },
): Promise<EditResult> {
  return once(app, id, request, async (tx) => {
    const slice = await readSlice(tx, id, beads);
    return doNew(tx, app, id, slice, plan(slice), request);
  });
}

/** What became of a request that has been carried out before, or null. */
export async function doneBefore(app: App, id: number, clientId: string): Promise<EditResult | null> {
  if (!(await findEditByClient(app.store.db, clientId))) return null;
  return app.store.transaction((tx) => repeated(tx, id, clientId));
}

/** Who undoes or redoes, and the client's id for it. */
export interface HistoryRequest {
  readonly clientId: string;
  readonly author: string;
}

/** Takes back the author's last edit that stands. Undo is one more edit, so nothing is ever rewritten. */
export function undoEdit(app: App, id: number, request: HistoryRequest): Promise<EditResult> {
  return travel(app, id, request, nextToUndo, (edit) => edit.inverse, 'undone');
}

/** Does again what was undone last. */
export function redoEdit(app: App, id: number, request: HistoryRequest): Promise<EditResult> {
  return travel(app, id, request, nextToRedo, (edit) => edit.forward, 'done');
}

async function travel(
  app: App,
  id: number,
  { clientId, author }: HistoryRequest,
  next: (db: Db, id: number, author: string) => Promise<StoredEdit | undefined>,
  editOf: (stored: StoredEdit) => Edit,
  state: 'done' | 'undone',
): Promise<EditResult> {
  return once(app, id, { clientId, author }, async (tx) => {
    const stored = await next(tx, id, author);
    if (!stored) {
      throw state === 'undone'
        ? new Problem('bad-request', 'There is nothing to undo.')
        : new Problem('bad-request', 'There is nothing to redo.');
    }
    const edit = editOf(stored);
    const label =
      state === 'undone'
        ? msg('Undid: {label}', { label: stored.label })
        : msg('Redid: {label}', { label: stored.label });
    const slice = await readSlice(tx, id, beadsExpected(edit));
    const result = await carryOut(tx, app, id, slice, edit, { clientId, author, label, state: 'reverse' });
    await setEditState(tx, id, stored.seq, state);
    return result;
  });
}

/**
 * Does the work in one transaction on a bitext that is ready, and tells those
 * who look at it; a request that was carried out before is answered as then.
 */
async function once(
  app: App,
  id: number,
  { clientId, author }: HistoryRequest,
  work: (tx: Db) => Promise<EditResult>,
): Promise<EditResult> {
  const head = await headOf(app, id);
  if (head.state !== 'ready') {
    throw new Problem('not-ready', 'This bitext is not aligned yet.', '', 'Wait until its rows are shown.');
  }
  const { result, fresh } = await app.store.transaction(async (tx) => {
    const before = await repeated(tx, id, clientId);
    return before ? { result: before, fresh: false } : { result: await work(tx), fresh: true };
  });
  if (fresh) app.live.publish(id, { clientId, author, result });
  return result;
}

async function repeated(tx: Db, id: number, clientId: string): Promise<EditResult | null> {
  const edit = await findEditByClient(tx, clientId);
  return edit ? resultOf(tx, id, edit.seq, edit.label, edit.forward) : null;
}

/** A new edit: what was undone before it can no longer be redone. */
async function doNew(
  tx: Db,
  app: App,
  id: number,
  slice: Bitext,
  edit: Edit,
  { clientId, author, label }: HistoryRequest & { label: Message },
): Promise<EditResult> {
  await dropUndone(tx, id, author);
  return carryOut(tx, app, id, slice, withFlags(edit, slice, { by: author, at: app.now() }), {
    clientId,
    author,
    label,
    state: 'done',
  });
}

async function carryOut(
  tx: Db,
  app: App,
  id: number,
  slice: Bitext,
  edit: Edit,
  stored: Omit<StoredEdit, 'seq' | 'at' | 'forward' | 'inverse'>,
): Promise<EditResult> {
  const at = app.now();
  const after = applyEdit(slice, edit);
  if (!after) throw staleRow(beadsExpected(edit)[0] ?? 0);
  await writeSlice(tx, id, slice, after, { author: stored.author, at });
  if (edit.type === 'segments') await keepComments(tx, id, edit);
  const seq = await appendEdit(tx, id, { ...stored, at, forward: edit, inverse: invertEdit(edit) });
  return resultOf(tx, id, seq, stored.label, edit);
}

/** What was said of a segment that has been joined to another is said of that one. */
async function keepComments(tx: Db, id: number, { side, expect, put }: SegmentsEdit): Promise<void> {
  const stay = new Set(put.map((segment) => segment.id));
  const gone = expect.flatMap((segment) => (stay.has(segment.id) ? [] : [segment.id]));
  if (gone.length > 0 && put[0]) await moveComments(tx, id, side, gone, put[0].id);
}

async function resultOf(tx: Db, id: number, seq: number, label: Message, edit: Edit): Promise<EditResult> {
  const removed = beadsExpected(edit);
  const put = beadsExpected(invertEdit(edit));
  return { seq, label, removed, beads: put, slice: await readSlice(tx, id, put) };
}

/** The beads that must be read to carry out an operation. */
async function beadsOf(tx: Db, id: number, operation: Operation): Promise<readonly number[]> {
  if ('beads' in operation) return operation.beads;
  if ('bead' in operation) return [operation.bead];
  const holding = async (side: Side, segment: number) => {
    const beads = await beadsHolding(tx, id, side, [segment]);
    if (beads.length === 0) throw staleRow(segment);
    return beads;
  };
  if (operation.action === 'link') {
    return [...(await holding('source', operation.source)), ...(await holding('target', operation.target))];
  }
  const beads = await holding(operation.side, operation.segment);
  if (operation.action === 'moveToRow') return [...beads, operation.to];
  return operation.action === 'shift' ? [...beads, ...(await openBeadsAfter(tx, id, beads[0]!))] : beads;
}

function checkShown(edit: Edit, shown: readonly number[]): void {
  const visible = new Set(shown);
  if (beadsExpected(edit).every((bead) => visible.has(bead))) return;
  throw new Problem(
    'bad-request',
    'This would change a row that is not shown.',
    '',
    'Show all rows, then do it again.',
  );
}

function checkSeen(slice: Bitext, seen: Readonly<Record<number, string>>): void {
  const keys = new Map(rowsOf(slice).map((row) => [row.bead.id, rowKey(row)]));
  for (const [id, key] of Object.entries(seen)) {
    if (keys.get(Number(id)) !== key) throw staleRow(Number(id));
  }
}
