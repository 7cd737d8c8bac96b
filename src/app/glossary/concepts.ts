import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings, type Overlap, overlaps } from '../../core/glossary/holders.ts';
import { conceptsRelatedTo, conceptsWith, findConcept } from '../../store/glossary/concepts.ts';
import { type ConceptQuery, searchConcepts } from '../../store/glossary/search-concepts.ts';
import type { App } from '../app.ts';
import { noConcept } from './concept-rules.ts';

/** A page of a list of concepts. */
export interface ConceptList {
  readonly concepts: readonly StoredConcept[];
  /** How many the query finds, and how many there are. */
  readonly found: number;
  readonly total: number;
}

/** Concepts shown at once. */
export const PAGE_CONCEPTS = 200;

/** Concepts of a query, by their first term. */
export async function listConcepts(app: App, query: ConceptQuery = { search: '' }, page = 0): Promise<ConceptList> {
  const { db } = app.store;
  const { ids, found } = await searchConcepts(
    db,
    { ...query, search: query.search.trim() },
    PAGE_CONCEPTS,
    page * PAGE_CONCEPTS,
  );
  const { found: total } = await searchConcepts(db, { search: '' }, 1, 0);
  return { concepts: await conceptsWith(db, ids), found, total };
}

/** @throws Problem `not-found` */
export async function getConcept(app: App, id: number): Promise<StoredConcept> {
  const concept = await findConcept(app.store.db, id);
  if (!concept) throw noConcept(id);
  return concept;
}

/** A concept with what it is related to and what is related to it. */
export interface RelatedConcept {
  readonly concept: StoredConcept;
  readonly others: ReadonlyMap<number, StoredConcept>;
  /** Who holds it, if it is a role; which roles and bodies belong to it. */
  readonly incoming: readonly {
    readonly from: StoredConcept;
    readonly kind: string;
    readonly since: string;
    readonly until: string;
  }[];
  readonly overlaps: readonly Overlap[];
}

/** A concept and its place among the others: holders of a role over time, posts of a person, structure of a body. */
export async function openConcept(app: App, id: number): Promise<RelatedConcept> {
  const { db } = app.store;
  const concept = await getConcept(app, id);
  const related = await conceptsWith(db, await conceptsRelatedTo(db, [id]));
  const incoming = related
    .flatMap((from) =>
      (from.relations ?? []).flatMap(({ kind, to, since, until }) => (to === id ? [{ from, kind, since, until }] : [])),
    )
    .sort((a, b) => (a.since < b.since ? 1 : -1));
  const outgoing = await conceptsWith(db, [...new Set((concept.relations ?? []).map(({ to }) => to))]);
  const all: Holding[] = holdings(related).filter(({ role }) => role === id);
  return {
    concept,
    others: new Map([...outgoing, ...related].map((one) => [one.id, one])),
    incoming,
    overlaps: overlaps(all),
  };
}

export type { ConceptQuery };
