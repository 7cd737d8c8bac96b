import type { Message } from '../../../core/message.ts';
import { findVersions } from '../../../core/pair/find-versions.ts';
import { type DocumentPair, pairDocuments } from '../../../core/pair/pair-documents.ts';
import { wordMatchers } from '../../../core/pair/word-matcher.ts';
import type { Languages } from '../../desk.ts';
import { createPool } from '../../jobs/pool.ts';
import { judgedPairs } from './judge-pairs.ts';
import { type Heap, type ReadHeap, readHeap } from './read-heap.ts';

/** A document with the other versions of it that its heap holds. */
export interface PairedDocument {
  readonly path: string;
  readonly language: string;
  readonly versions: readonly string[];
}

/** Two documents that translate each other, surely or perhaps. */
export interface HeapPair extends Pick<DocumentPair, 'likeness' | 'state' | 'reasons'> {
  readonly a: PairedDocument;
  readonly b: PairedDocument;
}

/** What has been found in two heaps. */
export interface PairedHeaps {
  /** The sure ones first, the likeliest first. */
  readonly pairs: readonly HeapPair[];
  /** What has no counterpart. */
  readonly alone: Readonly<Record<'a' | 'b', readonly PairedDocument[]>>;
  /** What could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly problem: Message }[];
}

/** What is being done, and how much of it. */
export type HeapProgress = (step: 'reading' | 'comparing' | 'aligning', done: number, all: number) => void;

/**
 * Finds which documents of two heaps translate each other. Files are read in threads, and of each only what it is compared by
 * is kept; those few of which that leaves doubts are read again and aligned.
 */
export async function pairHeaps(
  heaps: { readonly a: Heap; readonly b: Heap },
  languages: Languages,
  onProgress: HeapProgress = () => {},
): Promise<PairedHeaps> {
  const { packs, seeds } = languages;
  const pool = createPool({ workerFile: new URL('../../job-worker.js', import.meta.url), database: ':memory:' });
  try {
    const all = heaps.a.paths.length + heaps.b.paths.length;
    const a = await readHeap(heaps.a, pool, packs, (done) => onProgress('reading', done, all));
    const b = await readHeap(heaps.b, pool, packs, (done) => onProgress('reading', heaps.a.paths.length + done, all));
    const sides = { a: withoutVersions(a), b: withoutVersions(b) };
    const found = pairDocuments(sides.a.features, sides.b.features, {
      wordsFor: wordMatchers((from, to) => seeds(packs(from), packs(to))),
      onProgress: (share) =>
        onProgress('comparing', Math.round(share * sides.a.features.length), sides.a.features.length),
    });
    const pairs = found.map(
      ({ a: i, b: j, likeness, state, reasons }): HeapPair => ({
        a: sides.a.documents[i]!,
        b: sides.b.documents[j]!,
        likeness,
        state,
        reasons,
      }),
    );
    const judged = await judgedPairs(pairs, heaps, languages, (done, count) => onProgress('aligning', done, count));
    const paired = new Set(judged.flatMap((pair) => [pair.a, pair.b]));
    return {
      pairs: judged.toSorted(
        (x, y) => Number(x.state !== 'sure') - Number(y.state !== 'sure') || y.likeness - x.likeness,
      ),
      alone: {
        a: sides.a.documents.filter((document) => !paired.has(document)),
        b: sides.b.documents.filter((document) => !paired.has(document)),
      },
      unread: [...a.unread, ...b.unread],
    };
  } finally {
    await pool.close();
  }
}

/** The fullest of each text with the names of its other versions. */
function withoutVersions({ paths, features }: ReadHeap) {
  const fullest = findVersions(features);
  const others = new Map<number, string[]>();
  fullest.forEach((best, i) => {
    if (best !== i) others.set(best, [...(others.get(best) ?? []), paths[i]!]);
  });
  const kept = features.map((_, i) => i).filter((i) => fullest[i] === i);
  return {
    features: kept.map((i) => features[i]!),
    documents: kept.map(
      (i): PairedDocument => ({ path: paths[i]!, language: features[i]!.language, versions: others.get(i) ?? [] }),
    ),
  };
}
