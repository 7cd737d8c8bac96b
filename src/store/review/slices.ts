import type { Bitext, Segment, Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import { type BeadRow, beadFrom, membersOf, segmentFrom } from './bitext-rows.ts';

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

/** Some beads as a bitext of their own, in order, with nothing of what lies between them. Those that are not there are left out. */
export async function readBeads(db: Db, id: number, beads: readonly number[]): Promise<Bitext> {
  const rows = await db
    .selectFrom('bead')
    .selectAll()
    .where('bitext_id', '=', id)
    .where('id', 'in', inList(beads))
    .execute();
  // Asked for an order, SQLite would read the whole text along its index of positions.
  return withMembers(
    db,
    id,
    rows.sort((a, b) => a.position - b.position),
  );
}

/** Beads as a bitext of their own, with their segments as `read` finds them. */
async function withMembers(db: Db, id: number, rows: readonly BeadRow[]): Promise<Bitext> {
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

async function beadsAround(db: Db, id: number, beads: readonly number[]) {
  const ends = await db
    .selectFrom('bead')
    .select(({ fn }) => [fn.min('position').as('first'), fn.max('position').as('last')])
    .where('bitext_id', '=', id)
    .where('id', 'in', inList(beads))
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
    .where('id', 'in', inList(ids))
    .execute();
  // Asked for an order, SQLite would read the whole text along its index of positions.
  return rows.sort((a, b) => a.position - b.position).map(segmentFrom);
}
