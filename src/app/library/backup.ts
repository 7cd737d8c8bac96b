import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { checkDatabase, closeDatabase, copyDatabase, damageOf } from '../../store/engine/copy.ts';
import { storeProblem } from '../../store/engine/failure.ts';
import { putInPlace, removeUnfinished, toDisk } from '../../store/engine/put-in-place.ts';

/**
 * Copies a database to a file, whole and as of one moment, also while the program runs. A damaged one is copied too, since
 * there may be none better, but it does not count as success.
 * @throws Problem `bad-request` where the file is there already, `not-found` where there is no database,
 *   `store-unavailable` where it is damaged
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
  await atomically(partial, file, async () => {
    await copyDatabase(database, partial);
    await toDisk(partial);
    await rename(partial, file);
  });
  const damage = damageOf(file);
  if (damage === null) return;
  throw new Problem(
    'store-unavailable',
    msg('The database {database} is damaged, and so is this copy of it.', { database }),
    verbatim(damage),
    'Keep your older copies: visavis restore puts one of them in its place.',
  );
}

/**
 * Puts a copy in the place of a database. What was there is kept beside it. Whatever happens on the way, one of the two is
 * there whole.
 * @returns the name under which the old database is kept, or null where there was none
 * @throws Problem `store-unavailable` where the copy is not a database of this program, or damaged, or of a newer version,
 *   or where the old database is in use; `store-full`
 */
export async function restoreFrom(file: string, database: string): Promise<string | null> {
  requireFile(file);
  await checkDatabase(file);
  const kept = existsSync(database) ? nameFor(database) : null;
  if (kept) closeDatabase(database);
  const partial = `${database}.partial`;
  await atomically(partial, database, async () => {
    // What a restore before this one has left: SQLite would write into it.
    await removeUnfinished(partial);
    await mkdir(dirname(database), { recursive: true });
    await copyDatabase(file, partial);
    await checkDatabase(partial);
    // Again, in case a program was started meanwhile.
    if (kept) closeDatabase(database);
    await putInPlace(partial, database, kept);
  });
  return kept;
}

/** Leaves nothing half done behind, and explains what the system says. */
async function atomically(partial: string, file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw storeProblem(error, file);
  } finally {
    await removeUnfinished(partial);
  }
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
