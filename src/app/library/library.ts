import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { Problem } from '../../core/problem.ts';
import { setArchived, setState, setTitle } from '../../store/bitexts.ts';
import { nextToReview } from '../../store/library/next-to-review.ts';
import { countLibrary, type LibraryEntry, listLibrary } from '../../store/library.ts';
import { trashDays } from '../../store/trash/retention.ts';
import { type App, headOf } from '../app.ts';
import { type InterruptedImport, interruptedImports } from '../import/import-journal.ts';
import type { BackupState } from '../upkeep.ts';
import { requireUnlocked } from '../workflow/lock.ts';
import { searchLibrary } from './search-library.ts';

/** What the library page shows. */
export interface Library {
  readonly entries: readonly LibraryEntry[];
  /** All bitexts outside and inside the archive, whatever was searched for. */
  readonly counts: { readonly active: number; readonly archived: number };
  /** Interrupted imports that have not been reported yet. */
  readonly broken: readonly InterruptedImport[];
  /** What is wrong with the file of the database, in SQLite's words; null where nothing was found. */
  readonly damage: string | null;
  /** When a copy that is made by the clock failed, and why; null where the last one did not. */
  readonly backupFailure: BackupState['failure'];
  /** How long what is deleted lies in the trash, in days. */
  readonly trashDays: number;
}

interface LibraryRequest {
  readonly search?: string;
  readonly archived?: boolean;
  /** Ends the search. */
  readonly signal?: AbortSignal;
}

/** The library, or its archive; `search` looks in titles and texts. */
export async function openLibrary(
  app: App,
  { search = '', archived = false, signal }: LibraryRequest,
): Promise<Library> {
  const words = search.trim();
  if (words) await app.searchIndex.ready();
  const query = { search: words, archived };
  const entries = words
    ? await app.pool.run(searchLibrary, query, { signal })
    : await listLibrary(app.store.db, { ...query, doubtBelow: DOUBTFUL_BELOW });
  const counts = await countLibrary(app.store.db);
  return {
    entries,
    counts,
    broken: await interruptedImports(app),
    damage: app.damage.found(),
    backupFailure: app.backups?.state().failure ?? null,
    trashDays: await trashDays(app.store.db),
  };
}

/** The bitext to go to when one is reviewed; null where no other waits. */
export function bitextToReviewNext(app: App, id: number): Promise<number | null> {
  return nextToReview(app.store.db, id);
}

/** Puts a bitext away; it can be taken back. */
export async function archiveBitext(app: App, id: number): Promise<void> {
  await headOf(app, id);
  await setArchived(app.store.db, id, app.now());
}

export async function restoreBitext(app: App, id: number): Promise<void> {
  await headOf(app, id);
  await setArchived(app.store.db, id, null);
}

/** Stops the alignment of a bitext; it can be tried again. */
export async function cancelAlignment(app: App, id: number): Promise<void> {
  await headOf(app, id);
  await app.queue.cancel(id);
}

/**
 * Aligns a bitext whose alignment has failed or was cancelled.
 * @throws Problem `bad-request` where it has not
 */
export async function alignAgain(app: App, id: number): Promise<void> {
  const { state } = await headOf(app, id);
  if (state !== 'failed') throw new Problem('bad-request', 'Only an alignment that has failed can be tried again.');
  await setState(app.store.db, id, { state: 'queued', progress: 0 });
  app.queue.add(id);
}

/** Gives a bitext another title. */
export async function renameBitext(app: App, id: number, title: string): Promise<void> {
  await headOf(app, id);
  const clean = title.trim();
  if (!clean) throw new Problem('bad-request', 'A bitext needs a title.');
  await requireUnlocked(app.store.db, id);
  await setTitle(app.store.db, id, clean, app.now());
}
