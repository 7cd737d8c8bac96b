import { readFileSync } from 'node:fs';
import type { Concept, StoredConcept } from '../../core/glossary/concept.ts';
import { type Holding, holdings, type Overlap, overlaps } from '../../core/glossary/holders.ts';
import { allConcepts, conceptsRelatedTo, conceptsWith, findConcept } from '../../store/glossary/concepts.ts';
import {
  ensureGlossary,
  type Glossary,
  glossariesOf,
  listGlossaries,
  setGlossariesOf,
  updateGlossary,
} from '../../store/glossary/glossaries.ts';
import { type GlossaryEdit, listGlossaryEdits } from '../../store/glossary/glossary-edits.ts';
import { type ConceptQuery, searchConcepts } from '../../store/glossary/search-concepts.ts';
import { type App, headOf } from '../app.ts';
import { addConcepts, type LinkedConcept } from './add-concepts.ts';
import { noConcept } from './concept-rules.ts';

export type { ConceptQuery, Glossary };

const STARTER = new URL('../../../data/glossary/starter.json', import.meta.url);

/** A page of a list of concepts. */
export interface ConceptList {
  readonly concepts: readonly StoredConcept[];
  /** How many the query finds, and how many there are. */
  readonly found: number;
  readonly total: number;
}

/** Concepts shown at once. */
export const PAGE = 200;

/** Concepts of a query, by their first term. */
export async function listConcepts(app: App, query: ConceptQuery = { search: '' }, page = 0): Promise<ConceptList> {
  const { db } = app.store;
  const { ids, found } = await searchConcepts(db, { ...query, search: query.search.trim() }, PAGE, page * PAGE);
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

/** Groups of concepts that share a term in one language, each a possible double. */
export async function findDuplicates(app: App): Promise<StoredConcept[][]> {
  const concepts = await allConcepts(app.store.db);
  const byTerm = new Map<string, Set<number>>();
  for (const { id, kind, terms } of concepts) {
    for (const { language, text } of terms) {
      const key = `${kind} ${language} ${text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}`;
      byTerm.set(key, (byTerm.get(key) ?? new Set()).add(id));
    }
  }
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const groups = [...byTerm.values()].filter((ids) => ids.size > 1).map((ids) => [...ids].sort((a, b) => a - b));
  const once = new Map(groups.map((ids) => [ids.join(), ids]));
  return [...once.values()].map((ids) => ids.map((id) => byId.get(id)!));
}

/** The last changes of a concept, or of all glossaries. */
export function glossaryHistory(
  app: App,
  concept?: number,
): Promise<(GlossaryEdit & { readonly name: string; readonly concepts: number })[]> {
  return listGlossaryEdits(app.store.db, 300, concept);
}

export function glossaries(app: App): Promise<Glossary[]> {
  return listGlossaries(app.store.db);
}

/** Makes a glossary, or finds the one of this name. */
export function makeGlossary(app: App, name: string): Promise<number> {
  return ensureGlossary(app.store.db, name.trim(), app.now());
}

/** Names, switches and orders glossaries, as they stand in the list. */
export async function arrangeGlossaries(
  app: App,
  list: readonly { readonly id: number; readonly name: string; readonly active: boolean }[],
): Promise<void> {
  await app.store.transaction(async (tx) => {
    for (const [position, { id, ...rest }] of list.entries()) await updateGlossary(tx, id, { ...rest, position });
  });
}

/** The glossaries that a bitext goes by, in order; with none of its own, the active ones. */
export async function glossariesFor(app: App, bitext: number): Promise<number[]> {
  const own = await glossariesOf(app.store.db, bitext);
  if (own.length > 0) return own;
  return (await glossaries(app)).filter(({ active }) => active).map(({ id }) => id);
}

/** Lets a bitext go by glossaries of its own, in this order; none for the active ones. */
export async function chooseGlossaries(app: App, bitext: number, chosen: readonly number[]): Promise<void> {
  await headOf(app, bitext);
  await app.store.transaction((tx) => setGlossariesOf(tx, bitext, chosen));
}

/** The concepts that ship with the program. */
export function starterConcepts(): LinkedConcept[] {
  return JSON.parse(readFileSync(STARTER, 'utf8')) as LinkedConcept[];
}

/** Those of them by which titles and bodies are known in any news: no people, and no posts of one country. */
export function generalConcepts(): LinkedConcept[] {
  return starterConcepts().filter(({ kind, key }) => kind === 'organisation' || (kind === 'role' && key === undefined));
}

/** Adds the concepts that ship with the program, unless they are there already. Returns how many were added. */
export async function addStarterGlossary(app: App, author = ''): Promise<number> {
  const starter = starterConcepts();
  const known = new Map((await allConcepts(app.store.db)).map((concept) => [signature(concept), concept.id]));
  const missing = starter.filter((concept) => !known.has(signature(concept)));
  if (missing.length === 0) return 0;
  await addConcepts(app, missing, {
    author,
    label: 'Added the starter glossary',
    known(key) {
      const there = starter.find((concept) => concept.key === key);
      return there && known.get(signature(there));
    },
  });
  return missing.length;
}

function signature({ kind, terms }: Pick<Concept<unknown>, 'kind' | 'terms'>): string {
  return [kind, ...terms.map(({ language, text }) => `${language}:${text}`)].join('|');
}
