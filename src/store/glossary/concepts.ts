import type { StoredConcept } from '../../core/glossary/concept.ts';
import { grouped } from '../../core/grouped.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import { conceptFrom } from './concept-rows.ts';
import { isShownConcept } from './shown-concepts.ts';

/** All concepts with their terms and relations, by glossary and number. */
export async function allConcepts(db: Db): Promise<StoredConcept[]> {
  const concepts = await db.selectFrom('concept').selectAll().where(isShownConcept).orderBy('id').execute();
  const terms = await db.selectFrom('term').selectAll().orderBy('concept_id').orderBy('position').execute();
  const relations = await db.selectFrom('relation').selectAll().orderBy('from_concept').orderBy('position').execute();
  const termsBy = grouped(terms, (row) => row.concept_id);
  const relationsBy = grouped(relations, (row) => row.from_concept);
  return concepts.map((row) => conceptFrom(row, termsBy.get(row.id) ?? [], relationsBy.get(row.id) ?? []));
}

/** Concepts that are read at once where others are to have their turn in between. */
const PAGE = 1000;

/** The same in pages; to be read as of one moment. */
export async function* conceptPages(db: Db): AsyncGenerator<StoredConcept[]> {
  for (let after = 0; ; ) {
    const ids = await db
      .selectFrom('concept')
      .select('id')
      .where('id', '>', after)
      .where(isShownConcept)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = ids.at(-1);
    if (!last) return;
    after = last.id;
    yield conceptsWith(
      db,
      ids.map(({ id }) => id),
    );
  }
}

export async function findConcept(db: Db, id: number): Promise<StoredConcept | undefined> {
  return (await conceptsWith(db, [id]))[0];
}

/** Concepts by their numbers, in that order; those that are gone are left out. */
export async function conceptsWith(db: Db, ids: readonly number[]): Promise<StoredConcept[]> {
  if (ids.length === 0) return [];
  const concepts = await db
    .selectFrom('concept')
    .selectAll()
    .where('id', 'in', inList(ids))
    .where(isShownConcept)
    .execute();
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
  const rows = await db
    .selectFrom('concept')
    .select('id')
    .where('id', 'in', inList(ids))
    .where(isShownConcept)
    .execute();
  return rows.map(({ id }) => id);
}

/** Concepts that have a relation to one of these, or hold a post that is of one. */
export async function conceptsRelatedTo(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('relation')
    .select('from_concept')
    .distinct()
    .where(({ or, eb }) => or([eb('to_concept', 'in', inList(ids)), eb('of_concept', 'in', inList(ids))]))
    .execute();
  return rows.map((row) => row.from_concept);
}
