import type { Db } from './open-store.ts';

/** An import as the journal has it. */
export interface JournalRow {
  readonly id: number;
  readonly name: string;
  readonly begunAt: string;
  /** Number of the process that does it, by the system. */
  readonly process: number;
  /** How many things will be stored one after another; 0 where everything is stored at once. */
  readonly total: number;
  readonly stored: number;
  readonly stopped: number;
}

export async function enterImport(
  db: Db,
  { name, job, begunAt, process, total }: Pick<JournalRow, 'name' | 'begunAt' | 'process' | 'total'> & { job: string },
): Promise<number> {
  const { id } = await db
    .insertInto('import_journal')
    .values({ name, job, begun_at: begunAt, process, total })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function noteStored(db: Db, id: number, stored: number): Promise<void> {
  await db.updateTable('import_journal').set({ stored }).where('id', '=', id).execute();
}

/** Says that an import was stopped before its end. */
export async function noteStopped(db: Db, id: number): Promise<void> {
  await db.updateTable('import_journal').set({ stopped: 1 }).where('id', '=', id).execute();
}

/** All that are under way or were interrupted, the earliest first. */
export async function journal(db: Db): Promise<JournalRow[]> {
  return db
    .selectFrom('import_journal')
    .select(['id', 'name', 'begun_at as begunAt', 'process', 'total', 'stored', 'stopped'])
    .orderBy('id')
    .execute();
}

/** Deletes the entry of an import that has ended, or whose interruption has been acknowledged. */
export async function deleteJournaledImport(db: Db, id: number): Promise<void> {
  await db.deleteFrom('import_journal').where('id', '=', id).execute();
}

/** The same by the name that a page has given it. */
export async function deleteJournaledJob(db: Db, job: string): Promise<void> {
  await db.deleteFrom('import_journal').where('job', '=', job).execute();
}
