import { Problem } from '../core/problem.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import { loadLanguagePacks } from '../intake/language-packs.ts';
import { type BitextHead, findHead } from '../store/bitexts.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { publisherLines } from '../store/publisher-lines.ts';
import { type Aligner, createAligner } from './align/aligner.ts';
import { type AlignmentQueue, startAlignmentQueue } from './align/alignment-queue.ts';
import type { Embedder, EmbedderOptions } from './align/embedder.ts';
import type { IntakeTools } from './import/article-intake.ts';
import { readInWorker } from './import/read-in-worker.ts';
import { memoriesInWorker, type ReadMemory } from './import/read-memory.ts';
import { openSegmentation, type Segmentation } from './import/segmentation.ts';
import { createSearchIndex, type SearchIndex } from './jobs/search-index.ts';
import { createLiveEdits, type LiveEdits } from './review/live-edits.ts';

export type { BitextHead };

/** What every use case works with. */
export interface App {
  readonly store: Store;
  /** Language packs with people's own rules over them. */
  readonly packs: PackFor;
  readonly segmentation: Segmentation;
  readonly intake: IntakeTools;
  readonly readMemory: ReadMemory;
  readonly searchIndex: SearchIndex;
  readonly aligner: Aligner;
  /** Where an embeddings server was named. */
  readonly embedder: Embedder | null;
  readonly queue: AlignmentQueue;
  readonly live: LiveEdits;
  /** How far long imports have come, from 0 to 1, by the name that the client gave them. */
  readonly progress: Map<string, number>;
  /** The time, ISO 8601 in UTC. */
  now(): string;
  /** Finishes what is being written and lets go of the database. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Path of the database, or ":memory:". */
  readonly database: string;
  /** A server that helps to align; without it nothing changes. */
  readonly embeddings?: EmbedderOptions | undefined;
  /** The compiled alignment worker; by default the one beside this module. */
  readonly workerFile?: URL;
  /** The compiled reading worker; likewise. */
  readonly readingWorkerFile?: URL;
  /** The compiled memory worker; likewise. */
  readonly memoryWorkerFile?: URL;
  /** How long a search waits for the index of what was imported, in ms; for ever if not given. */
  readonly searchPatience?: number;
}

/** Opens the database, starts the workers and takes up alignments that a stop had cut short. */
export async function openApp({
  database,
  embeddings,
  workerFile = new URL('./align/alignment-worker.js', import.meta.url),
  readingWorkerFile = new URL('./import/reading-worker.js', import.meta.url),
  memoryWorkerFile = new URL('./import/memory-worker.js', import.meta.url),
  searchPatience,
}: AppOptions): Promise<App> {
  const store = await openStore(database);
  const segmentation = await openSegmentation(store, loadLanguagePacks());
  const { packs } = segmentation;
  const intake: IntakeTools = {
    read: readInWorker(readingWorkerFile),
    knownLines: (publisher) => publisherLines(store.db, publisher),
  };
  const aligner = createAligner(workerFile);
  const searchIndex = createSearchIndex(store, searchPatience);
  const embedder = embeddings ? (await import('./align/embedder.ts')).createEmbedder(embeddings, store) : null;
  const now = () => new Date().toISOString();
  const queue = startAlignmentQueue({ store, packs, aligner, embedder, now });
  await queue.resume();
  return {
    store,
    packs,
    segmentation,
    intake,
    readMemory: memoriesInWorker(memoryWorkerFile),
    searchIndex,
    aligner,
    embedder,
    queue,
    live: createLiveEdits(),
    progress: new Map(),
    now,
    async close() {
      await queue.stop();
      await searchIndex.stop();
      await aligner.close();
      await store.close();
    },
  };
}

/** The head of a bitext that must be there. */
export async function headOf({ store }: Pick<App, 'store'>, id: number): Promise<BitextHead> {
  const head = await findHead(store.db, id);
  if (!head) {
    throw new Problem(
      'not-found',
      'There is no such bitext.',
      `No bitext has the number ${id}.`,
      'Look it up in the library; it may have been deleted.',
    );
  }
  return head;
}
