import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { Problem } from '../../core/problem.ts';
import { setArchived, setState, setTitle } from '../../store/bitexts.ts';
import { nextToReview } from '../../store/library/next-to-review.ts';
import { countLibrary, type LibraryEntry, listLibrary } from '../../store/library.ts';
import { type App, headOf } from '../app.ts';
import { type InterruptedImport, interruptedImports } from '../import/import-journal.ts';
import type { BackupState } from '../upkeep.ts';
import { requireUnlocked } from '../workflow/lock.ts';
import { keepDeleted, RETENTION } from './keep-deleted.ts';
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
  /** Where a copy of what is deleted is kept, and for how long; null where none is. */
  readonly kept: { readonly folder: string; readonly days: number } | null;
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
  const kept = app.copies === null ? null : { folder: app.copies, days: RETENTION.days };
  return {
    entries,
    counts,
    broken: await interruptedImports(app),
    damage: app.damage.found(),
    backupFailure: app.backups?.state().failure ?? null,
    kept,
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

/**
 * Deletes an archived bitext permanently, with the articles that no other bitext uses. A copy is kept for some weeks. Nobody sees it
 * any more then; `cleared` resolves when its rows are gone, of which a long one has many.
 * @throws Problem `bad-request` where it is not in the archive, `conflict` where it is locked
 */
export async function deleteForGood(app: App, id: number): Promise<{ readonly cleared: Promise<void> }> {
  const head = await headOf(app, id);
  if (!head.archivedAt) {
    throw new Problem(
      'bad-request',
      'Only bitexts in the archive can be deleted permanently.',
      '',
      'Archive it first.',
    );
  }
  await requireUnlocked(app.store.db, id);
  await keepDeleted(app, id);
  return app.staging.remove(id);
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
