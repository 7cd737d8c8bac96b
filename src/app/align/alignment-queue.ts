import { bitextFrom } from '../../core/bitext/from-alignment.ts';
import { msg, sentences } from '../../core/message.ts';
import { Problem, partsOf } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { findRevision } from '../../store/articles.ts';
import { type BitextHead, findHead, headsInState, setState } from '../../store/bitexts.ts';
import type { Store } from '../../store/open-store.ts';
import { writeRows } from '../../store/review/bitext-rows.ts';
import type { Aligner, AlignmentQueue, Embedder, Segmentation } from '../parts.ts';
import { jobSide } from './job-side.ts';
import { knowledgeOf } from './knowledge.ts';

interface Workshop {
  readonly store: Store;
  readonly packs: PackFor;
  readonly segmentation: Pick<Segmentation, 'sentences'>;
  readonly aligner: Aligner;
  readonly embedder: Embedder | null;
  now(): string;
}

export function startAlignmentQueue(workshop: Workshop): AlignmentQueue {
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
      for (const head of await headsInState(workshop.store.db, ['queued', 'aligning'])) add(head.id);
    },
    async cancel(id) {
      stops.get(id)?.abort();
      await running.get(id);
    },
    settled: async (id) => running.get(id),
    async stop() {
      stopping = true;
      await Promise.all(running.values());
    },
  };
}

/** A failure is stored with the bitext, so nothing is thrown here. */
async function alignStored(
  { store, packs, segmentation, aligner, embedder, now }: Workshop,
  id: number,
  stopped: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const { db } = store;
  try {
    const head = await findHead(db, id);
    if (!head) return;
    await setState(db, id, { state: 'aligning', progress: 0 });
    const [source, target] = await sidesOf(store, head, segmentation, signal);
    const aligned = await aligner.align(
      {
        source: await jobSide({ embedder }, source.language, source.sentences),
        target: await jobSide({ embedder }, target.language, target.sentences),
        ...(await knowledgeOf(store, source.language, target.language, packs)),
      },
      (progress) => {
        if (!stopped() && !signal.aborted) setState(db, id, { state: 'aligning', progress }).catch(() => {});
      },
      signal,
    );
    const bitext = bitextFrom(source, target, aligned.beads);
    await store.transaction((tx) => writeRows(tx, id, bitext, aligned.parallelism, now()));
  } catch (error) {
    if (stopped()) return;
    const problem =
      error instanceof Problem
        ? sentences(partsOf(error))
        : msg('The alignment failed: {reason}', { reason: error instanceof Error ? error.message : String(error) });
    await setState(db, id, { state: 'failed', progress: 0, problem }).catch(() => {});
  }
}

async function sidesOf({ db }: Store, head: BitextHead, segmentation: Workshop['segmentation'], signal: AbortSignal) {
  const sides = [head.sourceRevision, head.targetRevision].map(async (id) => {
    const revision = await findRevision(db, id);
    if (!revision)
      throw new Problem('internal', msg('Bitext {bitext} has lost one of its texts.', { bitext: String(head.id) }));
    return { language: revision.language, sentences: await segmentation.sentences(revision, signal) };
  });
  const [source, target] = await Promise.all(sides);
  return [source!, target!] as const;
}
