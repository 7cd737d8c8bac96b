import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';

/** How far the review of a bitext has come, in beads. */
export interface BeadCounts {
  readonly beads: number;
  readonly confirmed: number;
  readonly flagged: number;
  readonly excluded: number;
  readonly doubtful: number;
}

/** Counts a bitext's beads; proposed ones below `doubtBelow`, a whole number of hundredths, are doubtful. */
export async function countBeads(db: Db, id: number, doubtBelow: number): Promise<BeadCounts> {
  const { rows } = await sql<BeadCounts>`SELECT ${countsOf(doubtBelow)} FROM (
    SELECT * FROM bead_tally WHERE bitext_id = ${id}) AS tally`.execute(db);
  return rows[0]!;
}

/** How many beads a bitext has. */
export async function countAllBeads(db: Db, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(sum(beads), 0) AS count FROM bead_tally WHERE bitext_id = ${id}`.execute(db);
  return rows[0]!.count;
}

/** The columns of `BeadCounts` over rows of `bead_tally`, which are called "tally" there. */
export function countsOf(doubtBelow: number): RawBuilder<unknown> {
  const count = (name: keyof BeadCounts, state: RawBuilder<unknown>) =>
    sql`coalesce(sum(tally.beads) FILTER (WHERE ${state}), 0) AS ${sql.ref(name)}`;
  const ofStatus = (['confirmed', 'flagged', 'excluded'] as const).map((status) =>
    count(status, sql`tally.status = ${status}`),
  );
  // -1 stands for no confidence.
  const doubtful = sql`tally.percent >= 0 AND tally.percent < ${hundredths(doubtBelow)}`;
  return sql.join([count('beads', sql`1`), ...ofStatus, count('doubtful', doubtful)]);
}

/** How many proposed beads are at least so sure. */
export async function countSureBeads(db: Db, id: number, from: number): Promise<number> {
  const percent = hundredths(from);
  // What lies between two hundredths is not kept, and hardly ever asked for.
  const counted =
    percent / 100 === from
      ? sql`SELECT coalesce(sum(beads), 0) AS count FROM bead_tally
          WHERE bitext_id = ${id} AND percent >= max(${percent}, 0)`
      : sql`SELECT count(*) AS count FROM bead
          WHERE bitext_id = ${id} AND status = 'proposed' AND confidence >= ${from}`;
  const { rows } = await sql<{ count: number }>`${counted}`.execute(db);
  return rows[0]!.count;
}

function hundredths(share: number): number {
  return Math.round(share * 100);
}
