import type { ConceptKind } from '../glossary/concept.ts';
import type { TermField } from '../glossary/term-cells.ts';

/** `extend` adds to a concept that is near, where there is one. */
export type CandidateDecision = 'accept' | 'merge' | 'extend' | 'reject' | 'unreject';

/** The lines of a concept in the table of terms. */
export interface ConceptLines {
  readonly html: string;
}

/** A change of a term's cells: what they were shown as, null for a new term, and what is set in them. */
export interface CellsChange {
  /** Place of the term in its concept, from 0. */
  readonly at: number;
  readonly was: Readonly<Partial<Record<TermField, string>>> | null;
  readonly set: Readonly<Partial<Record<TermField, string>>>;
}

/** A concept as a field suggests it, to be named by its number. */
export interface ConceptSuggestion {
  readonly id: number;
  readonly kind: ConceptKind;
  readonly text: string;
}
