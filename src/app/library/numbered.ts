import { articlesAfter, bitextsAfter, conceptsAfter } from '../../store/api/lists.ts';
import type { App } from '../app.ts';

type Stored = Pick<App, 'store'>;

/** Numbers of bitexts, in order, from one on: lists that stay the same while others are added. */
export function nextBitexts({ store }: Stored, wanted: Parameters<typeof bitextsAfter>[1]): Promise<number[]> {
  return bitextsAfter(store.db, wanted);
}

export function nextArticles({ store }: Stored, wanted: Parameters<typeof articlesAfter>[1]): Promise<number[]> {
  return articlesAfter(store.db, wanted);
}

export function nextConcepts({ store }: Stored, wanted: Parameters<typeof conceptsAfter>[1]): Promise<number[]> {
  return conceptsAfter(store.db, wanted);
}
