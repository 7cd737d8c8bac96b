import type { Concept, FileConcept, Relation, StoredConcept } from './concept.ts';

/** Concepts of a file with numbers for keys, from 1; relations that lead nowhere are left out. */
export function numbered(concepts: readonly FileConcept[]): StoredConcept[] {
  const numbers = new Map(concepts.map(({ key }, i) => [key, i + 1]));
  return concepts.map(({ key: _key, relations = [], ...concept }, i) => {
    const own = relations.flatMap(({ to, ...relation }): Relation[] => {
      const number = numbers.get(to);
      return number === undefined ? [] : [{ ...relation, to: number }];
    });
    return { ...concept, id: i + 1, glossary: 0, ...(own.length > 0 && { relations: own }) };
  });
}

/** A stored concept as a file has it: its number is its key. */
export function keyed({ id, glossary: _glossary, relations, ...concept }: StoredConcept): FileConcept {
  return {
    ...(concept as Omit<Concept<string>, 'relations'>),
    key: String(id),
    ...(relations && { relations: relations.map((relation) => ({ ...relation, to: String(relation.to) })) }),
  };
}
