import { sql } from 'kysely';
import type { Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';

/** Closer than this, positions are renumbered so that there is room between them. */
const MIN_GAP = 1e-6;

/** Rows of a bitext that have an order: its beads, or the segments of a side. */
export interface OrderedRows {
  readonly bitext: number;
  readonly of: keyof typeof PLACES;
}

const PLACES = {
  bead: { table: sql.table('bead'), own: (bitext: number) => sql`bitext_id = ${bitext}` },
  source: segmentsOf('source'),
  target: segmentsOf('target'),
} as const;

function segmentsOf(side: Side) {
  return { table: sql.table('segment'), own: (bitext: number) => sql`bitext_id = ${bitext} AND side = ${side}` };
}

/**
 * New rows with their positions: evenly between the rows that stay on either
 * side. Rows are ordered by a real number, so that one put between two others
 * moves none.
 */
export async function placed<T extends { id: number }>(
  db: Db,
  rows: OrderedRows,
  all: readonly T[],
  added: readonly T[],
): Promise<{ row: T; position: number }[]> {
  if (added.length === 0) return [];
  const isNew = new Set(added);
  const known = await positionsOf(
    db,
    rows,
    all.filter((row) => !isNew.has(row)).map((row) => row.id),
  );
  const put: { row: T; position: number }[] = [];
  for (let from = 0; from < all.length; from++) {
    if (!isNew.has(all[from]!)) continue;
    let to = from;
    while (to < all.length && isNew.has(all[to]!)) to += 1;
    const run = all.slice(from, to);
    let above = from > 0 ? known.get(all[from - 1]!.id) : undefined;
    let below = to < all.length ? known.get(all[to]!.id) : undefined;
    // What is given may be a part of the text: beyond its ends other rows may stand, and between two segments of it, where
    // sides cross, those of rows far away. New ones stand right after what they follow.
    if (above !== undefined) below = await positionBeyond(db, rows, above, 'after');
    else if (below !== undefined) above = await positionBeyond(db, rows, below, 'before');
    const lower = above ?? (below ?? 0) - run.length - 1;
    const step = ((below ?? lower + run.length + 1) - lower) / (run.length + 1);
    if (step < MIN_GAP) {
      await renumber(db, rows);
      return placed(db, rows, all, added);
    }
    run.forEach((row, i) => {
      put.push({ row, position: lower + step * (i + 1) });
    });
    from = to;
  }
  return put;
}

/** The position of the stored row next to a place, where there is one. */
async function positionBeyond(
  db: Db,
  { bitext, of }: OrderedRows,
  place: number,
  direction: 'before' | 'after',
): Promise<number | undefined> {
  const { table, own } = PLACES[of];
  const from = sql`${table} WHERE ${own(bitext)}`;
  const nearest =
    direction === 'after'
      ? sql<{ position: number | null }>`SELECT min(position) AS position FROM ${from} AND position > ${place}`
      : sql<{ position: number | null }>`SELECT max(position) AS position FROM ${from} AND position < ${place}`;
  const { rows } = await nearest.execute(db);
  return rows[0]?.position ?? undefined;
}

async function positionsOf(db: Db, { bitext, of }: OrderedRows, ids: readonly number[]): Promise<Map<number, number>> {
  const { table, own } = PLACES[of];
  const { rows } = await sql<{ id: number; position: number }>`
    SELECT id, position FROM ${table} WHERE ${own(bitext)} AND id IN ${inList(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.position]));
}

/** Gives rows whole numbers in the order that they have. */
async function renumber(db: Db, { bitext, of }: OrderedRows): Promise<void> {
  const { table, own } = PLACES[of];
  await sql`UPDATE ${table} SET position = fresh.place
    FROM (SELECT id AS row, row_number() OVER (ORDER BY position) AS place FROM ${table} WHERE ${own(bitext)}) fresh
    WHERE ${own(bitext)} AND id = fresh.row`.execute(db);
}
