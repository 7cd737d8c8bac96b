import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  deleteProgram,
  holdsLease,
  type RunningProgram,
  renewProgram,
  runningPrograms,
  takeLease,
} from '../../store/leases.ts';
import type { Db, Store } from '../../store/open-store.ts';
import type { Leases } from '../parts.ts';
import { isRunning } from './is-running.ts';

/** How often a program renews its sign of life, in ms. */
const BEAT_INTERVAL_MS = 15_000;
/** After so long without a sign of life a program counts as gone; its computer may have slept, but then it finds its leases gone. */
const LEASE_TIMEOUT_MS = 60_000;

/** @param serves whether the program is a server, which looks after what others have left */
export function createLeases(store: Store, now: () => string, serves: boolean): Leases {
  const own = { id: randomUUID(), host: hostname(), process: process.pid, serves };
  let timer: NodeJS.Timeout | null = null;
  let passes = async () => {};

  async function enter(db: Db): Promise<void> {
    await renewProgram(db, { ...own, beatAt: now() });
    timer ??= setInterval(() => void pass(), BEAT_INTERVAL_MS).unref();
  }

  /** What fails this time is tried again the next. */
  async function pass(): Promise<void> {
    await renewProgram(store.db, { ...own, beatAt: now() }).catch(() => {});
    await passes().catch(() => {});
  }

  async function strikeGone(db: Db): Promise<RunningProgram[]> {
    const others = (await runningPrograms(db)).filter(({ id }) => id !== own.id);
    const gone = others.filter((program) => isGone(program, own.host, now()));
    for (const { id } of gone) await deleteProgram(db, id);
    return others.filter((program) => !gone.includes(program));
  }

  return {
    id: own.id,
    async take(db, bitextId) {
      await enter(db);
      await strikeGone(db);
      return takeLease(db, bitextId, own.id);
    },
    enter,
    holds: (db, bitextId) => holdsLease(db, bitextId, own.id),
    async others() {
      return store.transaction(strikeGone);
    },
    async watch(work) {
      passes = work;
      await store.transaction(enter);
      await work();
    },
    async stop() {
      if (!timer) return;
      clearInterval(timer);
      timer = null;
      await deleteProgram(store.db, own.id).catch(() => {});
    },
  };
}

/** Only the heartbeat of a program elsewhere is known; one from the future comes from a clock that has since been corrected. */
function isGone({ host, process, beatAt }: RunningProgram, here: string, now: string): boolean {
  if (host === here && !isRunning({ process, since: beatAt })) return true;
  return Math.abs(Date.parse(now) - Date.parse(beatAt)) > LEASE_TIMEOUT_MS;
}
