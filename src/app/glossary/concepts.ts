import type { StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings, type Overlap, overlaps } from '../../core/glossary/holders.ts';
import { folded } from '../../core/text/fold.ts';
import type { ConceptSuggestion } from '../../core/wire/glossary.ts';
import { conceptsRelatedTo, conceptsWith, findConcept } from '../../store/glossary/concepts.ts';
import { glossaryVersion } from '../../store/glossary/glossaries.ts';
import { type ConceptQuery, countConcepts, searchConcepts } from '../../store/glossary/search-concepts.ts';
import type { Db } from '../../store/open-store.ts';
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

/** Concepts of a query, by their first term as the language that is asked for sorts it: É beside E. */
export async function listConcepts(app: App, query: ConceptQuery = { search: '' }, page = 0): Promise<ConceptList> {
  const { db } = app.store;
  const ids = await sortedConcepts(app, { ...query, search: query.search.trim() });
  const shown = ids.slice(page * PAGE_CONCEPTS, (page + 1) * PAGE_CONCEPTS);
  return { concepts: await conceptsWith(db, shown), found: ids.length, total: await countConcepts(db) };
}

/** The last list that was sorted: its pages are asked for one after another. */
let lastList: { readonly db: Db; readonly key: string; readonly ids: readonly number[] } | null = null;

async function sortedConcepts({ store: { db } }: App, query: ConceptQuery): Promise<readonly number[]> {
  const key = `${await glossaryVersion(db)} ${JSON.stringify(query)}`;
  if (lastList?.db === db && lastList.key === key) return lastList.ids;
  const { compare } = new Intl.Collator(query.language || 'und', { numeric: true });
  const list = await searchConcepts(db, query);
  const ids = list.sort((a, b) => compare(a.text, b.text) || a.id - b.id).map(({ id }) => id);
  lastList = { db, key, ids };
  return ids;
}

/** Suggestions that a field shows at most. */
const MAX_SUGGESTIONS = 20;

/** Concepts whose terms have words that begin as those that are typed, those that begin so first. */
export async function suggestConcepts(app: App, typed: string): Promise<ConceptSuggestion[]> {
  if (!typed.trim()) return [];
  const { concepts } = await listConcepts(app, { search: typed });
  const wanted = folded(typed.trim());
  const begins = (one: StoredConcept) => one.terms.some(({ text }) => folded(text).startsWith(wanted));
  return [...concepts.filter(begins), ...concepts.filter((one) => !begins(one))]
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id, kind, terms }) => ({ id, kind, text: terms[0]?.text ?? '' }));
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
    /** Of which country or body the role is, where the relation says so. */
    readonly of?: number | undefined;
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
      (from.relations ?? []).flatMap(({ kind, to, of, since, until }) =>
        to === id ? [{ from, kind, of, since, until }] : [],
      ),
    )
    .sort((a, b) => (a.since < b.since ? 1 : -1));
  const named = [...(concept.relations ?? []), ...related.flatMap(({ relations = [] }) => relations)];
  const outgoing = await conceptsWith(db, [
    ...new Set(named.flatMap(({ to, of }) => (of === undefined ? [to] : [to, of]))),
  ]);
  const all: Holding[] = holdings(related).filter(({ role }) => role === id);
  return {
    concept,
    others: new Map([...outgoing, ...related].map((one) => [one.id, one])),
    incoming,
    overlaps: overlaps(all),
  };
}

export type { ConceptQuery };
