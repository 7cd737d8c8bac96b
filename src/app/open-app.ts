import { loadLanguagePacks } from '../intake/language-packs.ts';
import { loadSeedLexicons } from '../intake/seed-lexicon.ts';
import { copiesFolder } from '../store/engine/own-copies.ts';
import { openStore } from '../store/open-store.ts';
import { publisherLines } from '../store/publisher-lines.ts';
import { createAligner } from './align/aligner.ts';
import { startAlignmentQueue } from './align/alignment-queue.ts';
import type { EmbedderOptions } from './align/embedder.ts';
import type { App } from './app.ts';
import { findPatterns } from './check/match-patterns.ts';
import { createRowCheckers } from './check/row-checkers.ts';
import { settleLongChange } from './glossary/changes/long-change.ts';
import { createTermCheckers } from './glossary/term-checkers.ts';
import { createPageFetcher, type FetchOptions } from './import/fetch/page-fetcher.ts';
import { withRecentPages } from './import/fetch/recent-pages.ts';
import { createHeldUploads } from './import/held-uploads.ts';
import { articleTools } from './import/read-article.ts';
import { memoriesInWorker } from './import/read-memory.ts';
import { openSegmentation } from './import/segmentation.ts';
import type { IntakeTools } from './intake-tools.ts';
import { createDamageWatch } from './jobs/damage.ts';
import { createLeases } from './jobs/leases.ts';
import { createPool } from './jobs/pool.ts';
import { createProgress } from './jobs/progress.ts';
import { openScratch } from './jobs/scratch-folder.ts';
import { createSearchIndex } from './jobs/search-index.ts';
import { createStaging } from './jobs/staging.ts';
import { settleTrash } from './library/trash/move.ts';
import { type BackupOptions, createBackups } from './operation/backups.ts';
import { createWebhooks } from './operation/webhooks/deliver.ts';
import type { SendOptions } from './operation/webhooks/send.ts';
import { createCompany } from './review/company.ts';
import { createFoundLists } from './review/found-lists.ts';
import { createLiveEdits } from './review/live-edits.ts';

export interface AppOptions {
  /** Path of the database, or ":memory:". */
  readonly database: string;
  /** A server that helps to align; without it nothing changes. */
  readonly embeddings?: EmbedderOptions | undefined;
  /** The folder of the compiled workers; by default that of this module. */
  readonly compiled?: URL;
  /** Whether it is a server: only a server works through the queue; commands do their own work only. */
  readonly serves?: boolean;
  /** How long a search waits for the index of what was imported, in ms; for ever if not given. */
  readonly searchPatience?: number;
  /** Which pages are fetched, and how; by default those of the public internet. */
  readonly fetching?: FetchOptions | undefined;
  /** Where webhooks are sent, by a server; by default to the public internet alone. */
  readonly webhooks?: SendOptions | undefined;
  /** Copies that are made by the clock. */
  readonly backups?: BackupOptions | undefined;
}

/** Opens the database and starts the workers; a server resumes alignments that a stop interrupted. */
export async function openApp({
  database,
  embeddings,
  compiled = new URL('./', import.meta.url),
  serves = false,
  searchPatience,
  fetching,
  webhooks: sending,
  backups: wantedBackups,
}: AppOptions): Promise<App> {
  const store = await openStore(database);
  const packs = loadLanguagePacks();
  const seeds = loadSeedLexicons();
  const terms = createTermCheckers();
  const now = () => new Date().toISOString();
  const checks = createRowCheckers((wanted) => pool.run(findPatterns, wanted));
  const pool = createPool({
    workerFile: new URL('job-worker.js', compiled),
    database,
    desk: { store, packs, seeds, terms, checks, now },
  });
  const backups = wantedBackups ? createBackups(pool, database, wantedBackups) : null;
  const segmentation = await openSegmentation(store, packs, pool);
  const intake: IntakeTools = {
    ...articleTools(pool, packs),
    knownLines: (publisher) => publisherLines(store.db, publisher),
  };
  const aligner = createAligner(new URL('align/alignment-worker.js', compiled));
  const searchIndex = createSearchIndex(store, searchPatience);
  const embedder = embeddings ? (await import('./align/embedder.ts')).createEmbedder(embeddings, store) : null;
  const leases = createLeases(store, now, serves);
  const queue = startAlignmentQueue({ store, packs, segmentation, aligner, embedder, leases, now });
  const staging = createStaging(store, leases);
  const copies = copiesFolder(database);
  const scratch = openScratch(database, leases.id);
  if (serves) {
    await leases.watch(async () => {
      await queue.resume();
      void staging.sweep().catch(() => {});
      void settleLongChange({ store, leases, now }).catch(() => {});
      void settleTrash({ store, leases, now }).catch(() => {});
    });
    await scratch.sweep((await leases.others()).map(({ id }) => id));
  }
  const webhooks = createWebhooks({ store, now, program: leases.id }, sending);
  if (serves) webhooks.start();
  return {
    store,
    packs,
    seeds,
    terms,
    checks,
    pool,
    segmentation,
    intake,
    pages: withRecentPages(createPageFetcher(fetching), Date.now),
    readMemory: memoriesInWorker(new URL('import/memory-worker.js', compiled)),
    searchIndex,
    aligner,
    embedder,
    queue,
    leases,
    staging,
    scratch,
    heldUploads: createHeldUploads(),
    damage: createDamageWatch(pool, database),
    database,
    copies,
    backups,
    webhooks,
    live: createLiveEdits(),
    company: createCompany(),
    found: createFoundLists(),
    progress: createProgress(),
    now,
    async close() {
      await webhooks.stop();
      await queue.stop();
      // Before the pool, whose end a copy that is being made would take for a failure.
      await backups?.stop();
      await pool.close();
      await searchIndex.stop();
      await aligner.close();
      await scratch.close();
      await leases.stop();
      await store.close();
    },
  };
}
