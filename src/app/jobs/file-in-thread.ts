import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeProblem } from '../../store/engine/failure.ts';
import type { App } from '../app.ts';
import type { Work } from '../desk.ts';

/** Bytes that are read back at once. */
const CHUNK_BYTES = 1 << 16;

/**
 * A file that a thread writes to the disk as fast as it can, and that is read back behind it as fast as whoever takes it
 * wants it, so that a slow network holds neither a thread nor a state of the database, and memory holds a piece of it.
 * @param kind work that writes it with `writeChunks`
 * @param orderFor what that is given, with the path of the file
 * @param signal given up with it
 * @throws all that fails before the first byte
 */
export async function fileInThread<Order>(
  app: Pick<App, 'pool' | 'scratch'>,
  kind: Work<Order, unknown>,
  orderFor: (path: string) => Order,
  signal: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  const path = join(await app.scratch.folder(), randomUUID());
  const chunks = writtenIn(app, kind, { path, order: orderFor(path) }, signal);
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value;
    yield* chunks;
  }
  return all();
}

/** Writes a new file, and says after each piece how many bytes it has. */
export async function writeChunks(
  path: string,
  chunks: AsyncIterable<string | Uint8Array>,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let bytes = 0;
    for await (const chunk of chunks) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      await file.writeFile(data);
      bytes += data.length;
      onProgress(bytes);
    }
  } catch (error) {
    // A full disk is named as such.
    throw storeProblem(error, path);
  } finally {
    await file.close();
  }
}

async function* writtenIn<Order>(
  app: Pick<App, 'pool'>,
  kind: Work<Order, unknown>,
  { path, order }: { readonly path: string; readonly order: Order },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let [written, isOver] = [0, false];
  let wake = () => {};
  const work = app.pool
    .run(kind, order, {
      signal,
      onProgress(bytes) {
        written = bytes;
        wake();
      },
    })
    .finally(() => {
      isOver = true;
      wake();
    });
  // Looked at when all that was written has gone out.
  work.catch(() => {});
  let file: FileHandle | null = null;
  try {
    for (let sent = 0; ; ) {
      if (sent < written) {
        file ??= await open(path);
        const piece = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, written - sent));
        const { bytesRead } = await file.read(piece, 0, piece.length, sent);
        sent += bytesRead;
        yield piece.subarray(0, bytesRead);
      } else if (isOver) break;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    await work;
  } finally {
    await file?.close();
    // Where a thread that is being ended holds it still, it is swept away with its folder.
    await rm(path, { force: true }).catch(() => {});
  }
}
