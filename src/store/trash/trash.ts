import { sql } from 'kysely';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import type { BitextState } from '../schema.ts';
import { heldNumbers, insertKeys, type TrashKey } from './keys.ts';
import type { TrashKind, TrashState } from './tables.ts';

/** Something that was deleted and can come back. */
export interface TrashEntry {
  readonly id: number;
  readonly kind: TrashKind;
  readonly title: string;
  /** Of a bitext or an article its own, of a revision that within its article, of concepts how many they were. */
  readonly number: number;
  /** Who deleted it; empty where nobody is known. */
  readonly author: string;
  readonly name: string;
  readonly at: string;
  readonly state: TrashState;
  /** Of concepts: the change of the glossary that deleted them. */
  readonly batch: number | null;
}

export type NewTrashEntry = Pick<TrashEntry, 'kind' | 'title' | 'number' | 'author' | 'at'>;

/** Enters concepts that a change of the glossary has deleted, of which the history keeps what they were. */
export async function trashConcepts(
  db: Db,
  { title, author, at, number }: Omit<NewTrashEntry, 'kind'>,
  batch: number,
): Promise<void> {
  await db.insertInto('trash').values({ kind: 'concepts', title, number, author, at, batch, state: 'kept' }).execute();
}

/** Enters what is to be deleted and hides its bitexts; `moveSomeOut` takes its rows. Returns the number of the entry. */
export async function openTrashEntry(
  db: Db,
  { kind, title, author, at, number }: NewTrashEntry,
  keys: readonly TrashKey[],
  program: string,
): Promise<number> {
  const numbers = (wanted: TrashKey['kind']) =>
    keys.filter(({ kind: one, held }) => one === wanted && held).map((key) => key.number);
  const bitexts = numbers('bitext');
  const before = await db.selectFrom('bitext').select(['id', 'state']).where('id', 'in', inList(bitexts)).execute();
  const articles = numbers('article');
  const links = await db
    .selectFrom('article')
    .select(['id', 'translation_of'])
    .where('translation_of', 'in', inList(articles))
    .where('id', 'not in', inList(articles))
    .execute();
  const { id } = await db
    .insertInto('trash')
    .values({
      kind,
      title,
      number,
      author,
      at,
      state: 'entering',
      program,
      states: JSON.stringify(Object.fromEntries(before.map((one) => [one.id, one.state]))),
      links: JSON.stringify(links.map((one) => [one.id, one.translation_of])),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertKeys(db, id, keys);
  await db.updateTable('bitext').set({ state: 'deleting' }).where('id', 'in', inList(bitexts)).execute();
  await db
    .updateTable('article')
    .set({ translation_of: null })
    .where('id', 'in', inList(links.map((one) => one.id)))
    .execute();
  return id;
}

/** Lets people see again what has come back, as it was, and forgets the entry. */
export async function closeTrashEntry(db: Db, id: number): Promise<void> {
  const entry = await db.selectFrom('trash').select(['states', 'links']).where('id', '=', id).executeTakeFirstOrThrow();
  const states = JSON.parse(entry.states) as Record<string, BitextState>;
  for (const bitext of await heldNumbers(db, id, 'bitext')) {
    await db
      .updateTable('bitext')
      .set({ state: states[bitext] ?? 'failed' })
      .where('id', '=', bitext)
      .execute();
  }
  for (const [article, original] of JSON.parse(entry.links) as [number, number][]) {
    await sql`UPDATE article SET translation_of = ${original} WHERE id = ${article} AND translation_of IS NULL
      AND EXISTS (SELECT 1 FROM article WHERE id = ${original})`.execute(db);
  }
  await db.deleteFrom('trash').where('id', '=', id).execute();
}

export async function setTrashState(db: Db, id: number, state: TrashState, program = ''): Promise<void> {
  await db.updateTable('trash').set({ state, program }).where('id', '=', id).execute();
}

/** Concepts that came back by the history are in the trash no more. */
const isGone = sql<boolean>`(trash.kind <> 'concepts' OR EXISTS (
  SELECT 1 FROM glossary_edit WHERE glossary_edit.batch = trash.batch AND after IS NULL
    AND NOT EXISTS (SELECT 1 FROM concept WHERE concept.id = concept_id)))`;

const COLUMNS = [
  'trash.id',
  'trash.kind',
  'trash.title',
  'trash.number',
  'trash.author',
  'trash.at',
  'trash.state',
  'trash.batch',
  sql<string>`coalesce((SELECT name FROM person WHERE person.id = trash.author), '')`.as('name'),
] as const;

/** What lies in the trash, the last deleted first. @param before only what was deleted before that time */
export function listTrash(db: Db, before?: string): Promise<TrashEntry[]> {
  let query = db.selectFrom('trash').select(COLUMNS).where('state', '=', 'kept').where(isGone);
  if (before !== undefined) query = query.where('at', '<', before);
  return query.orderBy('id', 'desc').execute();
}

export function findInTrash(db: Db, id: number): Promise<TrashEntry | undefined> {
  return db.selectFrom('trash').select(COLUMNS).where('id', '=', id).where(isGone).executeTakeFirst();
}

/** Entries on their way in, back or out, whose program is not running any more, or is this one. */
export async function unsettledTrash(db: Db, own: string): Promise<{ id: number; state: TrashState }[]> {
  const { rows } = await sql<{ id: number; state: TrashState }>`SELECT id, state FROM trash WHERE state <> 'kept'
    AND (program = ${own} OR NOT EXISTS (SELECT 1 FROM program WHERE program.id = trash.program)) ORDER BY id`.execute(
    db,
  );
  return rows;
}

/** Parts that are deleted at once, of some 2,000 rows each. */
const SLICE_PARTS = 20;

/** Removes some of an entry for good. Returns whether there is more. */
export async function endSome(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM trash_rows WHERE trash_id = ${id} AND seq IN (
    SELECT seq FROM trash_rows WHERE trash_id = ${id} LIMIT ${SLICE_PARTS})`.execute(db);
  if (numAffectedRows > 0n) return true;
  await db.deleteFrom('trash').where('id', '=', id).execute();
  return false;
}
