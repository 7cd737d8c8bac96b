import {
  deleteJournaledImport,
  deleteJournaledJob,
  enterImport,
  type JournalRow,
  journal,
  noteStopped,
  noteStored,
} from '../../store/import-journal.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { isRunning } from '../jobs/is-running.ts';

/** An import that was interrupted: by a kill or a crash, or because its page was closed. */
export type InterruptedImport = Pick<JournalRow, 'id' | 'name' | 'begunAt' | 'total' | 'stored'>;

export interface JournaledImport {
  readonly name: string;
  /** The name by which a page asks for it. */
  readonly job?: string | undefined;
  /** How many things are stored one after another; none where all is stored at once. */
  readonly total?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What an import tells the journal. */
export interface JournalEntry {
  /** In the transaction that stores it, so that it is never reported as interrupted once it is stored. */
  ends(tx: Db): Promise<void>;
  /** How many things are stored. */
  has(stored: number): Promise<void>;
}

/** Carries out an import in such a way that an interruption is reported. */
export async function journaled<T>(
  { store: { db }, now }: App,
  { name, job = '', total = 0, signal }: JournaledImport,
  work: (entry: JournalEntry) => Promise<T>,
): Promise<T> {
  const id = await enterImport(db, { name, job, total, begunAt: now(), process: process.pid });
  try {
    return await work({ ends: (tx) => deleteJournaledImport(tx, id), has: (stored) => noteStored(db, id, stored) });
  } finally {
    // Where nothing can be written, the cause is on its way to whoever waits.
    await (signal?.aborted ? noteStopped(db, id) : deleteJournaledImport(db, id)).catch(() => {});
  }
}

/** Imports whose interruption has not been reported yet. */
export async function interruptedImports({ store }: App): Promise<InterruptedImport[]> {
  return (await journal(store.db)).filter(
    ({ process, begunAt, stopped }) => stopped === 1 || !isRunning({ process, since: begunAt }),
  );
}

/** Forgets one that was interrupted, by its number or by the name that its page gave it. */
export async function forgetImport({ store }: App, which: { id: number } | { job: string }): Promise<void> {
  if ('id' in which) await deleteJournaledImport(store.db, which.id);
  else await deleteJournaledJob(store.db, which.job);
}
