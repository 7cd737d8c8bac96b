import { msg } from '../../../core/message.ts';
import { type FeedEntry, readFeed } from '../../../intake/feeds/read-feed.ts';
import { fileRefusals } from '../../jobs/file-refusals.ts';
import { work } from '../../jobs/work.ts';

/** A feed as it was fetched. */
interface FetchedFeed {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly address: string;
  readonly charset: string | undefined;
}

/** Reads a feed beside the server's thread. */
export const readFetchedFeed = work<FetchedFeed, FeedEntry[]>(
  'read a feed',
  {
    room: 'reading',
    ...fileRefusals({
      refused: msg('Look at the feed in a browser.'),
      broken: msg('Look at the feed in a browser.'),
    }),
  },
  async (_desk, { bytes, name, address, charset }) => readFeed(bytes, name, address, charset),
);
