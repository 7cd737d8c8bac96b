import { beadsExpected, type Edit } from '../../core/bitext/edit.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Db } from '../../store/open-store.ts';
import { nextToRedo, nextToUndo, type StoredEdit, setEditState } from '../../store/review/edits.ts';
import { readSlice } from '../../store/review/slices.ts';
import type { App } from '../app.ts';
import type { EditResult } from '../parts.ts';
import { carryOut, editOnce, type HistoryRequest } from './edit-transaction.ts';
import { keepRevision } from './word/keep-revision.ts';

/** Takes back the author's last edit that is done. Undo is one more edit, so nothing is ever rewritten. */
export function undoEdit(app: App, id: number, request: HistoryRequest): Promise<EditResult> {
  return stepInHistory(app, id, request, UNDO);
}

/** Does again what was undone last. */
export function redoEdit(app: App, id: number, request: HistoryRequest): Promise<EditResult> {
  return stepInHistory(app, id, request, REDO);
}

/** A way through the history. */
interface Direction {
  /** The next edit on the way. */
  readonly next: (db: Db, id: number, author: string) => Promise<StoredEdit | undefined>;
  /** What undoing or redoing it takes. */
  readonly editOf: (stored: StoredEdit) => Edit;
  /** What it is afterwards. */
  readonly state: 'done' | 'undone';
  readonly label: (of: Message) => Message;
  /** The message where there is no next one. */
  readonly atEnd: Message;
}

const UNDO: Direction = {
  next: nextToUndo,
  editOf: ({ inverse }) => inverse,
  state: 'undone',
  label: (label) => msg('Undid: {label}', { label }),
  atEnd: msg('There is nothing to undo.'),
};

const REDO: Direction = {
  next: nextToRedo,
  editOf: ({ forward }) => forward,
  state: 'done',
  label: (label) => msg('Redid: {label}', { label }),
  atEnd: msg('There is nothing to redo.'),
};

async function stepInHistory(
  app: App,
  id: number,
  { clientId, author }: HistoryRequest,
  { next, editOf, state, label, atEnd }: Direction,
): Promise<EditResult> {
  return editOnce(app, id, { clientId, author }, async (editing) => {
    const { tx } = editing;
    const stored = await next(tx, id, author);
    if (!stored) throw new Problem('bad-request', atEnd);
    const edit = editOf(stored);
    const slice = await readSlice(tx, id, beadsExpected(edit));
    const kept = { clientId, author, label: label(stored.label), state: 'reverse', revises: false } as const;
    const result = await carryOut(editing, { slice, edit, ...kept });
    if (stored.revises) await keepRevision(editing);
    await setEditState(tx, id, stored.seq, state);
    return result;
  });
}
