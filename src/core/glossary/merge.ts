import type { Concept, Relation, StoredConcept, Term } from './concept.ts';

/** One concept of several that are the same: terms once each, words kept, relations once each. */
export function mergedConcept(into: StoredConcept, others: readonly StoredConcept[]): StoredConcept {
  const own = new Set([into, ...others].map(({ id }) => id));
  const all = [into, ...others];
  const terms: Term[] = [];
  for (const term of all.flatMap((concept) => concept.terms)) {
    const at = terms.findIndex((one) => isSameTerm(one, term));
    if (at < 0) terms.push(term);
    else terms[at] = joined(terms[at]!, term);
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
    definition: text((concept) => concept.definition),
    note: text((concept) => concept.note),
    terms,
    ...(source && { source }),
    ...(all.some(({ ids }) => ids) && { ids: Object.assign({}, ...all.toReversed().map(({ ids }) => ids ?? {})) }),
    ...(relations.size > 0 && { relations: [...relations.values()] }),
  };
}

/** What of merged concepts the one that they become does not say: a field that has room for one value, or how a term is used. */
export interface MergeLoss {
  readonly field: 'kind' | 'subjectField' | 'image' | 'owner' | 'status';
  /** The term whose status it is; empty for a field of the concept. */
  readonly term: string;
  readonly lost: string;
  readonly kept: string;
}

export function mergeLosses(into: StoredConcept, others: readonly StoredConcept[]): MergeLoss[] {
  const fields = (['kind', 'subjectField', 'image', 'owner'] as const).flatMap((field) =>
    others.flatMap(({ [field]: lost = '' }): MergeLoss[] => {
      const kept = into[field] ?? '';
      return lost && lost !== kept ? [{ field, term: '', lost, kept }] : [];
    }),
  );
  const { terms } = mergedConcept(into, others);
  const statuses = others
    .flatMap((concept) => concept.terms)
    .flatMap((term): MergeLoss[] => {
      const kept = terms.find((one) => isSameTerm(one, term))?.status ?? '';
      return kept === term.status ? [] : [{ field: 'status', term: term.text, lost: term.status, kept }];
    });
  return [...new Map([...fields, ...statuses].map((loss) => [JSON.stringify(loss), loss])).values()];
}

/** Whether two terms are one; a word of two genders is two: a spokesman's and a spokeswoman's "porte-parole". */
function isSameTerm(a: Term, b: Term): boolean {
  const isSame = a.text === b.text && a.language.toLowerCase() === b.language.toLowerCase();
  return isSame && (a.gender === b.gender || a.gender === '' || b.gender === '');
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
    const { of, ...rest } = relation;
    const own = of === undefined ? {} : from.has(of) ? to !== null && { of: to } : { of };
    if (!from.has(relation.to)) return [{ ...rest, ...own }];
    return to === null ? [] : [{ ...rest, ...own, to }];
  });
  const once = [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()];
  const { relations: _own, ...rest } = concept;
  return { ...rest, ...(once.length > 0 && { relations: once }) };
}
