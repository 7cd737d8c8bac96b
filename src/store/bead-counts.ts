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

/** Counts a bitext's beads; proposed ones below `doubtBelow` are doubtful. */
export async function countBeads(db: Db, id: number, doubtBelow: number): Promise<BeadCounts> {
  const { rows } = await sql<Tally>`SELECT ${tallyOf(sql`${id}`, doubtBelow)}`.execute(db);
  return countsFrom(rows[0]!);
}

/** Beads by their state, as SQLite counts them. */
export type Tally = Omit<BeadCounts, 'beads'> & { readonly proposed: number };

/**
 * The columns of a `Tally` for a bitext. Each is read off the index of states: to look at every bead of a long text takes
 * four times as long, and the library and every edit ask for it.
 */
export function tallyOf(bitext: RawBuilder<unknown>, doubtBelow: number): RawBuilder<unknown> {
  const count = (state: RawBuilder<unknown>, name: keyof Tally) =>
    sql`(SELECT count(*) FROM bead WHERE bead.bitext_id = ${bitext} AND ${state}) AS ${sql.ref(name)}`;
  const statuses = (['proposed', 'confirmed', 'flagged', 'excluded'] as const).map((status) =>
    count(sql`bead.status = ${status}`, status),
  );
  const doubtful = count(sql`bead.status = 'proposed' AND bead.confidence < ${doubtBelow}`, 'doubtful');
  return sql.join([...statuses, doubtful]);
}

export function countsFrom({ proposed, ...rest }: Tally): BeadCounts {
  return { ...rest, beads: proposed + rest.confirmed + rest.flagged + rest.excluded };
}
