import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** A running program that works on the database. */
export interface RunningProgram {
  readonly id: string;
  readonly host: string;
  /** Number of its process, by its host's system. */
  readonly process: number;
  /** Whether it is a server. */
  readonly serves: boolean;
  /** When it last said that it is there, ISO 8601. */
  readonly beatAt: string;
}

/** Enters a program, or says again that it is there. */
export async function renewProgram(db: Db, { beatAt, serves, ...program }: RunningProgram): Promise<void> {
  await db
    .insertInto('program')
    .values({ ...program, serves: serves ? 1 : 0, beat_at: beatAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat_at: beatAt }))
    .execute();
}

export async function runningPrograms(db: Db): Promise<RunningProgram[]> {
  const rows = await db.selectFrom('program').selectAll().execute();
  return rows.map(({ beat_at, serves, ...row }) => ({ ...row, beatAt: beat_at, serves: serves === 1 }));
}

/** Takes a program out, with its leases: what it had taken on is anybody's. */
export async function deleteProgram(db: Db, id: string): Promise<void> {
  await db.deleteFrom('program').where('id', '=', id).execute();
}

/** Takes a bitext on for a program that has been entered. Returns whether it has it now; it may have had it before. */
export async function takeLease(db: Db, bitextId: number, program: string): Promise<boolean> {
  await db
    .insertInto('lease')
    .values({ bitext_id: bitextId, program_id: program })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return holdsLease(db, bitextId, program);
}

export async function holdsLease(db: Db, bitextId: number, program: string): Promise<boolean> {
  const row = await db
    .selectFrom('lease')
    .select('bitext_id')
    .where('bitext_id', '=', bitextId)
    .where('program_id', '=', program)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets go of a bitext, whoever has it. */
export async function endLease(db: Db, bitextId: number): Promise<void> {
  await db.deleteFrom('lease').where('bitext_id', '=', bitextId).execute();
}

/** Bitexts that wait for their alignment and that nobody works on, oldest first. */
export async function bitextsToAlign(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM bitext WHERE state IN ('queued', 'aligning')
    AND NOT EXISTS (SELECT 1 FROM lease WHERE bitext_id = bitext.id) ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}
