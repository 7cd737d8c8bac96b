import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Store } from '../../store/open-store.ts';
import { indexSlice, isIndexing } from '../../store/search-index.ts';
import type { SearchIndex } from '../parts.ts';

/** @param patience how long a search waits, in ms; for ever if not given */
export function createSearchIndex(store: Store, patience?: number): SearchIndex {
  let work = Promise.resolve();
  let stopped = false;

  async function run(): Promise<void> {
    while (!stopped && (await isIndexing(store.db))) {
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
    isIndexing: () => isIndexing(store.db),
    async ready() {
      const done = complete();
      if (patience === undefined) return done;
      const over = new AbortController();
      const waited = setTimeout(patience, undefined, { signal: over.signal }).catch(() => {});
      await Promise.race([done, waited]).finally(() => over.abort());
      // Who has waited in vain does not hear if it fails; the next who searches does.
      done.catch(() => {});
    },
    start() {
      // The next search tries again and reports what is wrong.
      complete().catch(() => {});
    },
    async stop() {
      stopped = true;
      await work.catch(() => {});
    },
  };
}
