import type { Concept, StoredConcept, Term } from '../../src/core/glossary/concept.ts';

let next = 0;

/** A concept with a number of its own. @param terms as "language/text/gender/status"; the last two may be left out */
export function concept(
  kind: Concept['kind'],
  terms: readonly string[],
  more: Partial<StoredConcept> = {},
): StoredConcept {
  next += 1;
  return {
    id: next,
    glossary: 1,
    kind,
    definition: '',
    note: '',
    terms: terms.map((line): Term => {
      const [language = '', text = '', gender = '', status = 'preferred'] = line.split('/');
      return {
        language,
        text,
        gender: gender as Term['gender'],
        status: status as Term['status'],
        partOfSpeech: '',
        note: '',
      };
    }),
    ...more,
  };
}
