import type { Concept, Relation, StoredConcept, Term } from '../../core/glossary/concept.ts';
import { inList } from '../in-list.ts';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';
import { conceptFrom, grouped } from './concept-rows.ts';

/** All concepts with their terms and relations, by glossary and number. */
export async function allConcepts(db: Db): Promise<StoredConcept[]> {
  const concepts = await db.selectFrom('concept').selectAll().orderBy('id').execute();
  const terms = await db.selectFrom('term').selectAll().orderBy('concept_id').orderBy('position').execute();
  const relations = await db.selectFrom('relation').selectAll().orderBy('from_concept').orderBy('position').execute();
  const termsBy = grouped(terms, (row) => row.concept_id);
  const relationsBy = grouped(relations, (row) => row.from_concept);
  return concepts.map((row) => conceptFrom(row, termsBy.get(row.id) ?? [], relationsBy.get(row.id) ?? []));
}

export async function findConcept(db: Db, id: number): Promise<StoredConcept | undefined> {
  return (await conceptsWith(db, [id]))[0];
}

/** Concepts by their numbers, in that order; those that are gone are left out. */
export async function conceptsWith(db: Db, ids: readonly number[]): Promise<StoredConcept[]> {
  if (ids.length === 0) return [];
  const concepts = await db.selectFrom('concept').selectAll().where('id', 'in', inList(ids)).execute();
  const terms = await db
    .selectFrom('term')
    .selectAll()
    .where('concept_id', 'in', inList(ids))
    .orderBy('position')
    .execute();
  const relations = await db
    .selectFrom('relation')
    .selectAll()
    .where('from_concept', 'in', inList(ids))
    .orderBy('position')
    .execute();
  const termsBy = grouped(terms, (row) => row.concept_id);
  const relationsBy = grouped(relations, (row) => row.from_concept);
  const found = new Map(
    concepts.map((row) => [row.id, conceptFrom(row, termsBy.get(row.id) ?? [], relationsBy.get(row.id) ?? [])]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Those of some numbers that are concepts' now. */
export async function existingConcepts(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db.selectFrom('concept').select('id').where('id', 'in', inList(ids)).execute();
  return rows.map(({ id }) => id);
}

/** Concepts that have a relation to one of these. */
export async function conceptsRelatedTo(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('relation')
    .select('from_concept')
    .distinct()
    .where('to_concept', 'in', inList(ids))
    .execute();
  return rows.map((row) => row.from_concept);
}

/** Stores a concept under a new number, or under the one it has or had before; its relations apart, since they may lead to others that are stored with it. */
export async function putConcept(
  db: Db,
  { id, glossary, ...concept }: Concept & { readonly id?: number; readonly glossary: number },
  now: string,
): Promise<number> {
  const row = {
    glossary_id: glossary,
    kind: concept.kind,
    definition: concept.definition,
    note: concept.note,
    subject_field: concept.subjectField ?? '',
    image: concept.image ?? '',
    ids: JSON.stringify(concept.ids ?? {}),
    source: concept.source ?? '',
    updated_at: now,
  };
  const { id: own } = await db
    .insertInto('concept')
    .values(id === undefined ? row : { ...row, id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.deleteFrom('term').where('concept_id', '=', own).execute();
  await insertTerms(db, own, concept.terms);
  return own;
}

/** Puts relations in the place of those that a concept has. */
export async function setRelations(db: Db, id: number, relations: readonly Relation[]): Promise<void> {
  await db.deleteFrom('relation').where('from_concept', '=', id).execute();
  const rows = relations.map(({ kind, to, since, until }, position) => ({
    from_concept: id,
    position,
    kind,
    to_concept: to,
    since,
    until,
  }));
  await insertMany(rows, (some) => db.insertInto('relation').values(some).execute());
}

export async function deleteConcept(db: Db, id: number): Promise<void> {
  await db.deleteFrom('concept').where('id', '=', id).execute();
}

async function insertTerms(db: Db, conceptId: number, terms: readonly Term[]): Promise<void> {
  const rows = terms.map(({ partOfSpeech, forms, ...term }, position) => ({
    ...term,
    concept_id: conceptId,
    position,
    part_of_speech: partOfSpeech,
    forms: JSON.stringify(forms ?? []),
    type: term.type ?? '',
    number: term.number ?? '',
    register: term.register ?? '',
    reason: term.reason ?? '',
    instead: term.instead ?? '',
    source: term.source ?? '',
  }));
  await insertMany(rows, (some) => db.insertInto('term').values(some).execute());
}
