import type { FileConcept, TermStatus } from '../../core/glossary/concept.ts';
import { countLetters, type LetterBalance } from '../../core/text/letters.ts';
import { createLeftOut, type LeftOut, type LeftOutParts } from '../memories/left-out.ts';

/** Keeps account of what of a glossary file has no place in a concept. */
export interface GlossaryAccount {
  /** Letters of the file's texts, counted before anything is made of them. */
  read(letters: number): void;
  /** What is not kept. */
  readonly leftOut: LeftOut;
  /** What is kept as a line of a note, since it has no field of its own. */
  readonly asNotes: LeftOut;
  /** What the words of a table for statuses mean; `unknown` where nobody has said so. */
  statusOf(word: string): TermStatus | 'unknown';
  /** Words for statuses that nobody has explained, with how often they stand in the file. */
  unknownStatuses(): LeftOutParts;
  balance(concepts: readonly FileConcept[]): LetterBalance;
}

/** @param meanings of words for statuses, in small letters, as a person has explained them */
export function glossaryAccount(meanings: Readonly<Record<string, TermStatus>> = {}): GlossaryAccount {
  const [leftOut, asNotes, statuses] = [createLeftOut(), createLeftOut(), createLeftOut()];
  let letters = 0;
  return {
    read(more) {
      letters += more;
    },
    leftOut,
    asNotes,
    statusOf(word) {
      const known = meanings[word.toLowerCase()];
      if (!known) statuses.note(word);
      return known ?? 'unknown';
    },
    unknownStatuses: statuses.parts,
    balance: (concepts) => ({
      read: letters,
      kept: concepts.reduce((sum, concept) => sum + lettersOf(concept), 0),
      named: leftOut.letters(),
    }),
  };
}

/** Letters of all that a concept says in words of a file. */
function lettersOf({
  definition,
  note,
  terms,
  subjectField = '',
  image = '',
  ids = {},
  source = '',
  decidedBy = '',
  owner = '',
}: FileConcept) {
  const texts = terms.flatMap(
    ({ text, partOfSpeech, note: about, forms = [], reason = '', instead = '', source: from = '' }) => [
      text,
      partOfSpeech,
      about,
      ...forms,
      reason,
      instead,
      from,
    ],
  );
  const all = [
    definition,
    note,
    subjectField,
    image,
    source,
    decidedBy,
    owner,
    ...Object.entries(ids).flat(),
    ...texts,
  ];
  return all.reduce((sum, text) => sum + countLetters(text), 0);
}
