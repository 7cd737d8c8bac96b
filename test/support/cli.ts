import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STORY } from './app.ts';

/** The command line as it is compiled. */
export const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;

/** A folder of its own for each file of tests, with a story and some lines in two languages. */
export const folder = mkdtempSync(join(tmpdir(), 'visavis-'));

export const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Runs the program in that folder to its end. */
export function visavis(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

write('a.en.txt', STORY.en);
write('a.fr.txt', STORY.fr);
write('lines.en', 'One house.\n\nTwo houses, built in 1990.\n');
write('lines.fr', 'Une maison.\nDeux maisons, bâties en 1990.\n');
