import type { Candidate } from '../../core/glossary/candidates.ts';
import type { Concept, StoredConcept } from '../../core/glossary/concept.ts';
import { sameName } from '../../core/glossary/names.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';

/** A concept that has both of a pair's terms, else one that has one of them, or the same name. */
export function nearestConcept(
  concepts: readonly StoredConcept[],
  { kind, source, target }: Pick<Candidate, 'kind' | 'source' | 'target'>,
  { from, to }: { readonly from: string; readonly to: string },
  packs: PackFor,
): StoredConcept | null {
  const alike = concepts.filter((concept) => hasTerm(concept, source, from) || hasTerm(concept, target, to));
  const same = alike.find((concept) => hasTerm(concept, source, from) && hasTerm(concept, target, to)) ?? alike[0];
  if (same || kind !== 'person') return same ?? null;
  return (
    concepts.find(
      (concept) =>
        concept.kind === 'person' &&
        concept.terms.some((term) => sameName(term.text, packs(term.language), source, packs(from)) > 0.9),
    ) ?? null
  );
}

export function hasTerm({ terms }: Concept, text: string, language: string): boolean {
  const folded = text.toLowerCase();
  return terms.some((term) => sameLanguage(term.language, language) && term.text.toLowerCase() === folded);
}
