import type { DocumentFeatures } from './document-features.ts';
import { type KeyIndex, keyIndex, searchKeys } from './key-index.ts';
import type { WordMatcher } from './word-matcher.ts';

/** A heap of documents in which others are looked up. */
export interface SearchedHeap {
  readonly documents: readonly DocumentFeatures[];
  readonly keys: KeyIndex;
  readonly words: KeyIndex;
  readonly byStem: ReadonlyMap<string, number>;
  readonly byAddress: ReadonlyMap<string, number>;
}

export function searchedHeap(documents: readonly DocumentFeatures[]): SearchedHeap {
  return {
    documents,
    keys: keyIndex(documents, searchKeys),
    words: keyIndex(documents, ({ words }) => words),
    byStem: new Map(documents.flatMap(({ stem }, i) => (stem === '' ? [] : [[stem, i] as const]))),
    byAddress: new Map(documents.flatMap(({ address }, i) => (address === '' ? [] : [[address, i] as const]))),
  };
}

/** What more documents than this hold finds none of them; rarer things do. So a search takes as long in a large heap. */
const MAX_HOLDERS = 200;
/** Candidates that are compared. */
const MAX_CANDIDATES = 16;

/**
 * Makes a search for the documents of a heap that may be a document's counterparts, those that share most of what is rare
 * first. Its time does not grow with the heap but for rare things that become common.
 */
export function candidateSearch({ documents, keys, words, byStem, byAddress }: SearchedHeap) {
  const scores = new Float64Array(documents.length);
  /** @param known which words of this document's language translate which of the heap's; null for its own */
  return (document: DocumentFeatures, known: WordMatcher['forward'] | null): number[] => {
    const touched: number[] = [];
    const add = (weight: number) => (at: number, holders: number) => {
      if (scores[at] === 0) touched.push(at);
      scores[at]! += weight / Math.log2(1 + holders);
    };
    const [addKey, addWord] = [add(KEY_WEIGHT), add(1)];
    for (const key of searchKeys(document)) keys.visit(key, MAX_HOLDERS, addKey);
    for (const word of document.words)
      for (const other of known ? (known.get(word) ?? []) : [word]) words.visit(other, MAX_HOLDERS / 4, addWord);
    touched.sort((x, y) => scores[y]! - scores[x]! || x - y);
    for (const at of touched) scores[at] = 0;
    const named = [byStem.get(document.stem), ...document.versions.map((address) => byAddress.get(address))];
    return [...new Set([...named.filter((at) => at !== undefined), ...touched.slice(0, MAX_CANDIDATES)])];
  };
}

/** How much more a shared key says than a word. */
const KEY_WEIGHT = 3;
