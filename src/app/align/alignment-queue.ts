import { setImmediate } from 'node:timers/promises';
import { type BitextSide, bitextFrom } from '../../core/bitext/from-alignment.ts';
import { type Message, msg, sentences } from '../../core/message.ts';
import { Problem, partsOf } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { findRevision } from '../../store/articles.ts';
import { type BitextHead, findHead, setState } from '../../store/bitexts.ts';
import { bitextsToAlign, endLease } from '../../store/leases.ts';
import { sharedSource } from '../../store/library/shared-source.ts';
import type { Db, Store, TransactionOptions } from '../../store/open-store.ts';
import { markReady } from '../../store/review/bitext-rows.ts';
import { isWritten, markReadyAgain, rowSlices } from '../../store/review/write-rows.ts';
import { deleteSomeRows } from '../../store/staging.ts';
import { announceBitext } from '../../store/webhooks/announce.ts';
import type { Segmentation } from '../intake-tools.ts';
import type { Aligner, AlignmentQueue, Embedder, Leases } from '../parts.ts';
import { jobSide } from './job-side.ts';
import { knowledgeOf } from './knowledge.ts';

interface Workshop {
  readonly store: Store;
  readonly packs: PackFor;
  readonly segmentation: Pick<Segmentation, 'sentences'>;
  readonly aligner: Aligner;
  readonly embedder: Embedder | null;
  readonly leases: Leases;
  now(): string;
}

export function startAlignmentQueue(workshop: Workshop): AlignmentQueue {
  const { store, leases } = workshop;
  const running = new Map<number, Promise<void>>();
  const stops = new Map<number, AbortController>();
  let stopping = false;

  function add(id: number): void {
    if (stopping || running.has(id)) return;
    const stop = new AbortController();
    const work = alignStored(workshop, id, () => stopping, stop.signal).finally(() => {
      running.delete(id);
      stops.delete(id);
    });
    running.set(id, work);
    stops.set(id, stop);
  }

  return {
    add,
    async resume() {
      await leases.others();
      for (const id of await bitextsToAlign(store.db)) add(id);
    },
    async cancel(id) {
      stops.get(id)?.abort();
      await running.get(id);
      // Another program may be at it: it finds that it has lost its lease.
      await store.transaction(async (tx) => {
        const head = await findHead(tx, id);
        if (head && isWaiting(head))
          await endWith(tx, id, { problem: msg('The alignment was cancelled.'), at: workshop.now() });
      });
    },
    settled: async (id) => running.get(id),
    async stop() {
      stopping = true;
      for (const one of stops.values()) one.abort();
      await Promise.all(running.values());
    },
  };
}

/** How often the progress of an alignment is stored, in ms. */
const PROGRESS_INTERVAL_MS = 400;
/** A slice of rows outlives a power cut with the last one, by which it is seen. */
const QUICK = { isDurable: false };

/** A failure is stored with the bitext, so nothing is thrown here. What another program works on is left to it. */
async function alignStored(
  { store, packs, segmentation, aligner, embedder, leases, now }: Workshop,
  id: number,
  stopped: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const asOwner = <T>(work: (tx: Db) => Promise<T>, options?: TransactionOptions): Promise<T | null> =>
    store.transaction(async (tx) => ((await leases.holds(tx, id)) ? work(tx) : null), options);
  let nextNote = 0;
  try {
    const head = await store.transaction(async (tx) => {
      const found = await findHead(tx, id);
      if (!found || !isWaiting(found) || !(await leases.take(tx, id))) return null;
      if (await isWritten(tx, id)) {
        await markReadyAgain(tx, id);
        await announceBitext(tx, id, { type: 'bitext.ready', at: now() });
        await endLease(tx, id);
        return null;
      }
      await setState(tx, id, { state: 'aligning', progress: 0 });
      return found;
    });
    if (!head) return;
    const [source, target] = await sidesOf(store, head, segmentation, signal);
    const aligned = await aligner.align(
      {
        source: await jobSide({ embedder }, source.language, source.sentences),
        target: await jobSide({ embedder }, target.language, target.sentences),
        ...(await knowledgeOf(store, source.language, target.language, packs)),
      },
      (progress) => {
        if (stopped() || signal.aborted || performance.now() < nextNote) return;
        nextNote = performance.now() + PROGRESS_INTERVAL_MS;
        asOwner((tx) => setState(tx, id, { state: 'aligning', progress })).catch(() => {});
      },
      signal,
    );
    const bitext = bitextFrom(source, target, aligned.beads);
    // What a program that was killed has left of them.
    while (await asOwner((tx) => deleteSomeRows(tx, id), QUICK)) await setImmediate();
    // Nobody reads them before the last: a long text is not to hold up an edit of another.
    for (const write of rowSlices(id, bitext)) {
      await asOwner(write, QUICK);
      await setImmediate();
    }
    await asOwner(async (tx) => {
      await markReady(tx, id, { nextId: bitext.nextId, parallelism: aligned.parallelism, now: now() });
      await endLease(tx, id);
    });
  } catch (error) {
    if (stopped()) return;
    const problem =
      error instanceof Problem
        ? sentences(partsOf(error))
        : msg('The alignment failed: {reason}', { reason: error instanceof Error ? error.message : String(error) });
    await asOwner((tx) => endWith(tx, id, { problem, at: now() })).catch(() => {});
  }
}

function isWaiting({ state }: BitextHead): boolean {
  return state === 'queued' || state === 'aligning';
}

async function endWith(
  tx: Db,
  id: number,
  { problem, at }: { readonly problem: Message; readonly at: string },
): Promise<void> {
  await setState(tx, id, { state: 'failed', progress: 0, problem });
  await announceBitext(tx, id, { type: 'bitext.failed', at });
  await endLease(tx, id);
}

/** Both sides cut into sentences; a source that has another translation as the reviewers of that one have cut it, so that the two agree. */
async function sidesOf(
  { db }: Store,
  head: BitextHead,
  segmentation: Workshop['segmentation'],
  signal: AbortSignal,
): Promise<[source: BitextSide, target: BitextSide]> {
  const side = async (id: number): Promise<BitextSide> => {
    const revision = await findRevision(db, id);
    if (!revision)
      throw new Problem('internal', msg('Bitext {bitext} has lost one of its texts.', { bitext: String(head.id) }));
    return { language: revision.language, sentences: await segmentation.sentences(revision, signal) };
  };
  const shared = await sharedSource(db, head);
  return [
    shared.length > 0 ? { language: head.sourceLanguage, sentences: shared } : await side(head.sourceRevision),
    await side(head.targetRevision),
  ];
}
