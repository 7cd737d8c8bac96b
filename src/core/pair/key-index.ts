import type { DocumentFeatures } from './document-features.ts';
import { hashOfTwo } from './key-hash.ts';

/** Which documents hold a key: all entries in one sorted list, so that a hundred thousand documents take some 100 MB. */
export interface KeyIndex {
  /** The numbers of the documents that hold a key; null where more than `most` do. */
  documentsWith(key: number, most: number): readonly number[] | null;
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
    documentsWith(key, most) {
      const first = firstFrom(key * MAX_DOCUMENTS);
      const past = (key + 1) * MAX_DOCUMENTS;
      if (entries[first + most] !== undefined && entries[first + most]! < past) return null;
      const found: number[] = [];
      for (let i = first; i < entries.length && entries[i]! < past; i++) found.push(entries[i]! - key * MAX_DOCUMENTS);
      return found;
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
