import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { AnyConcept, Term } from '../concept.ts';
import type { TermHit } from '../hits.ts';
import { shortKeys } from '../short-names.ts';
import type { Word } from '../words/words.ts';

/** Finds people by the surname behind a form of address: "Mr. Lavrov", where the glossary has one person of that name. */
export function courtesyNames<C extends AnyConcept>(pack: LanguagePack) {
  const courtesy = courtesyOf(pack);
  const longest = Math.max(0, ...[...courtesy].map((word) => word.length));
  const names = new Map<string, { readonly concept: C; readonly term: Term } | null>();
  return {
    add(term: Term, concept: C): void {
      if (concept.kind !== 'person' || courtesy.size === 0) return;
      for (const key of shortKeys(term, pack)) {
        const known = names.get(key);
        names.set(key, known === undefined || known?.concept === concept ? { concept, term } : null);
      }
    },
    /** @param hits of the text, which go before */
    find(hits: TermHit<C>[], words: readonly Word[], text: string): TermHit<C>[] {
      if (names.size === 0) return hits;
      const found = words.flatMap((word, at): TermHit<C>[] => {
        const before = words[at - 1];
        if (!before || before.raw.length > longest || !courtesy.has(before.raw.toLowerCase())) return [];
        if (!word.capital) return [];
        if (!/^\.?[\s\u00a0]+$/u.test(text.slice(before.end, word.start))) return [];
        if (hits.some((hit) => word.start < hit.end && word.end > hit.start)) return [];
        const known = [...word.keys].map((key) => names.get(key)).find(Boolean);
        if (!known || isFollowed(words, at, text, pack)) return [];
        return [{ ...known, start: word.start, end: word.end, short: true }];
      });
      return found.length > 0 ? [...hits, ...found].sort((a, b) => a.start - b.start) : hits;
    },
  };
}

const courtesyOf = onceFor(({ heads }: LanguagePack): ReadonlySet<string> => heads?.courtesy ?? new Set());

/** Whether another name stands behind, so that the word is a forename or a part of another surname. */
function isFollowed(words: readonly Word[], at: number, text: string, { grammar }: LanguagePack): boolean {
  const next = words[at + 1];
  if (!next || grammar?.nounsInCapitals || !/^\p{Lu}/u.test(next.raw)) return false;
  return /^[\s\u00a0-]+$/u.test(text.slice(words[at]!.end, next.start));
}
