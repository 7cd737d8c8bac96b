import type { Side } from '../../core/bitext/bitext.ts';
import { rowsOf } from '../../core/bitext/bitext.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import type { Candidate } from '../../core/glossary/candidates.ts';
import type { Concept, ConceptKind, Gender, StoredConcept, Term } from '../../core/glossary/concept.ts';
import { sameName } from '../../core/glossary/names.ts';
import { Problem } from '../../core/problem.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { rejectedPairs, rejectPair, unrejectPair } from '../../store/glossary/verdicts.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { type App, headOf } from '../app.ts';
import { addConcepts } from './add-concepts.ts';
import { bitextCandidates } from './bitext-candidates.ts';
import { updateConcept } from './concept-edits.ts';
import { noConcept } from './concept-rules.ts';

/** A proposed entry with the row that shows it and what is near to it. */
export interface ProposedEntry extends Candidate {
  readonly row: { readonly bead: number; readonly source: string; readonly target: string };
  /** A concept that has one of its terms already, to which the other may be added. */
  readonly near: StoredConcept | null;
}

/** Entries that a bitext shows and that no glossary has, best first, without what was rejected. */
export async function proposeEntries(app: App, id: number): Promise<ProposedEntry[]> {
  await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const { sourceLanguage, targetLanguage } = bitext;
  const known = await allConcepts(app.store.db);
  const rejected = await rejectedPairs(app.store.db, sourceLanguage, targetLanguage);
  const rows = rowsOf(bitext);
  return bitextCandidates(bitext, app).flatMap((candidate): ProposedEntry[] => {
    const { source, target, bead } = candidate;
    if (rejected.has(`${source}\t${target}`)) return [];
    const near = nearest(known, candidate, sourceLanguage, targetLanguage);
    if (near && has(near, target, targetLanguage) && has(near, source, sourceLanguage)) return [];
    const row = rows[bead]!;
    return [{ ...candidate, row: { bead: row.bead.id, ...rowTexts(row, bitext) }, near }];
  });
}

/** A concept that has one of a pair's terms, or the same name. */
function nearest(
  concepts: readonly StoredConcept[],
  { kind, source, target }: Candidate,
  from: string,
  to: string,
): StoredConcept | null {
  const same = concepts.find((concept) => has(concept, source, from) || has(concept, target, to));
  if (same || kind !== 'person') return same ?? null;
  return (
    concepts.find(
      (concept) =>
        concept.kind === 'person' &&
        concept.terms.some((term) => sameName(term.text, term.language, source, from) > 0.9),
    ) ?? null
  );
}

function has({ terms }: Concept, text: string, language: string): boolean {
  const folded = text.toLowerCase();
  return terms.some((term) => sameLanguage(term.language, language) && term.text.toLowerCase() === folded);
}

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
      ? (nearest(known, { ...entry, score: 1, count: 1, bead: 0 }, sourceLanguage, targetLanguage)?.id ?? null)
      : (entry.into ?? null);
  if (near === null) {
    const concept = { kind: entry.kind, definition: '', note: '', terms };
    return (await addConcepts(app, [concept], { author }))[0]!;
  }
  const into = known.find(({ id }) => id === near);
  if (!into) throw noConcept(near);
  const fresh = terms
    .filter(({ text, language }) => !has(into, text, language))
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
