import type { Concept, ConceptKind, StoredConcept, Term } from '../core/glossary/concept.ts';
import type { Db } from './open-store.ts';

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

/** All concepts of all glossaries with their terms, by first term. */
export async function allConcepts(db: Db): Promise<StoredConcept[]> {
  const concepts = await db.selectFrom('concept').selectAll().orderBy('id').execute();
  const terms = await db.selectFrom('term').selectAll().orderBy('concept_id').orderBy('position').execute();
  const byConcept = new Map<number, Term[]>();
  for (const row of terms) {
    const list = byConcept.get(row.concept_id);
    if (list) list.push(termFrom(row));
    else byConcept.set(row.concept_id, [termFrom(row)]);
  }
  return concepts.map((row) => ({ ...conceptFrom(row), terms: byConcept.get(row.id) ?? [] }));
}

export async function findConcept(db: Db, id: number): Promise<StoredConcept | undefined> {
  const row = await db.selectFrom('concept').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const terms = await db.selectFrom('term').selectAll().where('concept_id', '=', id).orderBy('position').execute();
  return { ...conceptFrom(row), terms: terms.map(termFrom) };
}

export async function insertConcepts(
  db: Db,
  glossaryId: number,
  concepts: readonly Concept[],
  now: string,
): Promise<number[]> {
  const ids: number[] = [];
  for (const { kind, definition, note, terms } of concepts) {
    const { id } = await db
      .insertInto('concept')
      .values({ glossary_id: glossaryId, kind, definition, note, updated_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertTerms(db, id, terms);
    ids.push(id);
  }
  return ids;
}

/** Puts a concept in the place of the one with this id. Returns whether there was one. */
export async function replaceConcept(
  db: Db,
  id: number,
  { kind, definition, note, terms }: Concept,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('concept')
    .set({ kind, definition, note, updated_at: now })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await db.deleteFrom('term').where('concept_id', '=', id).execute();
  await insertTerms(db, id, terms);
  return true;
}

export async function deleteConcept(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('concept').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

async function insertTerms(db: Db, conceptId: number, terms: readonly Term[]): Promise<void> {
  if (terms.length === 0) return;
  await db
    .insertInto('term')
    .values(
      terms.map(({ language, text, status, partOfSpeech, gender, note }, position) => ({
        concept_id: conceptId,
        position,
        language,
        text,
        status,
        part_of_speech: partOfSpeech,
        gender,
        note,
      })),
    )
    .execute();
}

function conceptFrom(row: { id: number; kind: ConceptKind; definition: string; note: string }) {
  return { id: row.id, kind: row.kind, definition: row.definition, note: row.note };
}

function termFrom(row: {
  language: string;
  text: string;
  status: Term['status'];
  part_of_speech: string;
  gender: string;
  note: string;
}): Term {
  return {
    language: row.language,
    text: row.text,
    status: row.status,
    partOfSpeech: row.part_of_speech,
    gender: row.gender as Term['gender'],
    note: row.note,
  };
}

/** A number that grows with every change of a concept or term. */
export async function glossaryVersion(db: Db): Promise<number> {
  const { version } = await db.selectFrom('glossary_version').select('version').executeTakeFirstOrThrow();
  return version;
}
