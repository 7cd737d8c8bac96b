import { sql } from 'kysely';
import type { StoredConcept, Term } from '../../core/glossary/concept.ts';
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
  if (search) query = query.where(matches(search));
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

/** Terms by the full-text index; scripts without spaces, which it indexes by the line, letter by letter. */
function matches(search: string) {
  const words = search.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(search)) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    return sql<boolean>`concept.id IN (SELECT concept_id FROM term WHERE text LIKE ${pattern} ESCAPE '\\')`;
  }
  const query = words.map((word) => `"${word}"*`).join(' ');
  return sql<boolean>`concept.id IN (SELECT concept_id FROM term WHERE id IN
    (SELECT rowid FROM term_fts WHERE term_fts MATCH ${query}))`;
}
