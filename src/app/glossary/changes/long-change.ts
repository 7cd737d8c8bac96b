import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Message } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { appendToBatch, type ConceptChange } from '../../../store/glossary/glossary-edits.ts';
import {
  applySlice,
  dropSlice,
  endLongChange,
  findLongChange,
  type LongChange,
  openLongChange,
  setLongChange,
  takeOverLongChange,
} from '../../../store/glossary/long-changes.ts';
import type { Db, Store } from '../../../store/open-store.ts';
import { announceConcepts } from '../../../store/webhooks/announce.ts';
import type { App } from '../../app.ts';

type Workshop = Pick<App, 'store' | 'leases' | 'now'>;

/** What the history says of a change. */
interface Label {
  readonly author: string;
  readonly at: string;
  readonly label: Message;
}

/** Concepts whose changes are written down at once. */
const SLICE_CONCEPTS = 250;
/** How long another change of a glossary waits for one on its way, in ms, and how often it looks. */
const PATIENCE_MS = 30_000;
const LOOK_INTERVAL_MS = 100;
/** A slice outlives a power cut with the last one, by which it is seen. */
const QUICK = { isDurable: false };

/** Those that this program is at: what it has begun besides, it has failed to end. */
const atWork = new WeakMap<Store, number>();

/**
 * Changes very many concepts as one change, in slices that nobody sees, so that nobody waits long to write: all that shall
 * become of them is written to the history first, then carried out. What is killed before that is dropped by
 * `settleLongChange`, what is killed after it is carried out to its end.
 * @param plan reads what there is, while nobody else changes a glossary
 * @returns the number of the change
 */
export async function changeInSlices<T>(
  app: Workshop,
  plan: (db: Db) => Promise<Label & { readonly changes: readonly ConceptChange[]; readonly result: T }>,
): Promise<{ readonly batch: number; readonly result: T }> {
  await whenGlossariesRest(app);
  const batch = await app.store.transaction(async (tx) => {
    await refuseWhileChanging(tx);
    await app.leases.enter(tx);
    return openLongChange(tx, app.leases.id);
  });
  atWork.set(app.store, batch);
  try {
    const { changes, result, ...label } = await planned(app, batch, plan);
    for (let at = 0; at < changes.length; at += SLICE_CONCEPTS) {
      const some = changes.slice(at, at + SLICE_CONCEPTS);
      await asOwner(app, batch, (tx) => appendToBatch(tx, some, { batch, ...label }), QUICK);
      await setImmediate();
    }
    await asOwner(app, batch, (tx) => setLongChange(tx, batch, 'applying'));
    await applyOrRevert(app, batch);
    return { batch, result };
  } finally {
    atWork.delete(app.store);
  }
}

async function planned<T>(app: Workshop, batch: number, plan: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await app.store.read(plan);
  } catch (error) {
    await dropAll(app, batch).catch(() => {});
    throw error;
  }
}

/** Drops or carries out what a program that is gone has begun, or this one has failed to end. */
export async function settleLongChange(app: Workshop): Promise<void> {
  const change = await findLongChange(app.store.db);
  if (!change || atWork.get(app.store) === change.batch || (await isBusy(app, change))) return;
  atWork.set(app.store, change.batch);
  try {
    await app.store.transaction(async (tx) => {
      await app.leases.enter(tx);
      await takeOverLongChange(tx, change.batch, app.leases.id);
    });
    if (change.state === 'applying') await applyOrRevert(app, change.batch);
    else if (change.state === 'reverting') await revertAll(app, change.batch);
    else await dropAll(app, change.batch);
  } finally {
    atWork.delete(app.store);
  }
}

/** Waits until no long change of a glossary is on its way. @throws Problem `not-ready` where that takes too long */
export async function whenGlossariesRest(app: Workshop, patience = PATIENCE_MS): Promise<void> {
  for (const end = performance.now() + patience; await findLongChange(app.store.db); ) {
    await settleLongChange(app);
    if (performance.now() > end) throw changing();
    await setTimeout(LOOK_INTERVAL_MS);
  }
}

/** @throws Problem `not-ready` where a long change of a glossary is on its way */
export async function refuseWhileChanging(tx: Db): Promise<void> {
  if (await findLongChange(tx)) throw changing();
}

function changing(): Problem {
  return new Problem(
    'not-ready',
    'A long change of the glossary is on its way.',
    'Nothing was changed.',
    'Try again in a minute.',
  );
}

/** Whether another program is at it, and alive. */
async function isBusy({ leases }: Workshop, { program }: LongChange): Promise<boolean> {
  if (program === null || program === leases.id) return false;
  return (await leases.others()).some(({ id }) => id === program);
}

/** What cannot be carried out leaves everything as it was. */
async function applyOrRevert(app: Workshop, batch: number): Promise<void> {
  try {
    await applyAll(app, batch);
  } catch (error) {
    await asOwner(app, batch, (tx) => setLongChange(tx, batch, 'reverting'));
    await revertAll(app, batch);
    throw error;
  }
}

async function revertAll(app: Workshop, batch: number): Promise<void> {
  while (await asOwner(app, batch, (tx) => applySlice(tx, batch), QUICK)) await setImmediate();
  await asOwner(app, batch, (tx) => setLongChange(tx, batch, 'planned'));
  await dropAll(app, batch);
}

async function applyAll(app: Workshop, batch: number): Promise<void> {
  while (await asOwner(app, batch, (tx) => applySlice(tx, batch), QUICK)) await setImmediate();
  await asOwner(app, batch, async (tx) => {
    await endLongChange(tx, batch);
    await announceConcepts(tx, { batch, at: app.now() });
  });
}

async function dropAll(app: Workshop, batch: number): Promise<void> {
  while (await asOwner(app, batch, (tx) => dropSlice(tx, batch), QUICK)) await setImmediate();
  await asOwner(app, batch, (tx) => endLongChange(tx, batch));
}

/** A computer that slept for long finds that another program has taken over what it was at. */
function asOwner<T>(
  { store, leases }: Workshop,
  batch: number,
  work: (tx: Db) => Promise<T>,
  options?: Parameters<Store['transaction']>[1],
): Promise<T> {
  return store.transaction(async (tx) => {
    const change = await findLongChange(tx);
    if (change?.batch !== batch || change.program !== leases.id) {
      throw new Problem(
        'store-unavailable',
        'Another program has taken this over, since this one was not heard of for a minute.',
        '',
        'Look at the history before you do it again.',
      );
    }
    return work(tx);
  }, options);
}
