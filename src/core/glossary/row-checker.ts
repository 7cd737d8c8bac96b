import { type Row, SIDES, type Side } from '../bitext/bitext.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { type CheckedRow, type CheckedSide, checkTerms } from './check.ts';
import type { AnyConcept } from './concept.ts';
import type { TermHit } from './hits.ts';
import { growingMatcher } from './matching.ts';
import { shortKeys } from './short-names.ts';

/** Makes a function that finds and checks the terms of rows in two languages. */
export function rowChecker<C extends AnyConcept>(
  concepts: readonly C[],
  packs: Readonly<Record<Side, LanguagePack>>,
): GrowingChecker<C>['check'] {
  const checker = growingChecker<C>(packs);
  for (const concept of concepts) checker.add(concept);
  return checker.check;
}

/** A checker that concepts are added to one after another, as to a matcher. */
export interface GrowingChecker<C extends AnyConcept> {
  add(concept: C): void;
  /** @param people who are named in full elsewhere in the article, on either side */
  readonly check: (row: Row, people?: readonly C[]) => CheckedRow<C>;
}

/** Texts of a side of which is kept what stands in them, and their greatest length: what many read is read again and again. */
const MAX_KNOWN_TEXTS = 15_000;
const MAX_KNOWN_LENGTH = 2000;

export function growingChecker<C extends AnyConcept>(packs: Readonly<Record<Side, LanguagePack>>): GrowingChecker<C> {
  const matcher = (side: Side) => growingMatcher<C>(packs[side], { markedPosts: true });
  const matchers = { source: matcher('source'), target: matcher('target') };
  const known = { source: new Map<string, TermHit<C>[]>(), target: new Map<string, TermHit<C>[]>() };
  /** By which names people are called alone in the target's language. */
  const surnames = new Set<string>();
  const hitsIn = (side: Side, text: string, people: readonly C[] = []) => {
    if (people.length > 0 || text.length > MAX_KNOWN_LENGTH) return matchers[side].find(text, people);
    let hits = known[side].get(text);
    if (!hits) {
      hits = matchers[side].find(text);
      if (known[side].size >= MAX_KNOWN_TEXTS) known[side].clear();
      known[side].set(text, hits);
    }
    return hits;
  };
  return {
    add(concept) {
      if (concept.kind === 'person') {
        for (const term of concept.terms) {
          if (sameLanguage(term.language, packs.target.language))
            for (const key of shortKeys(term, packs.target)) surnames.add(key);
        }
      }
      for (const side of SIDES) {
        matchers[side].add(concept);
        known[side].clear();
      }
    },
    check({ segments }, people) {
      const hits = new Map<number, TermHit<C>[]>();
      const side = (name: Side): CheckedSide<C> => ({
        pack: packs[name],
        texts: segments[name].map(({ id, text }) => {
          const found = hitsIn(name, text, people);
          hits.set(id, found);
          return { text, hits: found };
        }),
      });
      return { findings: checkTerms(side('source'), side('target'), surnames), hits };
    },
  };
}
