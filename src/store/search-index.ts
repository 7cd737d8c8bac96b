import { sql } from 'kysely';
import { plainTextOf } from './full-text.ts';
import { isShown } from './is-shown.ts';
import type { Db, Store } from './open-store.ts';

/** Segments that are put into the full-text index at once: few enough that nobody waits for it. */
const SLICE_SEGMENTS = 5000;

/**
 * Leaves the segments that a bitext is given from now on out of the full-text
 * index, which takes as long as all the rest of an import, until `indexSlice` takes them in.
 */
export async function postponeIndex(db: Db, bitextId: number): Promise<void> {
  await sql`INSERT INTO unindexed (bitext_id, first, last)
    SELECT ${bitextId}, coalesce(max(rowid), 0) + 1, ${Number.MAX_SAFE_INTEGER} FROM segment`.execute(db);
}

/** Says that a bitext has all the segments that are left out of the index; later ones are indexed as they come. */
export async function endPostponed(db: Db, bitextId: number): Promise<void> {
  await sql`UPDATE unindexed SET last = (SELECT max(rowid) FROM segment) WHERE bitext_id = ${bitextId}`.execute(db);
}

/** Whether some segments wait for the full-text index. */
export async function isIndexing(db: Db): Promise<boolean> {
  return (await nextToIndex(db)) !== null;
}

/** The bitext whose segments come next; one that is on its way in has its turn when all of it is there. */
async function nextToIndex(db: Db): Promise<number | null> {
  const { rows } = await sql<{ next: number | null }>`SELECT min(unindexed.bitext_id) AS next
    FROM unindexed JOIN bitext ON bitext.id = unindexed.bitext_id WHERE ${isShown}`.execute(db);
  return rows[0]?.next ?? null;
}

/** Puts the next segments that wait into the full-text index. Does nothing where none do. */
export async function indexSlice({ transaction }: Store): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await sql<{ bitext: number; first: number; last: number }>`
      UPDATE unindexed SET first = first WHERE bitext_id = ${await nextToIndex(tx)}
      RETURNING bitext_id AS bitext, first, last`.execute(tx);
    if (!rows[0]) return;
    const { bitext, first, last } = rows[0];
    // The plus keeps SQLite to the order of the rows; by the bitext's own index it would sort them all.
    const waiting = (to: number) => sql`segment WHERE rowid BETWEEN ${first} AND ${to} AND +bitext_id = ${bitext}`;
    const slice = await sql<{ last: number; count: number }>`SELECT max(rowid) AS last, count(*) AS count
      FROM (SELECT rowid FROM ${waiting(last)} ORDER BY rowid LIMIT ${SLICE_SEGMENTS})`.execute(tx);
    const { last: reached, count } = slice.rows[0]!;
    if (count > 0) {
      await sql`INSERT INTO segment_fts (rowid, text)
        SELECT rowid, ${plainTextOf(sql.ref('text'))} FROM ${waiting(reached)}`.execute(tx);
    }
    if (count < SLICE_SEGMENTS) await tx.deleteFrom('unindexed').where('bitext_id', '=', bitext).execute();
    else await sql`UPDATE unindexed SET first = ${reached + 1} WHERE bitext_id = ${bitext}`.execute(tx);
  });
}
