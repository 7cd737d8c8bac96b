import type { IntakeTools } from '../parts.ts';
import { readInWorker } from './read-in-worker.ts';

/** The language packs, for commands that work without a database. */
export { loadLanguagePacks as loadPacks } from '../../intake/language-packs.ts';

/** Reads files with bounded time and memory, for commands that work without a database. */
export const intakeTools: IntakeTools = { read: readInWorker(new URL('./reading-worker.js', import.meta.url)) };
