import { sql } from 'kysely';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';
import { isShownConcept } from './shown-concepts.ts';

/** A named collection of concepts. */
export interface Glossary {
  readonly id: number;
  readonly name: string;
  /** Whether it counts for bitexts that choose none of their own. */
  readonly active: boolean;
  readonly concepts: number;
}

/** All glossaries in their order: where two have the same term, the first one counts. */
export async function listGlossaries(db: Db): Promise<Glossary[]> {
  const rows = await db
    .selectFrom('glossary')
    .leftJoin('concept', (join) => join.onRef('concept.glossary_id', '=', 'glossary.id').on(isShownConcept))
    .select(({ fn }) => [
      'glossary.id',
      'glossary.name',
      'glossary.active',
      fn.count<number>('concept.id').as('concepts'),
    ])
    .groupBy('glossary.id')
    .orderBy('glossary.position')
    .orderBy('glossary.id')
    .execute();
  return rows.map((row) => ({ ...row, active: row.active === 1 }));
}

/** The glossaries that count for bitexts that choose none of their own, in order. */
export async function activeGlossaries(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('glossary')
    .select('id')
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The id of the glossary with this name; it is made where there is none. */
export async function ensureGlossary(db: Db, name: string, now: string): Promise<number> {
  const known = await db.selectFrom('glossary').select('id').where('name', '=', name).executeTakeFirst();
  if (known) return known.id;
  const made = await db
    .insertInto('glossary')
    .values({ name, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Switches a glossary on or off, and moves it to a place among the others. */
export async function updateGlossary(
  db: Db,
  id: number,
  { name, active, position }: { name: string; active: boolean; position: number },
): Promise<void> {
  await db
    .updateTable('glossary')
    .set({ name, active: active ? 1 : 0, position })
    .where('id', '=', id)
    .execute();
}

/** The glossaries that a bitext has chosen, in order; empty where it goes by the active ones. */
export async function glossariesOf(db: Db, bitextId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('bitext_glossary')
    .select('glossary_id')
    .where('bitext_id', '=', bitextId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.glossary_id);
}

export async function setGlossariesOf(db: Db, bitextId: number, glossaries: readonly number[]): Promise<void> {
  await db.deleteFrom('bitext_glossary').where('bitext_id', '=', bitextId).execute();
  const rows = glossaries.map((glossary_id, position) => ({ bitext_id: bitextId, glossary_id, position }));
  await insertMany(rows, (some) => db.insertInto('bitext_glossary').values(some).execute());
}

/** A number that grows with every change of a concept or term; while one of very many is carried out, it is that from before. */
export async function glossaryVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT coalesce(
    (SELECT version FROM glossary_change WHERE state <> 'planned'), version) AS version FROM glossary_version`.execute(
    db,
  );
  return rows[0]!.version;
}
