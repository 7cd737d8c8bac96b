import { sql } from 'kysely';
import type { StoredConcept, Term } from '../../core/glossary/concept.ts';
import { holdsWords, termTexts } from '../full-text.ts';
import type { Db } from '../open-store.ts';

/** Which concepts a list shows. */
export interface ConceptQuery {
  /** Words of a term, from their beginnings; empty for all. */
  readonly search: string;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: string | undefined;
  readonly glossary?: number | undefined;
}

/** The numbers of the concepts that a query asks for, by their first term, and how many there are. */
export async function searchConcepts(
  db: Db,
  { search, kind, language, status, glossary }: ConceptQuery,
  limit: number,
  offset: number,
): Promise<{ ids: number[]; found: number }> {
  let query = db.selectFrom('concept');
  if (kind) query = query.where('concept.kind', '=', kind as StoredConcept['kind']);
  if (glossary) query = query.where('concept.glossary_id', '=', glossary);
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
  const { found } = await query.select(({ fn }) => fn.countAll<number>().as('found')).executeTakeFirstOrThrow();
  const rows = await query
    .leftJoin('term', (join) => join.onRef('term.concept_id', '=', 'concept.id').on('term.position', '=', 0))
    .select('concept.id')
    .orderBy(sql`lower(term.text)`)
    .orderBy('concept.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { ids: rows.map((row) => row.id), found };
}
