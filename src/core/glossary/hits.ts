import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept, Term } from './concept.ts';
import type { Word } from './words/words.ts';

/** A term found in a text: `text.slice(start, end)`, in UTF-16 units. */
export interface TermHit<C extends AnyConcept = AnyConcept> {
  readonly start: number;
  readonly end: number;
  readonly concept: C;
  readonly term: Term;
  /** Set where it is the beginning of a compound, which may be translated by other words. */
  readonly part?: true;
  /** Set where a person goes by one of their names. */
  readonly short?: true;
  /** Set where a word beside a post makes another of it, where such posts are wanted. */
  readonly otherPost?: 'deputy' | 'former';
}

/** A term as texts are searched for it. */
export interface Entry<C> {
  readonly term: Term;
  readonly concept: C;
  readonly words: readonly Word[];
}

/** A text that is searched for terms, with its words in order. */
export interface SearchedText {
  readonly words: readonly Word[];
  readonly text: string;
  readonly pack: LanguagePack;
}
