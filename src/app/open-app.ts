import { loadLanguagePacks } from '../intake/language-packs.ts';
import { openStore } from '../store/open-store.ts';
import { publisherLines } from '../store/publisher-lines.ts';
import { createAligner } from './align/aligner.ts';
import { startAlignmentQueue } from './align/alignment-queue.ts';
import type { EmbedderOptions } from './align/embedder.ts';
import type { App } from './app.ts';
import { readInWorker } from './import/read-in-worker.ts';
import { memoriesInWorker } from './import/read-memory.ts';
import { openSegmentation } from './import/segmentation.ts';
import { createSearchIndex } from './jobs/search-index.ts';
import type { IntakeTools } from './parts.ts';
import { createLiveEdits } from './review/live-edits.ts';

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
