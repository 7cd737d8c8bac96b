import { sql } from 'kysely';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Db } from '../open-store.ts';
import type { BitextState } from '../schema.ts';

/** How many bitexts are in each state. */
export async function countStates(db: Db): Promise<{ readonly state: BitextState; readonly bitexts: number }[]> {
  return db
    .selectFrom('bitext')
    .select(({ fn }) => ['state', fn.countAll<number>().as('bitexts')])
    .groupBy('state')
    .execute();
}

/** Whether the database is at this program's version: it answers, and nothing is missing in it or newer. */
export async function isCurrent(db: Db): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return rows.length === Object.keys(MIGRATIONS).length && rows.every(({ name }) => name in MIGRATIONS);
}
