import { sql } from 'kysely';
import type { Message } from '../../core/message.ts';
import type { Db } from '../open-store.ts';
import { messageFrom, storedMessage } from '../stored-message.ts';

/** Something that is looked at by the clock. */
export interface StoredSource {
  readonly id: number;
  readonly kind: 'feed';
  readonly place: string;
  readonly languages: readonly string[];
  readonly schedule: string;
  readonly isActive: boolean;
  readonly nextAt: string;
}

/** What a look has come to. */
export interface SourceRun {
  readonly at: string;
  readonly endedAt: string;
  readonly found: number;
  readonly proposed: number;
  readonly missed: number;
  readonly failure: Message | null;
}

export async function insertSource(
  db: Db,
  { place, languages, schedule, nextAt }: Pick<StoredSource, 'place' | 'languages' | 'schedule' | 'nextAt'>,
  now: string,
): Promise<number> {
  const { id } = await db
    .insertInto('source')
    .values({
      kind: 'feed',
      place,
      languages: JSON.stringify(languages),
      schedule,
      created_at: now,
      next_at: nextAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function listSources(db: Db): Promise<StoredSource[]> {
  return (await db.selectFrom('source').selectAll().orderBy('id').execute()).map(
    ({ id, kind, place, languages, schedule, active, next_at }) => ({
      id,
      kind,
      place,
      languages: JSON.parse(languages) as string[],
      schedule,
      isActive: active === 1,
      nextAt: next_at,
    }),
  );
}

export async function setSourceActive(db: Db, id: number, isActive: boolean): Promise<void> {
  await db
    .updateTable('source')
    .set({ active: isActive ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function deleteSource(db: Db, id: number): Promise<void> {
  await db.deleteFrom('source').where('id', '=', id).execute();
}

/** Takes a source on for a while, where no other program has. Returns whether this one has it now. */
export async function claimSource(
  db: Db,
  id: number,
  { program, now, until }: { readonly program: string; readonly now: string; readonly until: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('source')
    .set({ claimed_by: program, claimed_until: until })
    .where('id', '=', id)
    .where('claimed_until', '<=', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets go of a source, with what the look came to and when the next is. */
export async function endLook(db: Db, id: number, run: SourceRun & { readonly nextAt: string }): Promise<void> {
  await db
    .updateTable('source')
    .set({ claimed_by: '', claimed_until: '', next_at: run.nextAt })
    .where('id', '=', id)
    .execute();
  const { at, endedAt, found, proposed, missed, failure } = run;
  await db
    .insertInto('source_run')
    .values({
      source_id: id,
      at,
      ended_at: endedAt,
      found,
      proposed,
      missed,
      failure: failure ? storedMessage(failure) : '',
    })
    .execute();
  await sql`DELETE FROM source_run WHERE source_id = ${id} AND id NOT IN (
    SELECT id FROM source_run WHERE source_id = ${id} ORDER BY id DESC LIMIT ${KEPT_RUNS})`.execute(db);
}

/** Looks of each source that are remembered. */
const KEPT_RUNS = 50;

/** The looks at a source, the last first. */
export async function runsOf(db: Db, id: number): Promise<SourceRun[]> {
  const rows = await db
    .selectFrom('source_run')
    .selectAll()
    .where('source_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ at, ended_at, found, proposed, missed, failure }) => ({
    at,
    endedAt: ended_at,
    found,
    proposed,
    missed,
    failure: failure === '' ? null : messageFrom(failure),
  }));
}

/** Active sources whose time has come and that nobody looks at. */
export async function dueSources(db: Db, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('source')
    .select('id')
    .where('active', '=', 1)
    .where('next_at', '<=', now)
    .where('claimed_until', '<=', now)
    .orderBy('next_at')
    .execute();
  return rows.map(({ id }) => id);
}
