import { sql } from 'kysely';
import { deleteUnusedArticles } from './articles.ts';
import { hasAllRows, isShown } from './is-shown.ts';
import type { Db } from './open-store.ts';

// Rows that nobody sees: of bitexts that are on their way in or out.

/** Rows that are deleted at once: few enough that nobody waits for it. */
const SLICE_ROWS = 2000;

/** Tables that may have many rows of a bitext, with what tells those apart; segments and beads take what refers to them along. */
const LONG_TABLES = [
  ['unit_props', 'bead_id'],
  ['inline_code', 'point'],
  ['segment', 'id'],
  ['bead', 'id'],
  ['edit', 'seq'],
] as const;

/** Deletes some rows of a bitext. Returns whether there were any. */
export async function deleteSomeRows(db: Db, id: number): Promise<boolean> {
  for (const [table, key] of LONG_TABLES) {
    const own = sql`${sql.table(table)} WHERE bitext_id = ${id}`;
    const { numAffectedRows = 0n } = await sql`DELETE FROM ${own} AND ${sql.ref(key)} IN (
      SELECT ${sql.ref(key)} FROM ${own} LIMIT ${SLICE_ROWS})`.execute(db);
    if (numAffectedRows > 0n) return true;
  }
  return false;
}

/** Deletes a bitext that has no rows left, with the articles that no other uses. */
export async function deleteEmptied(db: Db, id: number): Promise<void> {
  const gone = await db
    .deleteFrom('bitext')
    .where('id', '=', id)
    .returning(['source_revision_id', 'target_revision_id'])
    .executeTakeFirst();
  if (gone) await deleteUnusedArticles(db, [gone.source_revision_id, gone.target_revision_id]);
}

/** Bitexts that nobody sees: half of them are there, or half of them are gone. Those that another program than `own` works on, and those on their way into the trash or back, are left out. */
export async function unfinishedBitexts(db: Db, own: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM bitext WHERE NOT ${isShown}
    AND NOT EXISTS (SELECT 1 FROM lease WHERE bitext_id = bitext.id AND program_id <> ${own})
    AND NOT EXISTS (SELECT 1 FROM trash_key WHERE kind = 'bitext' AND number = bitext.id AND held = 1) ORDER BY id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Bitexts of which some rows are there, since their alignment was being stored. */
export async function halfWrittenBitexts(db: Db): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`SELECT id FROM bitext WHERE ${isShown} AND NOT ${hasAllRows} AND next_id = 1
    AND EXISTS (SELECT 1 FROM segment WHERE segment.bitext_id = bitext.id) ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}
