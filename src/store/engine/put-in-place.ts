import { constants, existsSync } from 'node:fs';
import { copyFile, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What SQLite keeps beside a database: it would be taken for the new one's. */
const SIDE_FILE_SUFFIXES = ['-wal', '-journal', '-shm'];

/**
 * Puts a file in the place of a database, in one step: whenever the program is killed or the power fails, either the old
 * one is there or the new one. The old one stays under another name.
 * @param kept that name; null where there is none to keep
 */
export async function putInPlace(file: string, database: string, kept: string | null): Promise<void> {
  await toDisk(file);
  if (kept) await linkOrCopy(database, kept);
  for (const end of SIDE_FILE_SUFFIXES.filter((one) => existsSync(`${database}${one}`))) {
    await rename(`${database}${end}`, `${kept ?? nameAside(database)}${end}`);
  }
  await rename(file, database);
  await folderToDisk(dirname(database));
}

/** Removes a copy that was not ended. */
export async function removeUnfinished(file: string): Promise<void> {
  for (const end of ['', ...SIDE_FILE_SUFFIXES]) await rm(`${file}${end}`, { force: true });
}

/** Brings a file to the disk. */
export async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file another name besides its own; where the file system has no such thing, it is copied. */
async function linkOrCopy(file: string, name: string): Promise<void> {
  try {
    await link(file, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await copyFile(file, name, constants.COPYFILE_EXCL);
    await toDisk(name);
  }
}

/** A log without a database, of one that somebody has taken away. */
function nameAside(database: string): string {
  for (let k = 1; ; k++) {
    const name = `${database}.left-${k}`;
    if (SIDE_FILE_SUFFIXES.every((end) => !existsSync(`${name}${end}`))) return name;
  }
}

/** Windows has no such thing. */
async function folderToDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
