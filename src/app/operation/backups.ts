import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Cron } from 'croner';
import { msg, sentences, wordsOf } from '../../core/message.ts';
import { Problem, partsOf } from '../../core/problem.ts';
import { checkDatabase, copyDatabase } from '../../store/engine/copy.ts';
import { storeProblem } from '../../store/engine/failure.ts';
import { keepCopy, removeOld, timeInName } from '../../store/engine/own-copies.ts';
import { byClock } from '../by-clock.ts';
import type { Pool } from '../desk.ts';
import { work } from '../jobs/work.ts';
import type { BackupState, Backups, Log } from '../upkeep.ts';

export interface BackupOptions {
  /** Where the copies are kept. */
  readonly folder: string;
  /** When they are made, as cron says it, in the time zone of the machine. */
  readonly at: string;
  /** How many are kept. */
  readonly keep: number;
}

/** A gigabyte takes seconds to copy and to check; a slow disk or a network takes far longer. */
const LIMITS = { time: 6 * 3_600_000, memory: 128 };

/** Copies a database and checks the copy (SQLite's quick_check, and that it is one of this program). */
export const copyAndCheck = work<{ readonly database: string; readonly file: string }, void>(
  'copy and check',
  { room: 'upkeep', limits: LIMITS },
  async (_desk, { database, file }) => {
    await copyDatabase(database, file);
    await checkDatabase(file);
  },
);

/**
 * @param database its path
 * @throws Problem `bad-request` where the time is none, or the database is in memory
 */
export function createBackups(pool: Pool, database: string, { folder, at, keep }: BackupOptions): Backups {
  if (database === ':memory:') throw new Problem('bad-request', 'A database in memory cannot be copied by the clock.');
  const start = `${basename(database).replace(/\.[^.]*$/u, '')}-scheduled-`;
  const stopped = new AbortController();
  let state: BackupState = { checkedAt: null, failure: null, failures: 0 };
  let log: Log | null = null;
  let running: Promise<void> | null = null;
  const wrong = msg('“{time}” is not a time that backups can be made at.', { time: at });
  const cron = byClock(at, { wrong, paused: true }, () => run());

  /** One at a time: whoever asks meanwhile waits for the same one. */
  function run(): Promise<void> {
    running ??= attempt().finally(() => {
      running = null;
    });
    return running;
  }

  async function attempt(): Promise<void> {
    const begun = performance.now();
    try {
      const write = (file: string) => pool.run(copyAndCheck, { database, file }, { signal: stopped.signal });
      await keepCopy(folder, `${start}${timeInName()}.sqlite`, write);
      // Only now, so that a database that is damaged does not push out the copies from before.
      await removeOld(folder, start, { most: keep, days: Number.POSITIVE_INFINITY });
      state = { ...state, checkedAt: Date.now(), failure: null };
      log?.info('backup made', { ms: Math.round(performance.now() - begun) });
    } catch (error) {
      if (!stopped.signal.aborted) failed(storeProblem(error, folder));
    }
  }

  function failed(error: unknown): void {
    const problem = error instanceof Problem ? sentences(partsOf(error)) : wordsOf(error);
    state = { ...state, failure: { at: new Date().toISOString(), problem }, failures: state.failures + 1 };
    log?.fault('backup failed', error);
  }

  return {
    state: () => state,
    async start(given) {
      log = given;
      try {
        await mkdir(folder, { recursive: true });
        state = { ...state, checkedAt: await newest(folder, start) };
      } catch (error) {
        failed(storeProblem(error, folder));
      }
      cron.resume();
      if (state.checkedAt !== null && isOverdue(cron, state.checkedAt)) void run();
    },
    run,
    async stop() {
      cron.stop();
      stopped.abort();
      await running;
    },
  };
}

/** When the newest copy was made, in ms since 1970. A copy has its name only once it has been checked. */
async function newest(folder: string, start: string): Promise<number | null> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(start) && name.endsWith('.sqlite'));
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return times.length > 0 ? Math.max(...times) : null;
}

/** Whether the machine was off when a copy was to be made. */
function isOverdue(cron: Cron, last: number): boolean {
  const next = cron.nextRun(new Date(last));
  return next !== null && next.getTime() < Date.now();
}
