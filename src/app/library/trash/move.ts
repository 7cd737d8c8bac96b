import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../../core/problem.ts';
import type { Db, Store } from '../../../store/open-store.ts';
import { moveSomeBack, moveSomeOut } from '../../../store/trash/moved-rows.ts';
import type { TrashState } from '../../../store/trash/tables.ts';
import { closeTrashEntry, endSome, setTrashState, unsettledTrash } from '../../../store/trash/trash.ts';
import type { App } from '../../app.ts';

export type TrashDesk = Pick<App, 'store' | 'leases' | 'now'>;

/** Between two slices other programs get their turn, in ms. */
const SLICE_PAUSE_MS = 5;
/** A slice outlives a power cut with the last one, by which it is seen. */
const QUICK = { isDurable: false };

/** What this program is at: what is its own besides, it has failed to end. */
const atWork = new WeakMap<Store, Set<number>>();

/**
 * Carries out what becomes of an entry: its rows go into the trash, come back, or are removed for good. Short ones in the one
 * transaction that begins it, long ones some rows at a time behind that, seen by nobody meanwhile. What is killed on the way is
 * carried on by `settleTrash`.
 * @param begin says which entry it is and what becomes of it
 * @returns the entry, and what resolves when all is done
 */
export async function carryOut(
  desk: TrashDesk,
  begin: (tx: Db) => Promise<{ readonly id: number; readonly state: Exclude<TrashState, 'kept'> }>,
): Promise<{ readonly id: number; readonly done: Promise<void> }> {
  const { store, leases } = desk;
  const { id, state, more } = await store.transaction(async (tx) => {
    await leases.enter(tx);
    const begun = await begin(tx);
    await setTrashState(tx, begun.id, begun.state, leases.id);
    return { ...begun, more: await step(tx, begun.id, begun.state) };
  });
  const done = more ? goOn(desk, id, state) : Promise.resolve();
  // Whoever does not wait for it does not hear of it.
  done.catch(() => {});
  return { id, done };
}

/** Carries on what programs that are gone have begun, or this one has failed to end. */
export async function settleTrash(desk: TrashDesk): Promise<void> {
  const { store, leases } = desk;
  if ((await unsettledTrash(store.db, leases.id)).length === 0) return;
  await leases.others();
  for (const { id, state } of await unsettledTrash(store.db, leases.id)) {
    if (state === 'kept' || atWork.get(store)?.has(id)) continue;
    const isOurs = await store.transaction(async (tx) => {
      await leases.enter(tx);
      const still = (await unsettledTrash(tx, leases.id)).some((one) => one.id === id);
      if (still) await setTrashState(tx, id, state, leases.id);
      return still;
    });
    if (isOurs) await goOn(desk, id, state);
  }
}

/** The same for a database that has just been loaded, within the transaction of that. */
export async function settleLoadedTrash(tx: Db): Promise<void> {
  for (const { id, state } of await unsettledTrash(tx, '')) {
    if (state !== 'kept') while (await step(tx, id, state));
  }
}

async function goOn(desk: TrashDesk, id: number, state: Exclude<TrashState, 'kept'>): Promise<void> {
  const { store } = desk;
  const mine = atWork.get(store) ?? new Set();
  atWork.set(store, mine);
  mine.add(id);
  try {
    while (await store.transaction((tx) => asOwner(desk, tx, id, () => step(tx, id, state)), QUICK)) {
      await setTimeout(SLICE_PAUSE_MS);
    }
  } finally {
    mine.delete(id);
  }
}

/** Moves some rows; with the last of them the entry is kept, gone back, or gone. Returns whether there is more. */
async function step(tx: Db, id: number, state: Exclude<TrashState, 'kept'>): Promise<boolean> {
  switch (state) {
    case 'entering':
      if (await moveSomeOut(tx, id)) return true;
      await setTrashState(tx, id, 'kept');
      return false;
    case 'leaving':
      if (await moveSomeBack(tx, id)) return true;
      await closeTrashEntry(tx, id);
      return false;
    case 'ending':
      return endSome(tx, id);
  }
}

/** A computer that slept for long finds that another program has taken over what it was at. */
async function asOwner<T>({ leases }: TrashDesk, tx: Db, id: number, work: () => Promise<T>): Promise<T> {
  const own = await unsettledTrash(tx, leases.id);
  if (own.some((one) => one.id === id)) return work();
  throw new Problem(
    'store-unavailable',
    'Another program has taken this over, since this one was not heard of for a minute.',
    '',
    'Look into the trash before you do it again.',
  );
}
