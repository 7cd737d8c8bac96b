import { sql } from 'kysely';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import type { Db } from '../open-store.ts';
import { deleteConcepts, putConcepts, setRelations } from './put-concepts.ts';

/** A change of very many concepts on its way: written down in the history, then carried out some at a time. */
export interface LongChange {
  readonly batch: number;
  /** The program that makes it; null where that is gone. */
  readonly program: string | null;
  /**
   * While it is planned, nothing has changed and it can be dropped; then it has to be carried out to its end, or, where that
   * failed, reverted to its beginning.
   */
  readonly state: 'planned' | 'applying' | 'reverting';
}

/** The change that is on its way; there is one at most. */
export async function findLongChange(db: Db): Promise<LongChange | undefined> {
  const row = await db.selectFrom('glossary_change').selectAll().executeTakeFirst();
  return row && { batch: row.batch, program: row.program_id, state: row.state };
}

/** Begins one for a program that has been entered. Returns the number of its batch. */
export async function openLongChange(db: Db, program: string): Promise<number> {
  const { rows } = await sql<{ batch: number }>`INSERT INTO glossary_change (batch, program_id, state, version)
    SELECT coalesce((SELECT max(batch) FROM glossary_edit), 0) + 1, ${program}, 'planned', version FROM glossary_version
    RETURNING batch`.execute(db);
  return rows[0]!.batch;
}

export async function takeOverLongChange(db: Db, batch: number, program: string): Promise<void> {
  await db.updateTable('glossary_change').set({ program_id: program }).where('batch', '=', batch).execute();
}

/** From now on it has to be carried out, or reverted, all of it; or it is only planned again. */
export async function setLongChange(db: Db, batch: number, state: LongChange['state']): Promise<void> {
  const set = { state, part: 'concepts', done_to: 0 } as const;
  await db.updateTable('glossary_change').set(set).where('batch', '=', batch).execute();
}

export async function endLongChange(db: Db, batch: number): Promise<void> {
  await db.deleteFrom('glossary_change').where('batch', '=', batch).execute();
}

/** Concepts that are stored or deleted at once: few enough that nobody waits for it. */
const SLICE_CONCEPTS = 250;

/** Carries some of it out, or reverts some. Returns whether there is more. */
export async function applySlice(db: Db, batch: number): Promise<boolean> {
  const { part, done_to, state } = await db
    .selectFrom('glossary_change')
    .select(['part', 'done_to', 'state'])
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('glossary_edit')
    .select(['id', 'concept_id', 'at', 'before', 'after'])
    .where('batch', '=', batch)
    .where('id', '>', done_to)
    .orderBy('id')
    .limit(SLICE_CONCEPTS)
    .execute();
  const last = rows.at(-1);
  if (!last && part === 'relations') return false;
  const changes = rows.map(({ before, after, ...row }) => {
    const [from, to] = state === 'reverting' ? [after, before] : [before, after];
    return { ...row, before: conceptIn(from), after: conceptIn(to) };
  });
  if (last && part === 'concepts') {
    await deleteConcepts(
      db,
      changes.flatMap(({ concept_id, after }) => (after ? [] : [concept_id])),
    );
    await putConcepts(
      db,
      changes.flatMap(({ after }) => after ?? []),
      last.at,
    );
  }
  // Last, since they may lead to concepts that come with them.
  if (part === 'relations') {
    const changed = changes.filter(({ before, after }) => after && (before?.relations || after.relations));
    await setRelations(db, new Map(changed.map(({ concept_id, after }) => [concept_id, after?.relations ?? []])));
  }
  await db
    .updateTable('glossary_change')
    .set(last ? { done_to: last.id } : { part: 'relations', done_to: 0 })
    .where('batch', '=', batch)
    .execute();
  return true;
}

/** Takes some of what was planned out of the history. Returns whether there was any. */
export async function dropSlice(db: Db, batch: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM glossary_edit WHERE id IN (
    SELECT id FROM glossary_edit WHERE batch = ${batch} LIMIT 2000)`.execute(db);
  return numAffectedRows > 0n;
}

function conceptIn(json: string | null): StoredConcept | null {
  return json === null ? null : (JSON.parse(json) as StoredConcept);
}
