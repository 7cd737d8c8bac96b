import type { Finding } from '../../core/finding.ts';
import type { ExportDocument } from '../../core/formats/format.ts';
import { lossCounter } from '../../core/formats/losses.ts';
import type { Desk } from '../desk.ts';
import { chosenBitexts, type ExportRequest, exportDocuments } from './export-documents.ts';
import { ignoredChoices } from './export-losses.ts';
import { FILE_FORMATS } from './file-formats.ts';

export type { ExportRequest };

/** Characters of a chunk. */
const CHUNK_LENGTH = 1 << 16;

/** A file on its way out: its name and type at once, its content as it is read from the store. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<string | Uint8Array>;
  /** What could not be written as it is; complete once the chunks have been read. */
  readonly findings: readonly Finding[];
}

/**
 * Exports stored bitexts as one file, a bitext in memory at a time.
 * @throws Problem where one is missing or not aligned yet, before anything is written
 */
export async function exportBitexts(desk: Desk, request: ExportRequest): Promise<ExportFile> {
  const heads = await chosenBitexts(desk, request);
  const languages = new Set(heads.map((head) => head.sourceLanguage));
  const [first] = heads;
  const format = FILE_FORMATS[request.format];
  const findings: Finding[] = [];
  const options = {
    status: request.status,
    minConfidence: request.minConfidence,
    regions: request.regions ?? true,
    unique: request.unique ?? false,
    context: request.context ?? false,
    sourceLanguage: languages.size === 1 && first ? first.sourceLanguage : null,
    now: desk.now(),
  };
  const title = heads.length === 1 && first ? first.title : '';
  async function* documents(): AsyncGenerator<ExportDocument> {
    const losses = lossCounter(request.format, options);
    for await (const document of exportDocuments(desk.store.db, heads, request)) {
      losses.add(document);
      yield document;
    }
    findings.push(...losses.findings(title), ...ignoredChoices(request, title));
  }
  return {
    name: `${fileName(title || 'visavis')}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: inLargeChunks(format.write(documents(), options)),
    findings,
  };
}

/** Joins chunks of text to some that are worth a write; bytes go as they come. */
async function* inLargeChunks(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let waiting = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    waiting += chunk;
    if (waiting.length < CHUNK_LENGTH) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting) yield waiting;
}

/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, '')
    .trim()
    .replace(/\s+/gu, '-');
  return [...clean].slice(0, 80).join('') || 'visavis';
}
