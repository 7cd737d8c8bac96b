import { setImmediate } from 'node:timers/promises';
import { ANY_LANGUAGE, inLanguages } from '../../core/glossary/any-language.ts';
import type { FileConcept, StoredConcept, Term } from '../../core/glossary/concept.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { conceptPages } from '../../store/glossary/concepts.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { type ImportPlan, importConcepts } from './add-concepts.ts';

/** What a concept of a file is to what is there. */
export type ImportState = 'new' | 'same' | 'changed' | 'conflicting';

/** A concept that a file brings. */
export interface IncomingConcept {
  readonly concept: FileConcept;
  readonly state: ImportState;
  /** The concept that it is taken for. */
  readonly existing: StoredConcept | null;
  /** What differs: terms that are new, and those that have another status or gender there. */
  readonly fresh: readonly Term[];
  readonly clashes: readonly { readonly theirs: Term; readonly ours: Term }[];
}

/** What to do with a concept of an imported file. */
export const IMPORT_DECISIONS = ['add', 'merge', 'replace', 'skip'] as const;

export type ImportDecision = (typeof IMPORT_DECISIONS)[number];

/** What is done unless somebody decides otherwise: where the two disagree, what is there stays. */
export const DEFAULT_DECISION: Readonly<Record<ImportState, ImportDecision>> = {
  new: 'add',
  same: 'skip',
  changed: 'merge',
  conflicting: 'skip',
};

/**
 * Holds the concepts of a file against those that are there. Two are taken for one where they share a term and are of one
 * kind, or one of them is a plain term: most files say nothing of kinds. Of several the one that shares most.
 * @param languages in which terms of no language stand, in their order
 */
export async function previewImport(
  app: App,
  concepts: readonly FileConcept[],
  languages: readonly string[] = [],
): Promise<IncomingConcept[]> {
  const byTerm = await app.store.read(termIndex);
  const incoming: IncomingConcept[] = [];
  for (const [i, given] of concepts.entries()) {
    if (i % BATCH_CONCEPTS === 0) await setImmediate();
    incoming.push(incomingConcept(inLanguages(given, languages), byTerm));
  }
  return incoming;
}

/** Concepts that are gone through at once; others have their turn in between. */
const BATCH_CONCEPTS = 200;

type TermIndex = ReadonlyMap<string, readonly StoredConcept[]>;

function incomingConcept(concept: FileConcept, byTerm: TermIndex): IncomingConcept {
  const existing = sameConcept(concept, byTerm);
  if (!existing) return { concept, state: 'new', existing, fresh: concept.terms, clashes: [] };
  const ours = (term: Term) =>
    existing.terms.filter((other) => other.text === term.text && other.language === term.language);
  const fresh = concept.terms.filter((term) => ours(term).length === 0);
  const clashes = concept.terms.flatMap((theirs) => {
    const same = ours(theirs);
    return same.length === 0 || same.some((other) => agrees(other, theirs)) ? [] : [{ theirs, ours: same[0]! }];
  });
  const more = fresh.length > 0 || addsSomething(concept, existing);
  const state = clashes.length > 0 ? 'conflicting' : more ? 'changed' : 'same';
  return { concept, state, existing, fresh, clashes };
}

/** The concepts that are there, by their terms. */
async function termIndex(db: Db): Promise<TermIndex> {
  const byTerm = new Map<string, StoredConcept[]>();
  for await (const page of conceptPages(db)) {
    for (const concept of page) {
      for (const key of new Set(concept.terms.map(keyOf))) {
        const same = byTerm.get(key);
        if (same) same.push(concept);
        else byTerm.set(key, [concept]);
      }
    }
    await setImmediate();
  }
  return byTerm;
}

function sameConcept({ kind, terms }: FileConcept, byTerm: TermIndex): StoredConcept | null {
  const shared = new Map<StoredConcept, number>();
  for (const key of new Set(terms.map(keyOf))) {
    for (const one of byTerm.get(key) ?? []) {
      if (one.kind !== kind && one.kind !== 'term' && kind !== 'term') continue;
      shared.set(one, (shared.get(one) ?? 0) + 1);
    }
  }
  const rank = ([one, count]: [StoredConcept, number]) => count * 2 + (one.kind === kind ? 1 : 0);
  return [...shared].sort((a, b) => rank(b) - rank(a) || a[0].id - b[0].id)[0]?.[0] ?? null;
}

