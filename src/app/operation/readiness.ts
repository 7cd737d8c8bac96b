import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isCurrent } from '../../store/operation/counts.ts';
import type { App } from '../app.ts';

export const CHECKS = ['running', 'store', 'migrations', 'disk'] as const;

/** Whether the program can do its work, check by check. */
export type ReadyChecks = Readonly<Record<(typeof CHECKS)[number], boolean>>;

export interface Readiness {
  look(): Promise<ReadyChecks>;
  /** From now on it is not ready, since it is about to stop. */
  withdraw(): void;
}

/** How long what was seen is said again, in ms: whoever asks without end costs nothing. */
const MEMORY_MS = 1000;

export function createReadiness({ store, database }: Pick<App, 'store' | 'database'>): Readiness {
  let isStopping = false;
  let last: Promise<Omit<ReadyChecks, 'running'>> | null = null;

  async function checked(): Promise<Omit<ReadyChecks, 'running'>> {
    const migrations = await isCurrent(store.db).catch(() => null);
    return { store: migrations !== null, migrations: migrations === true, disk: await isWritable(database) };
  }

  return {
    async look() {
      if (last === null) {
        last = checked();
        setTimeout(() => {
          last = null;
        }, MEMORY_MS).unref();
      }
      return { running: !isStopping, ...(await last) };
    },
    withdraw() {
      isStopping = true;
    },
  };
}

/** What SQLite may need for a change, in bytes. */
const PROBE_BYTES = 64 * 1024;

/** Whether there is room beside the database, and it may be written to: SQLite itself would first find out with the next change. */
async function isWritable(database: string): Promise<boolean> {
  if (database === ':memory:') return true;
  const path = join(dirname(database), `.visavis-probe-${process.pid}`);
  try {
    const file = await open(path, 'w');
    try {
      await file.write(Buffer.alloc(PROBE_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}
