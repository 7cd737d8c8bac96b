import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { HeldUpload, HeldUploads, StoredUpload } from '../parts.ts';

/** Files that are held at once; with one more the oldest is let go. */
const MAX_HELD = 20;
/** How long a file is held, in ms. */
const MAX_TIME = 3_600_000;

interface Entry {
  readonly file: HeldUpload;
  readonly until: number;
  /** What has been stored of it, or is being. */
  stored?: Promise<StoredUpload> | undefined;
}

/**
 * Holds files that people have sent while they look at what is in them, so that no page carries a file there and back.
 * They lie in the program's own folder, which is emptied when it ends, or when the next one starts.
 * @param clock in ms
 */
export function createHeldUploads(clock: () => number = Date.now): HeldUploads {
  const held = new Map<string, Entry>();

  async function letGo(id: string): Promise<void> {
    const entry = held.get(id);
    held.delete(id);
    if (entry) await rm(entry.file.path, { force: true });
  }

  return {
    async hold(file) {
      const idle = [...held].filter(([, { stored }]) => stored === undefined);
      const overdue = [...held].filter(([, { until }]) => until <= clock());
      const oldest = held.size - overdue.length >= MAX_HELD ? idle.slice(0, 1) : [];
      for (const [id] of [...overdue, ...oldest]) await letGo(id);
      const id = randomUUID();
      held.set(id, { file, until: clock() + MAX_TIME });
      return id;
    },
    get(id) {
      const entry = held.get(id);
      return entry && entry.until > clock() ? entry.file : null;
    },
    async store(id, work) {
      const entry = held.get(id)!;
      entry.stored ??= work(entry.file).catch((error: unknown) => {
        entry.stored = undefined;
        throw error;
      });
      const stored = await entry.stored;
      await rm(entry.file.path, { force: true });
      return stored;
    },
  };
}
