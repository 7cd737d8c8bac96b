import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { checkDatabase, closeDatabase, copyDatabase } from '../../store/engine/copy.ts';

/**
 * Copies a database to a file, whole and as of one moment, also while the program runs.
 * @throws Problem `bad-request` where the file is there already, `not-found` where there is no database
 */
export async function backUp(database: string, file: string): Promise<void> {
  if (existsSync(file)) {
    throw new Problem(
      'bad-request',
      msg('{file} already exists.', { file }),
      '',
      'Choose another name or delete it first.',
    );
  }
  requireFile(database);
  const partial = `${file}.partial`;
  try {
    await copyDatabase(database, partial);
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/**
 * Puts a copy in the place of a database. What was there is kept beside it.
 * @returns the name under which the old database is kept, or null where there was none
 * @throws Problem `store-unavailable` where the copy is no database of this program, or damaged,
 *   or where the old database is in use
 */
export async function restoreFrom(file: string, database: string): Promise<string | null> {
  requireFile(file);
  checkDatabase(file);
  const kept = existsSync(database) ? nameFor(database) : null;
  if (kept) closeDatabase(database);
  const partial = `${database}.partial`;
  await copyFile(file, partial);
  if (kept) await rename(database, kept);
  await rename(partial, database);
  return kept;
}

function nameFor(database: string): string {
  for (let k = 1; ; k++) {
    const name = `${database}.before-restore-${k}`;
    if (!existsSync(name)) return name;
  }
}

function requireFile(file: string): void {
  if (!existsSync(file))
    throw new Problem('not-found', msg('There is no file {path}.', { path: file }), '', 'Check the name.');
}
