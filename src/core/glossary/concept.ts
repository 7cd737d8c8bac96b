/** What a concept is about. */
export const CONCEPT_KINDS = ['person', 'organisation', 'role', 'place', 'event', 'term'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** How a term should be used. */
export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

export const GENDERS = ['masculine', 'feminine', 'neuter', 'common'] as const;
export type Gender = (typeof GENDERS)[number];

export const NUMBERS = ['singular', 'plural'] as const;
export type GrammaticalNumber = (typeof NUMBERS)[number];

/** How a term stands to the others of its concept (ISO 30042: termType). */
export const TERM_TYPES = ['fullForm', 'shortForm', 'acronym', 'abbreviation', 'variant'] as const;
export type TermType = (typeof TERM_TYPES)[number];

export const REGISTERS = ['neutral', 'formal', 'colloquial', 'technical', 'bureaucratic'] as const;
export type Register = (typeof REGISTERS)[number];

/** How strictly a term is looked for: with its capitals alone, as a whole word in its own form alone. */
export const TERM_RULES = ['exact-case', 'whole-word'] as const;
export type TermRule = (typeof TERM_RULES)[number];

/** How far a concept is decided on. */
export const CONCEPT_STATES = ['proposed', 'approved'] as const;
export type ConceptState = (typeof CONCEPT_STATES)[number];

/** One expression of a concept in one language. What does not matter is empty or left out. */
export interface Term {
  /** BCP 47 tag; its region says where the term is used: fr-CA. */
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
  readonly partOfSpeech: string;
  readonly gender: Gender | '';
  readonly note: string;
  readonly type?: TermType;
  readonly number?: GrammaticalNumber;
  readonly register?: Register;
  /** Inflected forms and transliterations that rules cannot make; they are found in texts as the term is. */
  readonly forms?: readonly string[];
  /** Why it has its status, such as why it is forbidden. */
  readonly reason?: string;
  /** What to write instead, where it is another than the preferred term. */
  readonly instead?: string;
  readonly source?: string;
  /** How it is looked for, where it is not as any term. */
  readonly rules?: readonly TermRule[];
}

/** What stands in a relation: a person holds a role, a role or body belongs to an organisation. */
export const RELATION_KINDS = ['holds', 'belongs-to'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A relation from the concept that has it to another. */
export interface Relation<Reference = number> {
  readonly kind: RelationKind;
  /** The other concept, by its number, or its key in a file. */
  readonly to: Reference;
  /** The country or body that a held role is of, where its terms do not say so: foreign minister *of France*. */
  readonly of?: Reference;
  /** ISO 8601, as exact as it is known: 2024, 2024-01 or 2024-01-16; empty where it is not. */
  readonly since: string;
  /** The last day; empty where it lasts. */
  readonly until: string;
}

/** What a glossary entry is about, with its terms in any number of languages (ISO 704, ISO 30042). */
export interface Concept<Reference = number> {
  readonly kind: ConceptKind;
  readonly definition: string;
  readonly note: string;
  readonly terms: readonly Term[];
  readonly subjectField?: string;
  /** The address of a picture. */
  readonly image?: string;
  /** Numbers elsewhere, by where: wikidata, iate, or one's own. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly relations?: readonly Relation<Reference>[];
  /** Left out where nobody has said so. */
  readonly state?: ConceptState;
  /** Who has decided on it, and who looks after it, by name. */
  readonly decidedBy?: string;
  readonly owner?: string;
}

/** A concept whatever its relations lead to. */
export type AnyConcept = Concept<unknown>;

/** A concept as stored. */
export interface StoredConcept extends Concept {
  readonly id: number;
  /** The glossary it stands in. */
  readonly glossary: number;
}

/** The gender of a person, as their names have it. */
export function genderOf({ terms }: Pick<Concept, 'terms'>): Gender | '' {
  return terms.find((term) => term.gender === 'masculine' || term.gender === 'feminine')?.gender ?? '';
}

/** A concept as a file has it: with a name of its own there, by which relations lead to it. */
export interface FileConcept extends Concept<string> {
  readonly key: string;
}
