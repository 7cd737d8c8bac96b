import type { FileConcept } from './concept.ts';

/** The language of terms whose file names none: they count in any. */
export const ANY_LANGUAGE = 'und';

/**
 * A concept whose terms without a language stand in these, in their order; those beyond the last in the last.
 * @param languages none to leave them as they are
 */
export function inLanguages(concept: FileConcept, languages: readonly string[]): FileConcept {
  let place = 0;
  return {
    ...concept,
    terms: concept.terms.map((term) => {
      if (term.language !== ANY_LANGUAGE || languages.length === 0) return term;
      const language = languages[Math.min(place, languages.length - 1)]!;
      place += 1;
      return { ...term, language };
    }),
  };
}
