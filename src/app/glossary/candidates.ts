import type { Side } from '../../core/bitext/bitext.ts';
import type { ConceptKind, Gender, Term } from '../../core/glossary/concept.ts';
import { Problem } from '../../core/problem.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { rejectPair, unrejectPair } from '../../store/glossary/verdicts.ts';
import { type App, headOf } from '../app.ts';
import { addConcepts } from './add-concepts.ts';
import { updateConcept } from './concept-edits.ts';
import { noConcept } from './concept-rules.ts';
import { hasTerm, nearestConcept } from './near-concepts.ts';

/** An entry as somebody accepts it. */
export interface AcceptedEntry {
  readonly kind: ConceptKind;
  readonly source: string;
  readonly target: string;
  readonly gender: Gender | '';
  /** The concept that it is added to; "near" for one that has a term of it already, if there is one. */
  readonly into?: number | 'near' | undefined;
  readonly author: string;
}

/**
 * Makes a concept of two terms in a bitext's languages, or adds them to one.
 * @returns the concept's number
 */
export async function acceptEntry(app: App, bitext: number, entry: AcceptedEntry): Promise<number> {
  const { sourceLanguage, targetLanguage } = await headOf(app, bitext);
  const term = (language: string, text: string): Term => ({
    language,
    text: text.trim(),
    status: 'preferred',
    partOfSpeech: '',
    gender: entry.gender,
    note: '',
  });
  const terms = [term(sourceLanguage, entry.source), term(targetLanguage, entry.target)].filter(({ text }) => text);
  if (terms.length === 0) throw new Problem('bad-request', 'Enter at least one term.');
  const { author } = entry;
  const known = entry.into === undefined ? [] : await allConcepts(app.store.db);
  const near =
    entry.into === 'near'
      ? (nearestConcept(known, entry, { from: sourceLanguage, to: targetLanguage }, app.packs)?.id ?? null)
      : (entry.into ?? null);
  if (near === null) {
    const concept = { kind: entry.kind, definition: '', note: '', terms };
    return (await addConcepts(app, [concept], { author }))[0]!;
  }
  const into = known.find(({ id }) => id === near);
  if (!into) throw noConcept(near);
  const fresh = terms
    .filter(({ text, language }) => !hasTerm(into, text, language))
    // A further term beside a preferred one is admitted.
    .map((one) => ({
      ...one,
      status: into.terms.some((other) => sameLanguage(other.language, one.language))
        ? ('admitted' as const)
        : one.status,
    }));
  await updateConcept(app, into.id, { ...into, terms: [...into.terms, ...fresh] }, { author });
  return into.id;
}

/** Never proposes a pair again. */
export async function rejectEntry(
  app: App,
  bitext: number,
  { source, target, author }: Pick<AcceptedEntry, 'source' | 'target' | 'author'>,
): Promise<void> {
  const { sourceLanguage, targetLanguage } = await headOf(app, bitext);
  await rejectPair(app.store.db, { sourceLanguage, targetLanguage, source, target }, { author, at: app.now() });
}

export async function unrejectEntry(
  app: App,
  bitext: number,
  { source, target }: Pick<AcceptedEntry, Side>,
): Promise<void> {
  const { sourceLanguage, targetLanguage } = await headOf(app, bitext);
  await unrejectPair(app.store.db, { sourceLanguage, targetLanguage, source, target });
}
