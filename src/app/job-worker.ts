import { availableParallelism } from 'node:os';
import { workerData } from 'node:worker_threads';
import { loadLanguagePacks } from '../intake/language-packs.ts';
import { loadSeedLexicons } from '../intake/seed-lexicon.ts';
import { openReader, type Reader } from '../store/open-reader.ts';
import { readLexiconFile } from './align/lexicon.ts';
import { writeFindings } from './check/export-findings.ts';
import { findFindings } from './check/find-findings.ts';
import { findPatterns, matchPattern } from './check/match-patterns.ts';
import { readChecks } from './check/profiles.ts';
import { createRowCheckers } from './check/row-checkers.ts';
import { textsBeside } from './check/texts-beside.ts';
import type { Desk } from './desk.ts';
import { writeExport } from './export/export-file.ts';
import { countLosses } from './export/export-losses.ts';
import { readParallel } from './export/parallel-text.ts';
import { countUses, findLines } from './glossary/concordance.ts';
import { readGlossaryFile } from './glossary/glossary-files.ts';
import { proposeEntries } from './glossary/propose-entries.ts';
import { createTermCheckers } from './glossary/term-checkers.ts';
import { cutSentences, tryOutRules, tryRules } from './import/cut-sentences.ts';
import { lineUp } from './import/face-to-face.ts';
import { readFeatures } from './import/heaps/read-features.ts';
import { classifyBlocks, readArticle } from './import/read-article.ts';
import { readTable, writeTableRows } from './import/read-table.ts';
import { readRules } from './import/segmentation.ts';
import { sortPages } from './import/settle-pair.ts';
import { findDamage } from './jobs/damage.ts';
import type { ThreadData } from './jobs/job-messages.ts';
import { serveWork } from './jobs/serve-work.ts';
import { findArticles } from './library/articles.ts';
import { findFaults, findFaultsOfKind } from './library/check-stored.ts';
import { findChanges } from './library/compare-revisions.ts';
import { findSpellings } from './library/name-spellings.ts';
import { searchLibrary } from './library/search-library.ts';
import { readFetchedFeed } from './library/sources/read-feed.ts';
import { copyAndCheck } from './operation/backups.ts';
import { drawMap, findMarkedRows } from './review/bitext-map.ts';
import { findReplacements } from './review/find-replacements.ts';
import { findCheckedRows, findRows } from './review/find-rows.ts';
import { findNextFinding } from './review/findings/next-finding.ts';
import { readTableOfWord } from './review/word/word-table.ts';

// What a thread of the pool runs: every kind of work, and the desk that it is done at. As `open-app.ts` does on the
// server's thread, it puts the rooms together.

const KINDS = [
  readArticle,
  readFeatures,
  classifyBlocks,
  sortPages,
  lineUp,
  cutSentences,
  tryOutRules,
  tryRules,
  readRules,
  readTable,
  readTableOfWord,
  writeTableRows,
  readGlossaryFile,
  readLexiconFile,
  findRows,
  findCheckedRows,
  findReplacements,
  writeExport,
  countLosses,
  findFindings,
  writeFindings,
  findFaults,
  findFaultsOfKind,
  proposeEntries,
  findSpellings,
  findDamage,
  copyAndCheck,
  findLines,
  countUses,
  searchLibrary,
  readFetchedFeed,
  findArticles,
  findChanges,
  readParallel,
  drawMap,
  findMarkedRows,
  findNextFinding,
  findPatterns,
  readChecks,
];

const { database } = workerData as ThreadData;
const packs = loadLanguagePacks();
let reader: Reader | null = null;
// Strangers' files are read by threads that need no database, and where it is in memory have none.
const opened = () => {
  reader ??= openReader(database);
  return reader;
};
const desk: Desk = {
  get store() {
    return opened().store;
  },
  packs,
  seeds: loadSeedLexicons(),
  terms: createTermCheckers(),
  checks: createRowCheckers(async ({ patterns, texts }) => patterns.map((one) => matchPattern(one, texts))),
  textsBeside:
    availableParallelism() > 1
      ? (languages) => textsBeside(new URL('check/text-worker.js', import.meta.url), languages)
      : undefined,
  now: () => new Date().toISOString(),
};

serveWork(KINDS, { desk, snapshot: (work) => opened().snapshot(work) });
