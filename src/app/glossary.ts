import { readFileSync } from 'node:fs';
import type { Concept, StoredConcept } from '../core/glossary/concept.ts';
import { Problem } from '../core/problem.ts';
import {
  allConcepts,
  deleteConcept,
  ensureGlossary,
  findConcept,
  insertConcepts,
  replaceConcept,
} from '../store/glossary.ts';
import type { App } from './app.ts';

const STARTER = new URL('../../data/glossary/starter.json', import.meta.url);

/** The glossary that new concepts go to. */
const HOUSE = 'House glossary';

/** All concepts, or those with a term or definition that holds `search`, sorted by their first term. */
export async function listConcepts(app: App, search = ''): Promise<StoredConcept[]> {
  const wanted = folded(search.trim());
  const concepts = await allConcepts(app.store.db);
  return concepts
    .filter(
      ({ terms, definition }) =>
        !wanted || [...terms.map((term) => term.text), definition].some((text) => folded(text).includes(wanted)),
    )
    .sort((a, b) => (a.terms[0]?.text ?? '').localeCompare(b.terms[0]?.text ?? ''));
}

/** @throws Problem `not-found` */
export async function getConcept(app: App, id: number): Promise<StoredConcept> {
  const concept = await findConcept(app.store.db, id);
  if (!concept) throw noConcept(id);
  return concept;
}

/** Stores a new concept and returns its id. */
export async function addConcept(app: App, concept: Concept): Promise<number> {
  checkConcept(concept);
  return app.store.transaction(async (tx) => {
    const glossary = await ensureGlossary(tx, HOUSE, app.now());
    const [id] = await insertConcepts(tx, glossary, [concept], app.now());
    return id ?? 0;
  });
}

export async function updateConcept(app: App, id: number, concept: Concept): Promise<void> {
  checkConcept(concept);
  const found = await app.store.transaction((tx) => replaceConcept(tx, id, concept, app.now()));
  if (!found) throw noConcept(id);
}

export async function removeConcept(app: App, id: number): Promise<void> {
  if (!(await deleteConcept(app.store.db, id))) throw noConcept(id);
}

/** Adds the concepts that ship with the program, unless they are there already. Returns how many were added. */
export async function addStarterGlossary(app: App): Promise<number> {
  const starter = JSON.parse(readFileSync(STARTER, 'utf8')) as Concept[];
  const known = new Set((await allConcepts(app.store.db)).map(signature));
  const missing = starter.filter((concept) => !known.has(signature(concept)));
  await app.store.transaction(async (tx) =>
    insertConcepts(tx, await ensureGlossary(tx, HOUSE, app.now()), missing, app.now()),
  );
  return missing.length;
}

function checkConcept({ terms }: Concept): void {
  if (terms.length === 0) {
    throw new Problem('bad-request', 'A concept needs at least one term.', '', 'Write a term and its language.');
  }
  const odd = terms.find(({ language }) => !isLanguageTag(language));
  if (odd) {
    throw new Problem(
      'bad-request',
      `“${odd.language}” is not a language tag.`,
      `It stands with the term “${odd.text}”.`,
      'Use a tag such as en, fr or fr-CA.',
    );
  }
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function noConcept(id: number): Problem {
  return new Problem(
    'not-found',
    'There is no such concept.',
    `No concept has the number ${id}.`,
    'Look it up in the glossary; it may have been deleted.',
  );
}

function signature({ kind, terms }: Concept): string {
  return [kind, ...terms.map(({ language, text }) => `${language}:${text}`)].join('|');
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
