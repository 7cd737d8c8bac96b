import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { type LibraryEntry, listLibrary } from '../../store/library.ts';
import { work } from '../jobs/work.ts';

/** Words to look for in titles and texts, and whether in the archive. */
interface LibrarySearch {
  readonly search: string;
  readonly archived: boolean;
}

/** The bitexts of the library, or of its archive, in which words stand: a common one stands in every segment of a long memory. */
export const searchLibrary = work<LibrarySearch, readonly LibraryEntry[]>(
  'search the library',
  { room: 'page' },
  ({ store }, query) => listLibrary(store.db, { ...query, doubtBelow: DOUBTFUL_BELOW }),
);
