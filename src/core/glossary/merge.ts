import type { Concept, Relation, StoredConcept, Term } from './concept.ts';

/** One concept of several that are the same: terms once each, words kept, relations once each. */
export function mergedConcept(into: StoredConcept, others: readonly StoredConcept[]): StoredConcept {
  const own = new Set([into, ...others].map(({ id }) => id));
  const all = [into, ...others];
  const terms = new Map<string, Term>();
  for (const term of all.flatMap((concept) => concept.terms)) {
    const key = `${term.language.toLowerCase()} ${term.text}`;
    const known = terms.get(key);
    terms.set(key, known ? joined(known, term) : term);
  }
  const relations = new Map<string, Relation>();
  for (const relation of all.flatMap((concept) => concept.relations ?? [])) {
    // What related the merged ones to each other relates nothing now.
    if (!own.has(relation.to)) relations.set(JSON.stringify(relation), relation);
  }
  const text = (of: (concept: Concept) => string | undefined) =>
    [...new Set(all.map(of).filter((value) => value))].join('\n');
  const source = text((concept) => concept.source);
  const { relations: _own, ...rest } = into;
  return {
    ...rest,
    definition: into.definition || (all.find(({ definition }) => definition)?.definition ?? ''),
    note: text((concept) => concept.note),
    terms: [...terms.values()],
    ...(source && { source }),
    ...(all.some(({ ids }) => ids) && { ids: Object.assign({}, ...all.toReversed().map(({ ids }) => ids ?? {})) }),
    ...(relations.size > 0 && { relations: [...relations.values()] }),
  };
}

/** A term that two concepts have: what one of them leaves out the other says. */
function joined(first: Term, second: Term): Term {
  const forms = [...new Set([...(first.forms ?? []), ...(second.forms ?? [])])];
  return {
    ...second,
    ...first,
    partOfSpeech: first.partOfSpeech || second.partOfSpeech,
    gender: first.gender || second.gender,
    note: [...new Set([first.note, second.note].filter(Boolean))].join('\n'),
    ...(forms.length > 0 && { forms }),
  };
}

/** Relations that lead to a concept by other numbers lead to one. */
export function redirectRelations(concept: StoredConcept, from: ReadonlySet<number>, to: number | null): StoredConcept {
  const relations = (concept.relations ?? []).flatMap((relation) => {
    if (!from.has(relation.to)) return [relation];
    return to === null ? [] : [{ ...relation, to }];
  });
  const once = [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()];
  const { relations: _own, ...rest } = concept;
  return { ...rest, ...(once.length > 0 && { relations: once }) };
}
