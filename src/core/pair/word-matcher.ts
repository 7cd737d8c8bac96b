import type { Lexicon } from '../align/model/lexicon.ts';
import { hashOf } from './key-hash.ts';

/** Which words of one language translate which of another, by their hashes, in both directions. */
export interface WordMatcher {
  readonly forward: ReadonlyMap<number, readonly number[]>;
  readonly backward: ReadonlyMap<number, readonly number[]>;
}

export function wordMatcher(lexicon: Lexicon): WordMatcher {
  const forward = new Map<number, number[]>();
  const backward = new Map<number, number[]>();
  for (const [source, row] of lexicon)
    for (const target of row.keys()) {
      const [from, to] = [hashOf(source), hashOf(target)];
      push(forward, from, to);
      push(backward, to, from);
    }
  return { forward, backward };
}

/** The matcher of each pair of languages, made when it is first asked for. */
export function wordMatchers(
  lexiconFor: (from: string, to: string) => Lexicon,
): (from: string, to: string) => WordMatcher {
  const known = new Map<string, WordMatcher>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const matcher = known.get(key) ?? wordMatcher(lexiconFor(from, to));
    known.set(key, matcher);
    return matcher;
  };
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What of one document's words the other has a translation of; a word that nothing is known of counts where it stands there as it is. */
export function matchedWords(
  words: Uint32Array,
  others: Uint32Array,
  known: WordMatcher['forward'],
  weightOf: (word: number) => number,
): { readonly shared: number; readonly all: number } {
  let [shared, all] = [0, 0];
  for (const word of words) {
    const translations = known.get(word);
    const isFound = has(others, word) || (translations?.some((other) => has(others, other)) ?? false);
    if (!translations && !isFound) continue;
    const weight = weightOf(word);
    all += weight;
    if (isFound) shared += weight;
  }
  return { shared, all };
}

/** Whether a value is in an ascending list. */
export function has(list: Uint32Array, value: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return list[low] === value;
}
