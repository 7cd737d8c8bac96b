import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDatabase } from './copy.ts';
import { removeUnfinished, toDisk } from './put-in-place.ts';

// Copies that the program makes automatically (docs/decisions/0017).

/** How many copies are kept of a kind, and for how long, in days. */
export interface Bounds {
  readonly most: number;
  readonly days: number;
}

/** A copy of a whole database is large: those of the last two updates. */
const UPDATE_COPIES: Bounds = { most: 2, days: Number.POSITIVE_INFINITY };

/** The folder for a database's copies, beside it; null where the database is in memory. */
export function copiesFolder(database: string): string | null {
  return database === ':memory:' ? null : `${database}-copies`;
}

/**
 * Copies a database as it is before it is brought to a newer version.
 * @param version what it is at
 */
export async function copyBeforeUpdate(database: string, version: string): Promise<void> {
  const folder = copiesFolder(database);
  if (!folder) return;
  // Nobody else is at it, since the database is locked meanwhile: what is half there, a program left that was killed.
  await removeHalf(folder);
  const name = `before-update-${version}-${timeInName()}.sqlite`;
  await keepCopy(folder, name, (partial) => copyDatabase(database, partial));
  await removeOld(folder, 'before-update-', UPDATE_COPIES);
}

/**
 * Writes a copy so that it is there whole or not at all. Returns its path.
 * @param within where it is written to until it is whole, on the same disk: where a killed program's is cleared away
 */
export async function keepCopy(
  folder: string,
  name: string,
  write: (partial: string) => Promise<void>,
  within = folder,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const partial = join(within, `${name}${HALF}`);
  try {
    await write(partial);
    await toDisk(partial);
    await rename(partial, join(folder, name));
  } finally {
    await removeUnfinished(partial);
  }
  return join(folder, name);
}

/** Ends of the names of copies that are not whole, with what SQLite keeps beside them. */
const HALF = '.partial';

async function removeHalf(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('before-update-'));
  for (const name of names.filter((one) => one.endsWith(HALF))) await removeUnfinished(join(folder, name));
}

/** Removes the copies of a kind, recognised by how their names begin, that are beyond what is kept. */
export async function removeOld(folder: string, start: string, { most, days }: Bounds): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(start));
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  dated.sort((a, b) => b.at - a.at);
  const oldest = Date.now() - days * 86_400_000;
  for (const { name } of dated.filter(({ at }, i) => i >= most || at < oldest))
    await rm(join(folder, name), { force: true });
}

/** Now, as it may stand in a file's name on any system. */
export function timeInName(): string {
  return new Date().toISOString().replace(/[:.]/gu, '-');
}
