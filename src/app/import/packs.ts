import { loadLanguagePacks } from '../../intake/language-packs.ts';
import { createPool } from '../jobs/pool.ts';
import type { IntakeTools } from '../parts.ts';
import { articleTools } from './read-article.ts';

/** The language packs, for commands that work without a database. */
export { loadLanguagePacks as loadPacks };

let tools: IntakeTools | null = null;

/** Reads files with bounded time and memory, for commands that work without a database. */
export function intakeTools(): IntakeTools {
  const workerFile = new URL('../job-worker.js', import.meta.url);
  tools ??= articleTools(createPool({ workerFile, database: ':memory:' }), loadLanguagePacks());
  return tools;
}
