import { sql } from 'kysely';
import type { StoredConcept, Term } from '../../core/glossary/concept.ts';
import { holdsWords, termTexts } from '../full-text.ts';
import type { Db } from '../open-store.ts';
import { isShownConcept } from './shown-concepts.ts';

/** Which concepts a list shows. */
export interface ConceptQuery {
  /** Words of a term, from their beginnings; empty for all. */
  readonly search: string;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: string | undefined;
  readonly glossary?: number | undefined;
  readonly state?: string | undefined;
}

/** A concept of a list, with the term that it stands under. */
export interface ListedConcept {
  readonly id: number;
  readonly text: string;
}

/** The concepts that a query asks for, each with its first term, or its first in the language that is asked for; in no order. */
export async function searchConcepts(
  db: Db,
  { search, kind, language, status, glossary, state }: ConceptQuery,
): Promise<ListedConcept[]> {
  let query = db.selectFrom('concept').where(isShownConcept);
  if (kind) query = query.where('concept.kind', '=', kind as StoredConcept['kind']);
  if (glossary) query = query.where('concept.glossary_id', '=', glossary);
  if (state) query = query.where('concept.state', '=', state);
  if (search) {
    const terms = holdsWords(termTexts('term'), search);
    query = query.where(sql<boolean>`concept.id IN (SELECT concept_id FROM term WHERE ${terms})`);
  }
  if (language || status) {
    query = query.where(({ exists, selectFrom }) => {
      let terms = selectFrom('term').select('term.id').whereRef('term.concept_id', '=', 'concept.id');
      if (language) terms = terms.where('term.language', '=', language);
      if (status) terms = terms.where('term.status', '=', status as Term['status']);
      return exists(terms);
    });
  }
  const position = language
    ? sql<number>`(SELECT min(position) FROM term AS own WHERE own.concept_id = concept.id AND own.language = ${language})`
    : sql<number>`0`;
  const rows = await query
    .leftJoin('term', (join) => join.onRef('term.concept_id', '=', 'concept.id').on('term.position', '=', position))
    .select(['concept.id', 'term.text'])
    .execute();
  return rows.map(({ id, text }) => ({ id, text: text ?? '' }));
}

export async function countConcepts(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('concept')
    .where(isShownConcept)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
