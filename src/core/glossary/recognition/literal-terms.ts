import { oneOf } from '../../text/literal-pattern.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import type { AnyConcept, Term } from '../concept.ts';
import type { TermHit } from '../hits.ts';

/** Signs that are a part of a name: C++, AT&T, Yahoo!. */
const SIGNS = /[+#&!@$%*=/]/u;

export function hasSigns(text: string): boolean {
  return SIGNS.test(text);
}

interface LiteralEntry<C> {
  readonly term: Term;
  readonly concept: C;
}

/** Finds terms that have signs, as they are written. */
export function literalTerms<C extends AnyConcept>() {
  const entries = new Map<string, LiteralEntry<C>>();
  let pattern: RegExp | null = null;
  return {
    add(text: string, entry: LiteralEntry<C>): void {
      entries.set(text, entries.get(text) ?? entry);
      pattern = null;
    },
    find(text: string): TermHit<C>[] {
      if (entries.size === 0 || !SIGNS.test(text)) return [];
      pattern ??= new RegExp(
        // Where no spaces are written, a term may stand between letters.
        `(?:(?<![\\p{L}\\p{N}])|(?<=[${UNSPACED_LETTERS}]))${oneOf([...entries.keys()])}(?:(?![\\p{L}\\p{N}+#])|(?=[${UNSPACED_LETTERS}]))`,
        'gu',
      );
      return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
        ...entries.get(found)!,
      }));
    },
  };
}

/** Hits in order; what has signs goes before what is within it. */
export function withLiteral<C extends AnyConcept>(
  hits: readonly TermHit<C>[],
  literal: readonly TermHit<C>[],
): TermHit<C>[] {
  if (literal.length === 0) return [...hits];
  const free = hits.filter(({ start, end }) => !literal.some((one) => one.start < end && one.end > start));
  return [...free, ...literal].sort((a, b) => a.start - b.start);
}