/** Concepts of a file as its preview shows them: what has to be looked at first, each with its place in the file. */
export interface ShownIncoming {
  readonly counts: Readonly<Record<ImportState, number>>;
  readonly shown: readonly { readonly at: number; readonly one: IncomingConcept }[];
}

/** As many as a page shows; of what is not shown becomes what is done by default. */
export function shownIncoming(incoming: readonly IncomingConcept[], most: number): ShownIncoming {
  const counts = { conflicting: 0, changed: 0, new: 0, same: 0 };
  for (const { state } of incoming) counts[state] += 1;
  const shown: { at: number; one: IncomingConcept }[] = [];
  const states = incoming.length > most ? (Object.keys(counts) as ImportState[]) : [null];
  for (const state of states) {
    for (const [at, one] of incoming.entries()) {
      if (shown.length === most) return { counts, shown };
      if (state === null || one.state === state) shown.push({ at, one });
    }
  }
  return { counts, shown };
}

/** Whether a file has terms of no language for which none was given, so that they would be found in no text. */
export function lacksLanguages(concepts: readonly FileConcept[], languages: readonly string[]): boolean {
  return concepts.some(({ terms }) => {
    const unnamed = terms.filter(({ language }) => language === ANY_LANGUAGE).length;
    return Math.min(unnamed, 2) > languages.length;
  });
}

/** @throws Problem where a file does not say in which languages its terms are, and nobody else has */
export function refuseUnknownLanguages(
  name: string,
  concepts: readonly FileConcept[],
  languages: readonly string[],
): void {
  if (!lacksLanguages(concepts, languages)) return;
  throw new Problem(
    'bad-input',
    msg('{name} does not say in which languages its terms are.', { name }),
    '',
    'Say which they are (command line: --from en --to fr).',
  );
}

/** How an import is carried out. */
export interface ImportOptions {
  readonly author: string;
  readonly glossary?: number | undefined;
  /** Of the file. */
  readonly name: string;
  /** Whether a term of a concept is left out, by their places in the file. */
  readonly leaves?: (concept: number, term: number) => boolean;
}

/** Carries an import out, all of it or nothing. Returns how many concepts are new and how many changed. */
export async function importGlossary(
  app: App,
  incoming: readonly IncomingConcept[],
  decide: (one: IncomingConcept, at: number) => ImportDecision,
  { author, glossary, name, leaves = () => false }: ImportOptions,
): Promise<{ added: number; changed: number }> {
  const plans = incoming.flatMap((whole, at): ImportPlan[] => {
    const decision = decide(whole, at);
    const terms = whole.concept.terms.filter((_, k) => !leaves(at, k));
    if (terms.length === 0) return [];
    const one = { ...whole, concept: { ...whole.concept, terms } };
    if (decision === 'skip') return [];
    if (decision === 'add' || !one.existing) return [{ concept: one.concept, into: null }];
    return [{ concept: one.concept, into: { id: one.existing.id, replace: decision === 'replace' } }];
  });
  if (plans.length === 0) return { added: 0, changed: 0 };
  const there = new Map(incoming.flatMap(({ concept, existing }) => (existing ? [[concept.key, existing.id]] : [])));
  await importConcepts(app, plans, {
    author,
    glossary,
    label: msg('Imported {name}', { name }),
    known: (key) => there.get(key),
  });
  const added = plans.filter(({ into }) => into === null).length;
  return { added, changed: plans.length - added };
}

function keyOf({ language, text }: Term): string {
  return `${language.toLowerCase()} ${text.normalize('NFC')}`;
}

/** Whether two terms that read the same have the same usage; what one of them leaves open does not count. */
function agrees(a: Term, b: Term): boolean {
  const open = (x: string | undefined, y: string | undefined) => !x || !y || x === y;
  return a.status === b.status && open(a.gender, b.gender) && open(a.partOfSpeech, b.partOfSpeech);
}

/** Whether a concept says something that the one there does not. */
function addsSomething(theirs: FileConcept, ours: StoredConcept): boolean {
  return (
    (theirs.definition !== '' && ours.definition === '') ||
    (theirs.note !== '' && !ours.note.includes(theirs.note)) ||
    (theirs.relations ?? []).length > (ours.relations ?? []).length
  );
}
