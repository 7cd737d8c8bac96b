import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { alignPairs } from '../../align/align-pair.ts';
import type { Languages } from '../../desk.ts';
import { intakeTools } from '../packs.ts';
import { readPair } from '../read-pair.ts';
import type { HeapPair } from './pair-heaps.ts';
import type { Heap } from './read-heap.ts';

/** Sure pairs from this likeness on need no alignment. */
const CLEAR = 0.97;
/** A pair that suits itself less (`Alignment.parallelism`) is not sure. */
const MIN_PARALLELISM = 0.4;

/**
 * Aligns the sure pairs that are near the threshold: one whose sentences do not find each other becomes doubtful. That
 * its sentences do makes no doubtful one sure, since so do those of two stories on one event where they quote the same words.
 */
export async function judgedPairs(
  pairs: readonly HeapPair[],
  heaps: { readonly a: Heap; readonly b: Heap },
  languages: Languages,
  onProgress: (done: number, all: number) => void,
): Promise<HeapPair[]> {
  const near = pairs.filter(({ state, likeness }) => state === 'sure' && likeness < CLEAR);
  const judged = new Map<HeapPair, HeapPair>();
  for (const [i, pair] of near.entries()) {
    onProgress(i, near.length);
    const parallelism = await parallelismOf(pair, heaps, languages);
    if (parallelism !== null && parallelism < MIN_PARALLELISM)
      judged.set(pair, { ...pair, state: 'doubtful', reasons: [...pair.reasons, unlike(parallelism)] });
  }
  return pairs.map((pair) => judged.get(pair) ?? pair);
}

function unlike(parallelism: number) {
  return msg('only {share} of the sentences find each other', { share: { percent: parallelism } });
}

/** How far the sentences of a pair translate each other; null where that cannot be told. */
async function parallelismOf(
  { a, b }: HeapPair,
  heaps: { readonly a: Heap; readonly b: Heap },
  languages: Languages,
): Promise<number | null> {
  const input = async (heap: Heap, { path, language }: HeapPair['a']) => ({
    bytes: await heap.read(path),
    name: path.split('/').at(-1)!,
    language,
  });
  try {
    const files = { source: await input(heaps.a, a), target: await input(heaps.b, b) };
    const [aligned] = alignPairs([await readPair({ ...files, segmented: false }, languages, intakeTools())], languages);
    return aligned?.parallelism ?? null;
  } catch (error) {
    if (error instanceof Problem && error.code !== 'internal') return null;
    throw error;
  }
}
