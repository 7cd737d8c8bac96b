import { mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../parts.ts';

/**
 * A place for files that are on their way in: beside the database, where there is room for what it shall hold, in a
 * folder for each program that works on it.
 * @param program the name of this one among the others
 */
export function openScratch(database: string, program: string): Scratch {
  const base = database === ':memory:' ? null : `${database}-uploads`;
  let own: Promise<string> | null = null;

  async function make(): Promise<string> {
    if (base === null) return mkdtemp(join(tmpdir(), 'visavis-uploads-'));
    const folder = join(base, program);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  return {
    folder() {
      own ??= make().catch((error: unknown) => {
        own = null;
        throw error;
      });
      return own;
    },
    async sweep(running) {
      if (base === null) return;
      const left = (await readdir(base).catch(() => [])).filter((name) => name !== program && !running.includes(name));
      for (const name of left) await rm(join(base, name), { recursive: true, force: true }).catch(() => {});
      await rmdir(base).catch(() => {});
    },
    async close() {
      if (own) await rm(await own, { recursive: true, force: true }).catch(() => {});
      // Another program may have its own in there.
      if (base !== null) await rmdir(base).catch(() => {});
    },
  };
}
