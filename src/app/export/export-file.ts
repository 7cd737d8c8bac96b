import type { Finding } from '../../core/finding.ts';
import type { App } from '../app.ts';
import type { Desk } from '../desk.ts';
import { fileInThread, writeChunks } from '../jobs/file-in-thread.ts';
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

/**
 * Exports stored bitexts, or an article with all its translations, as one file, which goes out while it is written.
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
  const chunks = await fileInThread(app, writeExport, (path) => ({ request, path }), signal);
  return { name, mediaType, chunks };
}

interface WriteOrder {
  readonly request: FileRequest | ParallelRequest;
  readonly path: string;
}

export const writeExport = work<WriteOrder, { readonly findings: readonly Finding[] }>(
  'write an export',
  { room: 'files' },
  async (desk, { request, path }, { onProgress }) => {
    if (!('article' in request)) await refuseEmptyChoice(desk, request);
    const { chunks, findings } = await fileOf(desk, request);
    await writeChunks(path, chunks, onProgress);
    return { findings };
  },
);

function fileOf(desk: Desk, wanted: FileRequest | ParallelRequest) {
  if ('article' in wanted) return exportParallel(desk, wanted);
  const { pack, ...request } = wanted;
  return pack === 'one' ? exportBitexts(desk, request) : exportZip(desk, request, pack === 'languages');
}
