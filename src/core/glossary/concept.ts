/** What a concept is about. */
export const CONCEPT_KINDS = ['person', 'organisation', 'role', 'place', 'event', 'term'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** How a term is to be used. */
export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

export const GENDERS = ['masculine', 'feminine', 'neuter', 'common'] as const;
export type Gender = (typeof GENDERS)[number];

/** One expression of a concept in one language. `gender` and `partOfSpeech` are empty where they do not matter. */
export interface Term {
  /** BCP 47 tag. */
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
  readonly partOfSpeech: string;
  readonly gender: Gender | '';
  readonly note: string;
}

/** What a glossary entry is about, with its terms in any number of languages (ISO 704, ISO 30042). */
export interface Concept {
  readonly kind: ConceptKind;
  readonly definition: string;
  readonly note: string;
  readonly terms: readonly Term[];
}

/** A concept as stored. */
export interface StoredConcept extends Concept {
  readonly id: number;
}
