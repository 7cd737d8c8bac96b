import type { Concept, FileConcept, Relation, StoredConcept } from './concept.ts';

/** Concepts of a file with numbers for keys, from 1; relations that lead nowhere are left out. */
export function numbered(concepts: readonly FileConcept[]): StoredConcept[] {
  const numbers = new Map(concepts.map(({ key }, i) => [key, i + 1]));
  return concepts.map(({ key: _key, relations = [], ...concept }, i) => {
    const own = relations.flatMap(({ to, of, ...relation }): Relation[] => {
      const [number, place] = [numbers.get(to), of === undefined ? undefined : numbers.get(of)];
      return number === undefined ? [] : [{ ...relation, to: number, ...(place !== undefined && { of: place }) }];
    });
    return { ...concept, id: i + 1, glossary: 0, ...(own.length > 0 && { relations: own }) };
  });
}

/** A stored concept as a file has it: its number is its key. */
export function keyed({ id, glossary: _glossary, relations, ...concept }: StoredConcept): FileConcept {
  return {
    ...(concept as Omit<Concept<string>, 'relations'>),
    key: String(id),
    ...(relations && {
      relations: relations.map(({ to, of, ...relation }) => ({
        ...relation,
        to: String(to),
        ...(of !== undefined && { of: String(of) }),
      })),
    }),
  };
}
