import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { storeProblem } from '../../store/engine/failure.ts';
import { type Bounds, keepCopy, removeOld, timeInName } from '../../store/engine/own-copies.ts';
import type { App } from '../app.ts';
import { work } from '../jobs/work.ts';
import { dumpBitext } from './dump.ts';

/** Copies of deleted bitexts that are kept. */
export const RETENTION: Bounds = { most: 50, days: 30 };

const FILE_PREFIX = 'bitext-';

/**
 * Before a bitext is deleted permanently, keeps a packed dump of it in the folder of copies. A database in memory has no such folder.
 * @throws Problem `store-full` where there is no room for it
 */
export async function keepDeleted({ pool, copies, scratch }: App, id: number): Promise<void> {
  if (copies === null) return;
  const name = `${FILE_PREFIX}${id}-${timeInName()}.jsonl.gz`;
  const write = (path: string) => pool.run(writeBitext, { id, path });
  await scratch
    .folder()
    .then((within) => keepCopy(copies, name, write, within))
    .catch((error: unknown) => {
      throw storeProblem(error, copies);
    });
  await forgetDeleted(copies);
}

/** Removes copies that have been kept long enough. */
export async function forgetDeleted(copies: string | null): Promise<void> {
  if (copies !== null) await removeOld(copies, FILE_PREFIX, RETENTION);
}

/** Writes a bitext to a file; it may be a memory of any length. */
export const writeBitext = work<{ readonly id: number; readonly path: string }, void>(
  'write a bitext',
  { room: 'long' },
  (desk, { id, path }) => pipeline(Readable.from(dumpBitext(desk, id)), createGzip(), createWriteStream(path)),
);
