import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/open-store.ts';
import { indexSlice, isIndexBehind } from '../store/search-index.ts';

/** The full-text index, which long imports leave behind so that they are stored sooner. */
export interface SearchIndex {
  /** Whether a search would have to wait. */
  isBehind(): Promise<boolean>;
  /** Resolves when all that is stored can be found; works on it, others getting their turn in between. */
  complete(): Promise<void>;
  /** Begins with it while nobody waits. */
  start(): void;
  /** Leaves off after what is being written; the rest is done another time. */
  stop(): Promise<void>;
}

export function createSearchIndex(store: Store): SearchIndex {
  let work = Promise.resolve();
  let stopped = false;

  async function run(): Promise<void> {
    while (!stopped && (await isIndexBehind(store.db))) {
      await indexSlice(store);
      await setImmediate();
    }
  }

  function complete(): Promise<void> {
    // What one caller could not do the next tries again.
    work = work.catch(() => {}).then(run);
    return work;
  }

  return {
    isBehind: () => isIndexBehind(store.db),
    complete,
    start() {
      // Whoever searches tries again and is told what is wrong.
      complete().catch(() => {});
    },
    async stop() {
      stopped = true;
      await work.catch(() => {});
    },
  };
}
