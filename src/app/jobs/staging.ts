import { setImmediate, setTimeout } from 'node:timers/promises';
import { Problem } from '../../core/problem.ts';
import { endLease } from '../../store/leases.ts';
import type { Db, Store } from '../../store/open-store.ts';
import { deleteEmptied, deleteSomeRows, unfinishedBitexts } from '../../store/staging.ts';
import type { Leases, Stage, Staging } from '../parts.ts';

/** Between two slices other programs get their turn: those that wait look every few milliseconds. In ms. */
const SLICE_PAUSE_MS = 5;
/** How often to look for other programs, in ms. */
const CHECK_INTERVAL_MS = 2000;
/** A slice outlives a power cut with the last one, by which it is seen. */
const NOT_DURABLE = { isDurable: false };

/** Long bitexts come and go some rows at a time, each a transaction of its own, so that nobody waits long to write. */
export function createStaging(store: Store, leases: Leases): Staging {
  /** What this program is at; what it holds besides, it has failed to clear away. */
  const active = new Set<number>();
  let looked = Number.NEGATIVE_INFINITY;
  let isAlone = false;

  /** Gives other programs their turn; work that waits in this one comes next without a pause. */
  async function pause(): Promise<void> {
    if (performance.now() - looked > CHECK_INTERVAL_MS) {
      isAlone = (await leases.others()).length === 0;
      looked = performance.now();
    }
    await (isAlone ? setImmediate() : setTimeout(SLICE_PAUSE_MS));
  }

  /** One after another: two at once would hold the database twice as long. */
  async function clear(id: number): Promise<void> {
    while (await store.transaction((tx) => deleteSomeRows(tx, id), NOT_DURABLE)) await pause();
    await store.transaction((tx) => deleteEmptied(tx, id));
  }

  /** A computer that slept for long finds that another program has cleared away what it was at. */
  async function checkOurs(db: Db, ids: readonly number[]): Promise<void> {
    const ours: boolean[] = [];
    for (const id of ids) ours.push(await leases.holds(db, id));
    if (ours.every(Boolean)) return;
    throw new Problem(
      'store-unavailable',
      'Another program has taken this over, since this one was not heard of for a minute.',
      'Nothing was stored.',
      'Try again.',
    );
  }

  async function open(begin: (tx: Db) => Promise<readonly number[]>): Promise<Stage> {
    const ids = await store.transaction(async (tx) => {
      const made = await begin(tx);
      for (const id of made) await leases.take(tx, id);
      return made;
    });
    for (const id of ids) active.add(id);
    return {
      ids,
      async write(work) {
        await store.transaction(async (tx) => {
          await checkOurs(tx, ids);
          await work(tx);
        }, NOT_DURABLE);
        await pause();
      },
      async finish(work) {
        const result = await store.transaction(async (tx) => {
          await checkOurs(tx, ids);
          const done = await work(tx);
          for (const id of ids) await endLease(tx, id);
          return done;
        });
        for (const id of ids) active.delete(id);
        return result;
      },
      async abandon() {
        for (const id of ids) {
          await clear(id).finally(() => active.delete(id));
        }
      },
    };
  }

  return {
    open,
    async sweep() {
      await leases.others();
      const left = (await unfinishedBitexts(store.db, leases.id)).filter((id) => !active.has(id));
      for (const id of left) {
        active.add(id);
        await clear(id).finally(() => active.delete(id));
      }
    },
  };
}
