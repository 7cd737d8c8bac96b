import { sql } from 'kysely';
import type { Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** Closer than this, positions are numbered anew so that there is room between them. */
const LEAST_GAP = 1e-6;

/**
 * New rows with their positions: evenly between the rows that stay on either
 * side. Rows are ordered by a real number, so that one put between two others
 * moves none.
 */
export async function placed<T extends { id: number }>(
  db: Db,
  id: number,
  what: 'bead' | Side,
  all: readonly T[],
  added: readonly T[],
): Promise<{ row: T; position: number }[]> {
  if (added.length === 0) return [];
  const isNew = new Set(added);
  const known = await positionsOf(
    db,
    id,
    what,
    all.filter((row) => !isNew.has(row)).map((row) => row.id),
  );
  const rows: { row: T; position: number }[] = [];
  for (let from = 0; from < all.length; from++) {
    if (!isNew.has(all[from]!)) continue;
    let to = from;
    while (to < all.length && isNew.has(all[to]!)) to += 1;
    const run = all.slice(from, to);
    let above = from > 0 ? known.get(all[from - 1]!.id) : undefined;
    let below = to < all.length ? known.get(all[to]!.id) : undefined;
    // What is given may be a part of the text: beyond its ends other rows may stand.
    if (above !== undefined) below ??= await positionBeyond(db, id, what, above, 'after');
    else if (below !== undefined) above = await positionBeyond(db, id, what, below, 'before');
    const lower = above ?? (below ?? 0) - run.length - 1;
    const step = ((below ?? lower + run.length + 1) - lower) / (run.length + 1);
    if (step < LEAST_GAP) {
      await renumber(db, id, what);
      return placed(db, id, what, all, added);
    }
    run.forEach((row, i) => {
      rows.push({ row, position: lower + step * (i + 1) });
    });
    from = to;
  }
  return rows;
}

/** The position of the stored row next to a place, where there is one. */
async function positionBeyond(
  db: Db,
  id: number,
  what: 'bead' | Side,
  place: number,
  direction: 'before' | 'after',
): Promise<number | undefined> {
  const from = sql`${tableOf(what)} WHERE ${ownRows(id, what)}`;
  const nearest =
    direction === 'after'
      ? sql<{ position: number | null }>`SELECT min(position) AS position FROM ${from} AND position > ${place}`
      : sql<{ position: number | null }>`SELECT max(position) AS position FROM ${from} AND position < ${place}`;
  const { rows } = await nearest.execute(db);
  return rows[0]?.position ?? undefined;
}

async function positionsOf(
  db: Db,
  id: number,
  what: 'bead' | Side,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; position: number }>`
    SELECT id, position FROM ${tableOf(what)} WHERE ${ownRows(id, what)} AND id IN ${inList(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.position]));
}

/** Gives rows whole numbers in the order that they have. */
async function renumber(db: Db, id: number, what: 'bead' | Side): Promise<void> {
  const table = tableOf(what);
  await sql`UPDATE ${table} SET position = fresh.place
    FROM (SELECT id AS row, row_number() OVER (ORDER BY position) AS place FROM ${table} WHERE ${ownRows(id, what)}) fresh
    WHERE ${ownRows(id, what)} AND id = fresh.row`.execute(db);
}

function tableOf(what: 'bead' | Side) {
  return sql.table(what === 'bead' ? 'bead' : 'segment');
}

function ownRows(id: number, what: 'bead' | Side) {
  return what === 'bead' ? sql`bitext_id = ${id}` : sql`bitext_id = ${id} AND side = ${what}`;
}
