import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import type { ConceptKind, Gender, Term } from '../../core/glossary/concept.ts';
import { Problem } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { rejectPair, unrejectPair } from '../../store/glossary/verdicts.ts';
import { type App, headOf } from '../app.ts';
import { addInBatch } from './add-concepts.ts';
import { updateConcept } from './concept-edits.ts';
import { noConcept } from './concept-rules.ts';
import { hasTerm, nearestConcept } from './near-concepts.ts';

/** An entry as somebody accepts it. */
export interface AcceptedEntry {
  readonly kind: ConceptKind;
  readonly source: string;
  readonly target: string;
  readonly gender: Gender | '';
  /** What stands for it in short, by side. */
  readonly acronyms?: Readonly<Partial<Record<Side, string>>>;
  /** The concept that it is added to; "near" for one that has a term of it already, if there is one. */
  readonly into?: number | 'near' | undefined;
  readonly author: string;
}

/** The concept that an entry has gone into, and the number of the change, by which it can be undone. */
export interface Accepted {
  readonly concept: number;
  readonly batch: number;
}

/** Makes a concept of two terms in a bitext's languages, or adds them to one. */
export async function acceptEntry(app: App, bitext: number, entry: AcceptedEntry): Promise<Accepted> {
  const { sourceLanguage, targetLanguage } = await headOf(app, bitext);
  const terms = termsOf(entry, { source: sourceLanguage, target: targetLanguage }, app.packs);
  if (terms.length === 0) throw new Problem('bad-request', 'Enter at least one term.');
  const { author } = entry;
  const known = entry.into === undefined ? [] : await allConcepts(app.store.db);
  const near =
    entry.into === 'near'
      ? (nearestConcept(known, entry, { from: sourceLanguage, to: targetLanguage }, app.packs)?.id ?? null)
      : (entry.into ?? null);
  if (near === null) {
    const concept = { kind: entry.kind, definition: '', note: '', terms };
    const { numbers, batch } = await addInBatch(app, [concept], { author });
    return { concept: numbers[0]!, batch };
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
  const batch = await updateConcept(app, into.id, { ...into, terms: [...into.terms, ...fresh] }, { author });
  return { concept: into.id, batch };
}

/** The terms of an entry; the gender of a title is that of the languages in which titles have one. */
function termsOf(
  { kind, source, target, gender, acronyms }: AcceptedEntry,
  languages: Readonly<Record<Side, string>>,
  packs: PackFor,
): Term[] {
  const texts = { source, target };
  return SIDES.flatMap((side): Term[] => {
    const language = languages[side];
    const text = texts[side].trim();
    if (!text) return [];
    const hasGender = kind !== 'role' || (packs(language).determiners ?? []).length > 0;
    const term: Term = {
      language,
      text,
      status: 'preferred',
      partOfSpeech: '',
      gender: hasGender ? gender : '',
      note: '',
    };
    const short = acronyms?.[side]?.trim();
    if (!short || short === text) return [term];
    return [term, { ...term, text: short, status: 'admitted', type: 'acronym' }];
  });
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
