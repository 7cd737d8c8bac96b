import type { Bead, Bitext, Segment, Side } from '../../core/bitext/bitext.ts';
import { SIDES } from '../../core/bitext/bitext.ts';
import type { Db } from '../open-store.ts';
import { beadFrom, insertBeads, insertMembers, insertSegments, membersOf, segmentFrom } from './bitext-rows.ts';
import { placed } from './positions.ts';

/**
 * The part of a bitext around some rows: those beads, all between them, and two
 * more on either side, with the segments they hold. A slice is a bitext, so every
 * edit works on it; its size does not depend on the length of the text. Beads that
 * are not there are left out.
 */
export async function readSlice(db: Db, id: number, beads: readonly number[]): Promise<Bitext> {
  return withMembers(db, id, await beadsAround(db, id, beads));
}

/**
 * A bitext in pieces of up to `size` beads, in order, each a bitext of its own, so
 * that a long one is never whole in memory. An edit made meanwhile shows in the
 * pieces that are read after it.
 */
export async function* readPieces(db: Db, id: number, size: number): AsyncGenerator<Bitext> {
  for (let from = Number.NEGATIVE_INFINITY; ; ) {
    const rows = await db
      .selectFrom('bead')
      .selectAll()
      .where('bitext_id', '=', id)
      .where('position', '>', from)
      .orderBy('position')
      .limit(size)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    from = last.position;
    yield withMembers(db, id, rows);
  }
}

