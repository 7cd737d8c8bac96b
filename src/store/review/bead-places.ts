import { sql } from 'kysely';
import type { Side } from '../../core/bitext/bitext.ts';
import { countAllBeads } from '../bead-counts.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

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
    .where('position', '>=', await positionAt(db, id, from))
    .orderBy('position')
    .limit(count)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * The position of the bead at a place, 0 being the first; behind the last, infinity. SQLite steps over every bead that stands before it,
 * so they are counted from the nearer end, and by their index alone.
 */
export async function positionAt(db: Db, id: number, place: number): Promise<number> {
  if (place === 0) return Number.NEGATIVE_INFINITY;
  const behind = (await countAllBeads(db, id)) - 1 - place;
  if (behind < 0) return Number.POSITIVE_INFINITY;
  const row = await db
    .selectFrom('bead')
    .select('position')
    .where('bitext_id', '=', id)
    .orderBy('position', behind < place ? 'desc' : 'asc')
    .limit(1)
    .offset(Math.min(place, behind))
    .executeTakeFirst();
  return row?.position ?? Number.POSITIVE_INFINITY;
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

/** The numbers of some beads in their text, from 1; those that are gone have none. */
export async function numbersOf(db: Db, id: number, beads: readonly number[]): Promise<Map<number, number>> {
  if (beads.length === 0) return new Map();
  const numbered = db
    .selectFrom('bead')
    .select(['id', sql<number>`row_number() OVER (ORDER BY position)`.as('number')])
    .where('bitext_id', '=', id);
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .select(['id', 'number'])
    .where('id', 'in', inList(beads))
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
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
    .where('segment_id', 'in', inList(segments))
    .execute();
  return rows.map((row) => row.bead_id);
}

/** The beads that hold nothing on one of their sides. */
export async function oneSidedBeads(db: Db, id: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`SELECT bead.id FROM bead WHERE bead.bitext_id = ${id} AND (
    SELECT count(DISTINCT side) FROM bead_segment WHERE bitext_id = ${id} AND bead_id = bead.id) < 2`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** The bead that holds the segment after another in the whole text: where sides cross, it may stand far away. */
export async function beadsHoldingNext(db: Db, id: number, side: Side, segment: number): Promise<number[]> {
  const { rows } = await sql<{ bead: number }>`
    SELECT member.bead_id AS bead FROM segment
      JOIN segment next ON next.bitext_id = segment.bitext_id AND next.side = segment.side AND next.position = (
        SELECT min(position) FROM segment later
          WHERE later.bitext_id = segment.bitext_id AND later.side = segment.side AND later.position > segment.position)
      JOIN bead_segment member ON member.bitext_id = next.bitext_id AND member.side = next.side AND member.segment_id = next.id
      WHERE segment.bitext_id = ${id} AND segment.side = ${side} AND segment.id = ${segment}`.execute(db);
  return rows.map(({ bead }) => bead);
}
