import { sql } from 'kysely';
import { beadsExpected, type Edit } from '../../core/bitext/edit.ts';
import type { Message } from '../../core/message.ts';
import type { WebhookEvent } from '../../core/webhook.ts';
import type { Db } from '../open-store.ts';
import type { EditState } from '../schema.ts';
import { messageFrom, storedMessage } from '../stored-message.ts';
import { announce } from '../webhooks/announce.ts';

/** An edit as it was made: by whom, when, and how to take it back. */
export interface StoredEdit {
  readonly seq: number;
  /** Given by the client; an edit that arrives twice is applied once. */
  readonly clientId: string;
  readonly author: string;
  readonly at: string;
  /** What was done, in a few words. */
  readonly label: Message;
  readonly state: EditState;
  /** Whether the translation as it reads afterwards is kept as a revision of its article. */
  readonly revises: boolean;
  readonly forward: Edit;
  readonly inverse: Edit;
}

/** Appends an edit to a bitext's history and returns its number. */
export async function appendEdit(db: Db, bitextId: number, edit: Omit<StoredEdit, 'seq'>): Promise<number> {
  const seq = (await lastEdit(db, bitextId)) + 1;
  await db
    .insertInto('edit')
    .values({
      bitext_id: bitextId,
      seq,
      client_id: edit.clientId,
      author: edit.author,
      at: edit.at,
      label: storedMessage(edit.label),
      state: edit.state,
      revises: edit.revises ? 1 : 0,
      forward: JSON.stringify(edit.forward),
      inverse: JSON.stringify(edit.inverse),
    })
    .execute();
  const data = { bitext: bitextId, edit: seq, ...rowsOf(edit) };
  await announce(db, { type: eventOf(edit.forward), at: edit.at, data });
  return seq;
}

/** Rows that are named to webhooks; of more there is the number alone. */
const MAX_NAMED_ROWS = 1000;

/** The rows that an edit has left or put in their places. */
function rowsOf({ inverse }: Pick<StoredEdit, 'inverse'>) {
  const rows = beadsExpected(inverse);
  return { count: rows.length, rows: rows.slice(0, MAX_NAMED_ROWS) };
}

function eventOf(edit: Edit): WebhookEvent {
  const isConfirmed = edit.type === 'marks' && edit.marks.every(({ to }) => to.status === 'confirmed');
  return isConfirmed ? 'rows.confirmed' : 'rows.edited';
}

/** The number of a bitext's last edit; 0 where there is none. */
export async function lastEdit(db: Db, bitextId: number): Promise<number> {
  const { last } = await db
    .selectFrom('edit')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('bitext_id', '=', bitextId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** An edit longer than this, in characters of JSON, is of very many rows, and is not read to be listed. */
const MAX_LISTED_LENGTH = 20_000;

/** An edit as it is listed; what it changed is null where that is very much. */
export interface ListedEdit extends Pick<StoredEdit, 'seq' | 'label' | 'at' | 'author' | 'state'> {
  readonly forward: Edit | null;
}

/** The last edits, the latest first, without what undid or redid others. */
export async function latestEdits(db: Db, bitextId: number, count: number): Promise<ListedEdit[]> {
  const rows = await db
    .selectFrom('edit')
    .select(['seq', 'label', 'at', 'author', 'state'])
    .select(sql<string | null>`CASE WHEN length(forward) <= ${MAX_LISTED_LENGTH} THEN forward END`.as('forward'))
    .where('bitext_id', '=', bitextId)
    .where('state', '<>', 'reverse')
    .orderBy('seq', 'desc')
    .limit(count)
    .execute();
  return rows.map((row) => ({
    ...row,
    label: messageFrom(row.label),
    forward: row.forward === null ? null : (JSON.parse(row.forward) as Edit),
  }));
}

/** The edit with this client id, if it has arrived before. */
export async function findEditByClient(db: Db, clientId: string): Promise<StoredEdit | undefined> {
  const row = await db.selectFrom('edit').selectAll().where('client_id', '=', clientId).executeTakeFirst();
  return row && editFrom(row);
}

/** What undo takes back next: the author's last edit that stands. */
export async function nextToUndo(db: Db, bitextId: number, author: string): Promise<StoredEdit | undefined> {
  return one(editsIn(db, bitextId, author, 'done').orderBy('seq', 'desc'));
}

/** What redo does again next: the edit that was undone last. */
export async function nextToRedo(db: Db, bitextId: number, author: string): Promise<StoredEdit | undefined> {
  return one(editsIn(db, bitextId, author, 'undone').orderBy('seq', 'asc'));
}

/** In a few words, what undo and redo would do for an author; null where there is nothing. */
export async function historyLabelsOf(
  db: Db,
  bitextId: number,
  author: string,
): Promise<{ undo: Message | null; redo: Message | null }> {
  // The edit of a change to many rows is long; here its name is enough.
  const labelOf = async (state: EditState, order: 'asc' | 'desc') => {
    const row = await editsIn(db, bitextId, author, state)
      .clearSelect()
      .select('label')
      .orderBy('seq', order)
      .limit(1)
      .executeTakeFirst();
    return row ? messageFrom(row.label) : null;
  };
  return { undo: await labelOf('done', 'desc'), redo: await labelOf('undone', 'asc') };
}

export async function setEditState(db: Db, bitextId: number, seq: number, state: EditState): Promise<void> {
  await db.updateTable('edit').set({ state }).where('bitext_id', '=', bitextId).where('seq', '=', seq).execute();
}

/** After a new edit what was undone before it can no longer be redone. */
export async function dropUndone(db: Db, bitextId: number, author: string): Promise<void> {
  await db
    .updateTable('edit')
    .set({ state: 'dropped' })
    .where('bitext_id', '=', bitextId)
    .where('author', '=', author)
    .where('state', '=', 'undone')
    .execute();
}

function editsIn(db: Db, bitextId: number, author: string, state: EditState) {
  return db
    .selectFrom('edit')
    .selectAll()
    .where('bitext_id', '=', bitextId)
    .where('state', '=', state)
    .where('author', '=', author);
}

async function one(query: ReturnType<typeof editsIn>): Promise<StoredEdit | undefined> {
  const row = await query.limit(1).executeTakeFirst();
  return row && editFrom(row);
}

function editFrom(row: Awaited<ReturnType<ReturnType<typeof editsIn>['executeTakeFirstOrThrow']>>): StoredEdit {
  return {
    seq: row.seq,
    clientId: row.client_id,
    author: row.author,
    at: row.at,
    label: messageFrom(row.label),
    state: row.state,
    revises: row.revises === 1,
    forward: JSON.parse(row.forward) as Edit,
    inverse: JSON.parse(row.inverse) as Edit,
  };
}

/** What takes back each edit of a bitext, undos and redos too, the last first. */
export async function allInverses(db: Db, bitextId: number): Promise<Edit[]> {
  const rows = await db
    .selectFrom('edit')
    .select('inverse')
    .where('bitext_id', '=', bitextId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => JSON.parse(row.inverse) as Edit);
}
