import {
  CONCEPT_KINDS,
  CONCEPT_STATES,
  type ConceptKind,
  type FileConcept,
  GENDERS,
  TERM_STATUSES,
  type Term,
  type TermStatus,
} from '../../core/glossary/concept.ts';
import { tableWords } from './table-words.ts';

/** A concept of what a file says of it; a kind that is not known is a plain term. */
export function conceptOf({
  key,
  kind = '',
  definition = '',
  note = '',
}: {
  key: string;
  kind?: string | undefined;
  definition?: string | undefined;
  note?: string | undefined;
}): Omit<FileConcept, 'terms'> {
  return { key, kind: kindOfWord(kind) ?? 'term', definition, note };
}

/** Whether a word of a file stands for a kind of concept. */
export function isKnownKind(word: string): boolean {
  return kindOfWord(word) !== undefined;
}

function kindOfWord(word: string): ConceptKind | undefined {
  const plain = word.trim().toLowerCase();
  return CONCEPT_KINDS.find((each) => each === plain) ?? tableWords().kinds.get(plain);
}

/** Where a relation of a file leads, and what the post is of: "12 @ 7". */
export function placeIn(written: string): { to: string; of?: string } {
  const [, to = written, of] = /^(.+) @ (.+)$/u.exec(written) ?? [];
  return { to, ...(of !== undefined && { of }) };
}

/** Who has decided on a concept and looks after it, as far as a file says so. */
export function decisionOf({ state, decidedBy, owner }: { state: string; decidedBy: string; owner: string }) {
  const known = CONCEPT_STATES.find((each) => each === state.toLowerCase());
  return { ...(known && { state: known }), ...(decidedBy && { decidedBy }), ...(owner && { owner }) };
}

/** What other tools call the statuses (ISO 30042 data categories, and plain words). */
const STATUSES: Readonly<Record<string, TermStatus>> = {
  'preferredterm-admn-sts': 'preferred',
  'admittedterm-admn-sts': 'admitted',
  'deprecatedterm-admn-sts': 'deprecated',
  'supersededterm-admn-sts': 'deprecated',
  preferredterm: 'preferred',
  admittedterm: 'admitted',
  deprecatedterm: 'deprecated',
  supersededterm: 'deprecated',
  obsolete: 'deprecated',
  banned: 'forbidden',
};

/** What other tools call the genders. */
const OTHER_GENDERS: Readonly<Record<string, Term['gender']>> = {
  m: 'masculine',
  f: 'feminine',
  n: 'neuter',
  masc: 'masculine',
  fem: 'feminine',
};

/** The status that a word of a file stands for; undefined where it is none that is known, or nothing is said. */
export function statusOfWord(word: string): TermStatus | undefined {
  const plain = word.trim().toLowerCase();
  return TERM_STATUSES.find((each) => each === plain) ?? STATUSES[plain] ?? tableWords().statuses.get(plain);
}

/** The gender that a word of a file stands for, likewise. */
export function genderOfWord(word: string): Term['gender'] | undefined {
  const plain = word.trim().toLowerCase();
  return GENDERS.find((each) => each === plain) ?? OTHER_GENDERS[plain] ?? tableWords().genders.get(plain);
}

/** A term of what a file says of it. A table that has no statuses is of preferred terms. */
export function termOf({
  language,
  text,
  status = '',
  partOfSpeech = '',
  gender = '',
  note = '',
}: {
  language: string;
  text: string;
  status?: string | undefined;
  partOfSpeech?: string | undefined;
  gender?: string | undefined;
  note?: string | undefined;
}): Term {
  return {
    language,
    text: text.normalize('NFC'),
    status: statusOfWord(status) ?? 'preferred',
    partOfSpeech,
    gender: genderOfWord(gender) ?? '',
    note,
  };
}
