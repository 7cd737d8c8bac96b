import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { storeProblem } from '../../store/engine/failure.ts';
import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { work } from '../jobs/work.ts';
import { type ExportRequest, exportBitexts } from './export-bitexts.ts';
import { refuseEmptyChoice } from './export-documents.ts';
import { exportParallel, type ParallelRequest } from './export-parallel.ts';
import { exportZip } from './export-zip.ts';

/** What to export, and whether as one file or as a zip with one for each bitext or each pair of languages. */
export interface FileRequest extends ExportRequest {
  readonly pack: 'one' | 'languages' | 'zip';
}

/** A file on its way out, which may be longer than anything that is held in memory. */
export interface FileOnItsWay {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Bytes that are read back at once. */
const CHUNK_BYTES = 1 << 16;

/**
 * Exports stored bitexts, or an article with all its translations, as one file. A thread writes it to the disk as fast as it can, and it is read back behind it as
 * fast as whoever takes it wants it, so that a slow network holds neither a thread nor a state of the database.
 * @param signal given up with it
 * @throws Problem as `exportBitexts` does, where no row would go out, and all that fails before the first byte
 */
export async function exportFile(
  app: App,
  request: FileRequest | ParallelRequest,
  signal: AbortSignal,
): Promise<FileOnItsWay> {
  // Only looked at here: nothing is read before the chunks are asked for.
  const { name, mediaType } = await fileOf(app, request);
  const path = join(await app.scratch.folder(), randomUUID());
  const chunks = writeInThread(app, { request, path }, signal);
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value;
    yield* chunks;
  }
  return { name, mediaType, chunks: all() };
}

interface WriteOrder {
  readonly request: FileRequest | ParallelRequest;
  readonly path: string;
}

/** Writes an export to a file, and says after each piece how many bytes it has. */
export const writeExport = work<WriteOrder, { readonly findings: readonly Finding[] }>(
  'write an export',
  { room: 'files' },
  async (desk, { request, path }, { onProgress }) => {
    if (!('article' in request)) await refuseEmptyChoice(desk, request);
    const { chunks, findings } = await fileOf(desk, request);
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
    return { findings };
  },
);

function fileOf(desk: Desk, wanted: FileRequest | ParallelRequest) {
  if ('article' in wanted) return exportParallel(desk, wanted);
  const { pack, ...request } = wanted;
  return pack === 'one' ? exportBitexts(desk, request) : exportZip(desk, request, pack === 'languages');
}

/** What a thread writes to a file, as it is written. */
async function* writeInThread(app: App, order: WriteOrder, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let [written, isOver] = [0, false];
  let wake = () => {};
  const work = app.pool
    .run(writeExport, order, {
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
        file ??= await open(order.path);
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
    await rm(order.path, { force: true }).catch(() => {});
  }
}
