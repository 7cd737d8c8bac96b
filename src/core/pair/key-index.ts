import type { DocumentFeatures } from './document-features.ts';
import { hashOfTwo } from './key-hash.ts';

/** Which documents hold a key: all entries in one sorted list, so that a hundred thousand documents take some 100 MB. */
export interface KeyIndex {
  /** Calls back with each document that holds a key, and how many do; not at all where more than `most` do. */
  visit(key: number, most: number, found: (at: number, holders: number) => void): void;
  /** How many documents hold a key. */
  count(key: number): number;
}

/** Documents that an index can number: a key and a number together are exact in a double. */
const MAX_DOCUMENTS = 2 ** 21;

/** An index of documents by what `keysOf` gives of each. */
export function keyIndex(
  documents: readonly DocumentFeatures[],
  keysOf: (document: DocumentFeatures) => Iterable<number>,
): KeyIndex {
  if (documents.length > MAX_DOCUMENTS) throw new RangeError(`More than ${MAX_DOCUMENTS} documents.`);
  let entries = new Float64Array(1024);
  let size = 0;
  documents.forEach((document, at) => {
    for (const key of keysOf(document)) {
      if (size === entries.length) {
        const larger = new Float64Array(size * 2);
        larger.set(entries);
        entries = larger;
      }
      entries[size++] = key * MAX_DOCUMENTS + at;
    }
  });
  entries = entries.slice(0, size).sort();
  const firstFrom = (value: number): number => {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (entries[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    visit(key, most, found) {
      const from = key * MAX_DOCUMENTS;
      const first = firstFrom(from);
      let past = first;
      while (past < entries.length && entries[past]! < from + MAX_DOCUMENTS) if (++past - first > most) return;
      for (let i = first; i < past; i++) found(entries[i]! - from, past - first);
    },
    count: (key) => firstFrom((key + 1) * MAX_DOCUMENTS) - firstFrom(key * MAX_DOCUMENTS),
  };
}

/** A document's keys as it is found by: each, what it is rounded, and each with the next two, which together are rare however large the heap. */
export function* searchKeys({ keys, rounded }: DocumentFeatures): Generator<number> {
  for (let i = 0; i < keys.length; i++) {
    yield keys[i]!;
    if (rounded[i]) yield rounded[i]!;
    if (i + 1 < keys.length) yield hashOfTwo(keys[i]!, keys[i + 1]!);
    if (i + 2 < keys.length) yield hashOfTwo(keys[i]!, keys[i + 2]!);
  }
}
