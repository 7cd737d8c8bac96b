import { loadLanguagePacks } from '../../intake/language-packs.ts';
import { loadSeedLexicons } from '../../intake/seed-lexicon.ts';
import type { Languages } from '../desk.ts';
import type { IntakeTools } from '../intake-tools.ts';
import { createPool } from '../jobs/pool.ts';
import { articleTools } from './read-article.ts';

/** The language packs, for commands that work without a database. */
export { loadLanguagePacks as loadPacks };

/** All that is known of languages, likewise. */
export function loadLanguages(): Languages {
  return { packs: loadLanguagePacks(), seeds: loadSeedLexicons() };
}

let tools: IntakeTools | null = null;

/**
 * Reads files with bounded time and memory, for commands that work without a database. What takes a moment is done in
 * the thread that asks: nobody else waits for it.
 */
export function intakeTools(): IntakeTools {
  const workerFile = new URL('../job-worker.js', import.meta.url);
  if (!tools) {
    const { read, classify } = articleTools(createPool({ workerFile, database: ':memory:' }), loadLanguagePacks());
    tools = { read, classify };
  }
  return tools;
}
