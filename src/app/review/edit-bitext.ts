import { type Bitext, rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { beadsExpected, type Edit } from '../../core/bitext/edit.ts';
import { withFlags } from '../../core/bitext/flag.ts';
import { describeOperation, type Operation, planEdit } from '../../core/bitext/operation.ts';
import { rowKey } from '../../core/bitext/row-key.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { beadsHolding, beadsHoldingNext, openBeadsAfter } from '../../store/review/bead-places.ts';
import { dropUndone } from '../../store/review/edits.ts';
import { readSlice } from '../../store/review/slices.ts';
import type { App } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { carryOut, type Editing, editOnce, type HistoryRequest, type NewEdit } from './edit-transaction.ts';
import { keepRevision } from './word/keep-revision.ts';

/** An operation as it is sent, with what the sender saw. */
export interface EditRequest extends HistoryRequest {
  readonly operation: Operation;
  /** Per row the key of its state as the page showed it; a row not named is taken as it is. */
  readonly seen?: Readonly<Record<number, string>> | undefined;
  /** The rows that a filter shows, where one is set: an edit that would change others is refused. */
  readonly shown?: readonly number[] | undefined;
}

/**
 * Carries out an operation on a stored bitext, whole or not at all.
 * @throws Problem `conflict` where a row is no longer what the sender saw
 */
export async function editBitext(app: App, id: number, request: EditRequest): Promise<EditResult> {
  const { clientId, author, operation, seen = {}, shown } = request;
  return editOnce(app, id, request, async (editing) => {
    const slice = await readSlice(editing.tx, id, await beadsOf(editing.tx, id, operation));
    checkSeen(slice, seen);
    const edit = planEdit(slice, operation);
    if (shown) checkShown(edit, shown);
    return doNew(editing, { slice, edit, clientId, author, label: describeOperation(operation), revises: false });
  });
}

/** An edit of rows that were read before. */
export interface RowsEdit extends HistoryRequest {
  readonly label: Message;
  /** The rows that it expects. */
  readonly beads: readonly number[];
  /** Makes the edit from the part of the bitext around them as it is now. */
  readonly plan: (slice: Bitext) => Edit;
  /** Whether the translation as it reads afterwards is kept as a revision of its article; undoing it does the same. */
  readonly revises?: boolean;
}

/** Carries out an edit of rows that were read before; refused where they have changed since. */
export async function editRows(app: App, id: number, rowsEdit: RowsEdit): Promise<EditResult> {
  const { beads, plan, revises = false, clientId, author, label } = rowsEdit;
  return editOnce(app, id, rowsEdit, async (editing) => {
    const slice = await readSlice(editing.tx, id, beads);
    const result = await doNew(editing, { slice, edit: plan(slice), clientId, author, label, revises });
    if (revises) await keepRevision(editing);
    return result;
  });
}

/** A new edit: what was undone before it can no longer be redone. */
async function doNew(editing: Editing, { slice, edit, ...kept }: Omit<NewEdit, 'state'>): Promise<EditResult> {
  const by = { by: kept.author, at: editing.app.now() };
  await dropUndone(editing.tx, editing.id, kept.author);
  return carryOut(editing, { slice, edit: withFlags(edit, slice, by), ...kept, state: 'done' });
}

/** The beads that must be read to carry out an operation. */
async function beadsOf(tx: Db, id: number, operation: Operation): Promise<readonly number[]> {
  if ('beads' in operation) return operation.beads;
  if ('bead' in operation) return [operation.bead];
  const holding = async (side: Side, segment: number) => {
    const beads = await beadsHolding(tx, id, side, [segment]);
    if (beads.length === 0) throw staleRow();
    return beads;
  };
  if (operation.action === 'link') {
    return [...(await holding('source', operation.source)), ...(await holding('target', operation.target))];
  }
  const beads = await holding(operation.side, operation.segment);
  if (operation.action === 'join') {
    return [...beads, ...(await beadsHoldingNext(tx, id, operation.side, operation.segment))];
  }
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
    if (keys.get(Number(id)) !== key) throw staleRow();
  }
}