/** Beads as a bitext of their own, with their segments as `read` finds them. */
async function withMembers(db: Db, id: number, rows: readonly Omit<Bead, Side>[]): Promise<Bitext> {
  const head = await db
    .selectFrom('bitext')
    .select(['source_language', 'target_language', 'next_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const members = await membersOf(
    db,
    id,
    rows.map((row) => row.id),
  );
  const held = (side: Side) => [...members.values()].flatMap((sides) => sides[side]);
  return {
    sourceLanguage: head.source_language,
    targetLanguage: head.target_language,
    nextId: head.next_id,
    source: await segmentsOf(db, id, 'source', held('source')),
    target: await segmentsOf(db, id, 'target', held('target')),
    beads: rows.map((row) => beadFrom(row, members)),
  };
}

/** The ids of a bead and of up to `reach` beads on either side of it, in order; empty where it is not there. */
export async function beadsNear(db: Db, id: number, bead: number, reach: number): Promise<number[]> {
  const own = await db
    .selectFrom('bead')
    .select('position')
    .where('bitext_id', '=', id)
    .where('id', '=', bead)
    .executeTakeFirst();
  if (!own) return [];
  const all = db.selectFrom('bead').select('id').where('bitext_id', '=', id);
  const before = await all.where('position', '<', own.position).orderBy('position', 'desc').limit(reach).execute();
  const after = await all.where('position', '>', own.position).orderBy('position').limit(reach).execute();
  return [...before.reverse().map((row) => row.id), bead, ...after.map((row) => row.id)];
}

/** The ids of `count` beads from a place on, 0 being the first. */
export async function beadsFrom(db: Db, id: number, from: number, count: number): Promise<number[]> {
  const rows = await db
    .selectFrom('bead')
    .select('id')
    .where('bitext_id', '=', id)
    .orderBy('position')
    .limit(count)
    .offset(from)
    .execute();
  return rows.map((row) => row.id);
}

/** How many beads stand before one; null where it is not there. */
export async function placeOf(db: Db, id: number, bead: number): Promise<number | null> {
  const all = db.selectFrom('bead').where('bitext_id', '=', id);
  const own = await all.select('position').where('id', '=', bead).executeTakeFirst();
  if (!own) return null;
  const { before } = await all
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .where('position', '<', own.position)
    .executeTakeFirstOrThrow();
  return before;
}

/** The first doubtful bead behind one, else the first of all; null where none is. */
export async function nextDoubtful(db: Db, id: number, after: number, below: number): Promise<number | null> {
  const doubtful = db
    .selectFrom('bead')
    .select('id')
    .where('bitext_id', '=', id)
    .where('status', '=', 'proposed')
    .where('confidence', '<', below)
    .orderBy('position')
    .limit(1);
  const own = db.selectFrom('bead').select('position').where('bitext_id', '=', id).where('id', '=', after);
  const next = await doubtful.where('position', '>', own).executeTakeFirst();
  return (next ?? (await doubtful.executeTakeFirst()))?.id ?? null;
}

/** The beads behind one, up to the next that is confirmed. */
export async function openBeadsAfter(db: Db, id: number, bead: number): Promise<number[]> {
  const all = db.selectFrom('bead').where('bitext_id', '=', id);
  const own = await all.select('position').where('id', '=', bead).executeTakeFirstOrThrow();
  const wall = await all
    .select('position')
    .where('position', '>', own.position)
    .where('status', '=', 'confirmed')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  const behind = all.select('id').where('position', '>', own.position);
  const rows = await (wall ? behind.where('position', '<', wall.position) : behind).orderBy('position').execute();
  return rows.map((row) => row.id);
}

/** Which beads hold the given segments of one side. */
export async function beadsHolding(db: Db, id: number, side: Side, segments: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('bead_segment')
    .select('bead_id')
    .where('bitext_id', '=', id)
    .where('side', '=', side)
    .where('segment_id', 'in', segments)
    .execute();
  return rows.map((row) => row.bead_id);
}

/** Stores what differs between two states of a slice; touches only the rows that changed. A row that keeps its id keeps its place. */
export async function writeSlice(
  db: Db,
  id: number,
  before: Bitext,
  after: Bitext,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<void> {
  const by = { changed_by: author, changed_at: at };
  const beads = changesBetween(before.beads, after.beads);
  if (beads.gone.length > 0) {
    await db.deleteFrom('bead').where('bitext_id', '=', id).where('id', 'in', beads.gone).execute();
  }
  await clearMembers(
    db,
    id,
    beads.changed.map((bead) => bead.id),
  );
  for (const side of SIDES) await writeSegments(db, id, side, before[side], after[side]);
  for (const { id: bead, status, confidence, note } of beads.changed) {
    await db
      .updateTable('bead')
      .set({ status, confidence, note, ...by })
      .where('bitext_id', '=', id)
      .where('id', '=', bead)
      .execute();
  }
  await insertMembers(db, id, beads.changed);
  const rows = await placed(db, id, 'bead', after.beads, beads.added);
  await insertBeads(
    db,
    id,
    rows.map(({ row, position }) => ({ bead: row, position })),
    by,
  );
  await db.updateTable('bitext').set({ next_id: after.nextId, updated_at: at }).where('id', '=', id).execute();
}

async function clearMembers(db: Db, id: number, beads: readonly number[]): Promise<void> {
  if (beads.length === 0) return;
  await db.deleteFrom('bead_segment').where('bitext_id', '=', id).where('bead_id', 'in', beads).execute();
}

async function writeSegments(
  db: Db,
  id: number,
  side: Side,
  before: readonly Segment[],
  after: readonly Segment[],
): Promise<void> {
  const { gone, changed, added } = changesBetween(before, after);
  const own = { bitext_id: id, side };
  if (gone.length > 0) {
    await db
      .deleteFrom('segment')
      .where((eb) => eb.and(own))
      .where('id', 'in', gone)
      .execute();
  }
  for (const segment of changed) {
    await db
      .updateTable('segment')
      .set({ text: segment.text, kind: segment.kind })
      .where((eb) => eb.and({ ...own, id: segment.id }))
      .execute();
  }
  const rows = await placed(db, id, side, after, added);
  await insertSegments(
    db,
    id,
    side,
    rows.map(({ row, position }) => ({ segment: row, position })),
  );
}

function changesBetween<T extends { id: number }>(before: readonly T[], after: readonly T[]) {
  const then = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map((row) => row.id));
  return {
    gone: before.filter((row) => !now.has(row.id)).map((row) => row.id),
    changed: after.filter((row) => then.has(row.id) && then.get(row.id) !== row),
    added: after.filter((row) => !then.has(row.id)),
  };
}

async function beadsAround(db: Db, id: number, beads: readonly number[]) {
  const ends = await db
    .selectFrom('bead')
    .select(({ fn }) => [fn.min('position').as('first'), fn.max('position').as('last')])
    .where('bitext_id', '=', id)
    .where('id', 'in', beads)
    .executeTakeFirst();
  if (!ends || ends.first === null) return [];
  const all = db.selectFrom('bead').selectAll().where('bitext_id', '=', id);
  const before = await all.where('position', '<', ends.first).orderBy('position', 'desc').limit(2).execute();
  const within = await all
    .where('position', '>=', ends.first)
    .where('position', '<=', ends.last)
    .orderBy('position')
    .execute();
  const after = await all.where('position', '>', ends.last).orderBy('position').limit(2).execute();
  return [...before.reverse(), ...within, ...after];
}

async function segmentsOf(db: Db, id: number, side: Side, ids: readonly number[]): Promise<Segment[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('segment')
    .selectAll()
    .where('bitext_id', '=', id)
    .where('side', '=', side)
    .where('id', 'in', ids)
    .execute();
  // Asked for an order, SQLite would read the whole text along its index of positions.
  return rows.sort((a, b) => a.position - b.position).map(segmentFrom);
}
