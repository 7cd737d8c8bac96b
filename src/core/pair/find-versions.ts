import { primarySubtag } from '../text/language-tag.ts';
import { candidateSearch, searchedHeap } from './candidates.ts';
import { compareKeys, type KeyShare } from './compare-keys.ts';
import type { DocumentFeatures } from './document-features.ts';
import { has } from './word-matcher.ts';

/** How much of the shorter text's facts, names and words the longer one has in a version of the same text. */
const MIN_SHARED = { facts: 0.85, names: 0.85, words: 0.88 };
/** A version is at least so much of the longest. */
const MIN_LENGTH = 0.45;
/** Lengths that differ by less say nothing of which is fuller. */
const SAME_LENGTH = 0.98;

/**
 * Finds texts that stand in a heap more than once: copied, or updated later.
 * @returns for each document the number of the fullest of its versions (of several the newest, then the first), its own where it is that
 */
export function findVersions(documents: readonly DocumentFeatures[]): number[] {
  const search = candidateSearch(searchedHeap(documents));
  const order = documents.map((_, i) => i).sort((i, j) => fuller(documents[i]!, documents[j]!) || i - j);
  const rank = new Map(order.map((i, at) => [i, at]));
  const fullest = documents.map((_, i) => i);
  for (const i of order) {
    const document = documents[i]!;
    const found = search(document, null).filter(
      (j) => rank.get(j)! < rank.get(i)! && fullest[j] === j && areVersions(document, documents[j]!),
    );
    if (found.length > 0) fullest[i] = found.reduce((best, j) => (rank.get(j)! < rank.get(best)! ? j : best));
  }
  return fullest;
}

function fuller(a: DocumentFeatures, b: DocumentFeatures): number {
  const isSame = Math.min(a.length, b.length) >= SAME_LENGTH * Math.max(a.length, b.length);
  return isSame ? b.published.localeCompare(a.published) : b.length - a.length;
}

/** Whether two documents of one language are the same text, one of them perhaps with more. */
export function areVersions(a: DocumentFeatures, b: DocumentFeatures): boolean {
  if (primarySubtag(a.language) !== primarySubtag(b.language)) return false;
  if (Math.min(a.length, b.length) < MIN_LENGTH * Math.max(a.length, b.length)) return false;
  const [few, many] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  let shared = 0;
  for (const word of few) if (has(many, word)) shared += 1;
  if (shared < MIN_SHARED.words * few.length) return false;
  const { facts, names } = compareKeys(a, b, () => 1);
  return share(facts) >= MIN_SHARED.facts && share(names) >= MIN_SHARED.names;
}

function share({ shared, a, b }: KeyShare): number {
  return Math.min(a, b) === 0 ? 1 : shared / Math.min(a, b);
}
