import type { Bitext, Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import { positionAt } from './bead-places.ts';
import { type BeadRow, beadFrom, membersIn, segmentFrom } from './bitext-rows.ts';

/** How many rows on either side belong to a slice. */
const BESIDE = 2;

/**
 * The part of a bitext around some rows: those beads, all between them, and two
 * more on either side, with the segments they hold. A slice is a bitext, so every
 * edit works on it; its size does not depend on the length of the text. Beads that
 * are not there are left out.
 */
export async function readSlice(db: Db, id: number, beads: readonly number[]): Promise<Bitext> {
  return withMembers(db, id, await beadsAround(db, id, beads));
}

/** A slice, and its rows without those on either side. */
export interface PlacedSlice {
  readonly slice: Bitext;
  readonly beads: readonly number[];
}

/** The slice of `count` rows from a place on, 0 being the first. */
export async function readSliceAt(db: Db, id: number, from: number, count: number): Promise<PlacedSlice> {
  const before = Math.min(BESIDE, from);
  const rows = await db
    .selectFrom('bead')
    .selectAll()
    .where('bitext_id', '=', id)
    .where('position', '>=', await positionAt(db, id, from - before))
    .orderBy('position')
    .limit(before + count + BESIDE)
    .execute();
  const beads = rows.slice(before, before + count).map((row) => row.id);
  return { slice: await withMembers(db, id, beads.length > 0 ? rows : []), beads };
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

/** Some beads as a bitext of their own, in order, without anything that lies between them. Missing ones are left out. */
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
  const held = await segmentsOf(
    db,
    id,
    rows.map((row) => row.id),
  );
  const side = (side: Side) => held.filter((row) => row.side === side).map(segmentFrom);
  const members = membersIn(held);
  return {
    sourceLanguage: head.source_language,
    targetLanguage: head.target_language,
    nextId: head.next_id,
    source: side('source'),
    target: side('target'),
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
  const before = await all.where('position', '<', ends.first).orderBy('position', 'desc').limit(BESIDE).execute();
  const within = await all
    .where('position', '>=', ends.first)
    .where('position', '<=', ends.last)
    .orderBy('position')
    .execute();
  const after = await all.where('position', '>', ends.last).orderBy('position').limit(BESIDE).execute();
  return [...before.reverse(), ...within, ...after];
}

/** The segments of some beads, in the order of their texts, each with the bead that holds it. */
async function segmentsOf(db: Db, id: number, beads: readonly number[]) {
  const rows = await db
    .selectFrom('bead_segment')
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.bitext_id', '=', 'bead_segment.bitext_id')
        .onRef('segment.side', '=', 'bead_segment.side')
        .onRef('segment.id', '=', 'bead_segment.segment_id'),
    )
    .selectAll('segment')
    .select('bead_segment.bead_id as bead')
    .where('bead_segment.bitext_id', '=', id)
    .where('bead_segment.bead_id', 'in', inList(beads))
    .execute();
  // Asked for an order, SQLite would read the whole text along its index of positions.
  return rows.sort((a, b) => a.position - b.position);
}
