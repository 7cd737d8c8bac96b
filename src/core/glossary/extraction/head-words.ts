/** What a word is in the name of something: the post, the body, what these are for ("finance"), a thing ("procedure"), a country or what belongs to it. */
export type HeadKind = 'role' | 'body' | 'field' | 'thing' | 'country';

/** A word by which posts and bodies are told, in one language. */
export interface HeadWord {
  readonly text: string;
  /** Numbers of the meanings that it has, by what it is; words of two languages with one number translate each other. */
  readonly meanings: Readonly<Partial<Record<HeadKind, readonly number[]>>>;
  /** Of a post its holder's gender, of a body its own; empty where the word does not tell. */
  readonly gender: 'masculine' | 'feminine' | 'neuter' | '';
  /** Whether it stands only at the beginning of a compound: "Außen-". */
  readonly prefix: boolean;
  /** A body that every country has; its country is no part of its name. */
  readonly national: boolean;
}

/** The words of a language by which posts and bodies are found, and where their names end. */
export interface HeadWords {
  readonly words: readonly HeadWord[];
  /** Words that stand in no name, in lower case. */
  readonly stops: ReadonlySet<string>;
  /** Words for "and", in lower case. */
  readonly and: ReadonlySet<string>;
  /** Words that make another post of one: "deputy". */
  readonly deputies: ReadonlySet<string>;
  /** Words before a post that say that it is not held now: "former"; "*" behind one stands for any ending. */
  readonly formers: ReadonlySet<string>;
  /** Words behind a post that say so: "designate", "par intérim". */
  readonly interims: ReadonlySet<string>;
  /** Words beside a post whose holder still has it, but not for long: "outgoing". */
  readonly leaving: ReadonlySet<string>;
  /** Forms of address before a surname, in lower case: "mr", "frau". */
  readonly courtesy: ReadonlySet<string>;
}
