import type { FetchedPage, PageFetcher } from '../../parts.ts';

/** How long a page is kept, in ms: from when a person is shown what it is until the form is sent. */
const KEPT_MS = 5 * 60_000;
/** Bytes of the pages that are kept, at most. */
const MAX_KEPT_BYTES = 20 * 1024 * 1024;

/** Keeps pages for some minutes, so that one that is shown first and stored then is asked for once. */
export function withRecentPages(fetcher: PageFetcher, now: () => number): PageFetcher {
  const kept = new Map<string, { readonly page: FetchedPage; readonly until: number }>();
  return {
    async fetch(address, signal, wanted = 'page') {
      if (wanted !== 'page') return fetcher.fetch(address, signal, wanted);
      const found = kept.get(address);
      if (found && found.until > now()) return found.page;
      kept.delete(address);
      const page = await fetcher.fetch(address, signal);
      kept.set(address, { page, until: now() + KEPT_MS });
      let bytes = [...kept.values()].reduce((sum, one) => sum + one.page.bytes.length, 0);
      for (const [key, one] of kept) {
        if (bytes <= MAX_KEPT_BYTES && one.until > now()) break;
        kept.delete(key);
        bytes -= one.page.bytes.length;
      }
      return page;
    },
  };
}
