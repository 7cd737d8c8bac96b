import { sql } from 'kysely';
import type { Concept, Relation, StoredConcept, Term } from '../../core/glossary/concept.ts';
import type { Db } from '../open-store.ts';

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
    .leftJoin('concept', 'concept.glossary_id', 'glossary.id')
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
  if (glossaries.length === 0) return;
  await db
    .insertInto('bitext_glossary')
    .values(glossaries.map((glossary_id, position) => ({ bitext_id: bitextId, glossary_id, position })))
    .execute();
}

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
  const concepts = await db.selectFrom('concept').selectAll().where('id', 'in', ids).execute();
  const terms = await db.selectFrom('term').selectAll().where('concept_id', 'in', ids).orderBy('position').execute();
  const relations = await db
    .selectFrom('relation')
    .selectAll()
    .where('from_concept', 'in', ids)
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
  const rows = await db.selectFrom('concept').select('id').where('id', 'in', ids).execute();
  return rows.map(({ id }) => id);
}

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

/** Concepts that have a relation to one of these. */
export async function conceptsRelatedTo(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('relation')
    .select('from_concept')
    .distinct()
    .where('to_concept', 'in', ids)
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
  if (relations.length === 0) return;
  await db
    .insertInto('relation')
    .values(
      relations.map(({ kind, to, since, until }, position) => ({
        from_concept: id,
        position,
        kind,
        to_concept: to,
        since,
        until,
      })),
    )
    .execute();
}

export async function deleteConcept(db: Db, id: number): Promise<void> {
  await db.deleteFrom('concept').where('id', '=', id).execute();
}

async function insertTerms(db: Db, conceptId: number, terms: readonly Term[]): Promise<void> {
  if (terms.length === 0) return;
  await db
    .insertInto('term')
    .values(
      terms.map(({ partOfSpeech, forms, ...term }, position) => ({
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
      })),
    )
    .execute();
}

/** A number that grows with every change of a concept or term. */
export async function glossaryVersion(db: Db): Promise<number> {
  const { version } = await db.selectFrom('glossary_version').select('version').executeTakeFirstOrThrow();
  return version;
}

interface ConceptRow {
  readonly id: number;
  readonly glossary_id: number;
  readonly kind: StoredConcept['kind'];
  readonly definition: string;
  readonly note: string;
  readonly subject_field: string;
  readonly image: string;
  readonly ids: string;
  readonly source: string;
}

interface TermRow {
  readonly language: string;
  readonly text: string;
  readonly status: Term['status'];
  readonly part_of_speech: string;
  readonly gender: string;
  readonly note: string;
  readonly type: string;
  readonly number: string;
  readonly register: string;
  readonly forms: string;
  readonly reason: string;
  readonly instead: string;
  readonly source: string;
}

interface RelationRow {
  readonly kind: Relation['kind'];
  readonly to_concept: number;
  readonly since: string;
  readonly until: string;
}

function conceptFrom(row: ConceptRow, terms: readonly TermRow[], relations: readonly RelationRow[]): StoredConcept {
  const ids = JSON.parse(row.ids) as Record<string, string>;
  return {
    id: row.id,
    glossary: row.glossary_id,
    kind: row.kind,
    definition: row.definition,
    note: row.note,
    terms: terms.map(termFrom),
    ...filled({ subjectField: row.subject_field, image: row.image, source: row.source }),
    ...(Object.keys(ids).length > 0 && { ids }),
    ...(relations.length > 0 && {
      relations: relations.map(({ kind, to_concept, since, until }) => ({ kind, to: to_concept, since, until })),
    }),
  };
}

function termFrom(row: TermRow): Term {
  const forms = row.forms === '[]' ? [] : (JSON.parse(row.forms) as string[]);
  return {
    language: row.language,
    text: row.text,
    status: row.status,
    partOfSpeech: row.part_of_speech,
    gender: row.gender as Term['gender'],
    note: row.note,
    ...(filled({
      type: row.type,
      number: row.number,
      register: row.register,
      reason: row.reason,
      instead: row.instead,
      source: row.source,
    }) as Partial<Term>),
    ...(forms.length > 0 && { forms }),
  };
}

/** The fields that say something. */
function filled<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
