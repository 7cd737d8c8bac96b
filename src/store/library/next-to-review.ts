import { sql } from 'kysely';
import { hasAllRows, isShown } from '../is-shown.ts';
import type { Db } from '../open-store.ts';

/** The bitext that was changed last; null where none is ready. */
export async function lastChanged(db: Db): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`SELECT bitext.id FROM bitext
    WHERE ${hasAllRows} AND bitext.archived_at IS NULL ORDER BY bitext.updated_at DESC LIMIT 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The next bitext, by number, in which a row waits to be reviewed, from the first again after the last; null where none is. */
export async function nextToReview(db: Db, after: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`SELECT bitext.id FROM bitext
    WHERE ${isShown} AND bitext.state = 'ready' AND bitext.archived_at IS NULL AND bitext.id <> ${after}
      AND EXISTS (SELECT 1 FROM bead WHERE bead.bitext_id = bitext.id AND bead.status IN ('proposed', 'flagged'))
    ORDER BY bitext.id < ${after}, bitext.id LIMIT 1`.execute(db);
  return rows[0]?.id ?? null;
}
