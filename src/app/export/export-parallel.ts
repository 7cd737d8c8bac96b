import type { Finding } from '../../core/finding.ts';
import { goesOut, type ParallelDocument, parallelTmx } from '../../core/formats/parallel-tmx.ts';
import { msg } from '../../core/message.ts';
import type { Desk } from '../desk.ts';
import { type ExportFile, fileName } from './export-bitexts.ts';
import { noRowChosen } from './export-documents.ts';
import { FILE_FORMATS } from './file-formats.ts';
import { differingIn, parallelDocument } from './parallel-text.ts';
import { workbook } from './xlsx.ts';

/** Formats that hold more than two languages. */
export const PARALLEL_FORMATS = ['tmx', 'xlsx'] as const;

/** An article with all its translations as one file. */
export interface ParallelRequest {
  readonly article: number;
  readonly format: (typeof PARALLEL_FORMATS)[number];
  readonly status: 'all' | 'confirmed';
}

/**
 * Writes an article with all its translations that are aligned.
 * @throws Problem as `parallelDocument` does, or where nothing is confirmed that is to be, before anything is written
 */
export async function exportParallel(desk: Desk, { article, format, status }: ParallelRequest): Promise<ExportFile> {
  const document = await parallelDocument(desk.store.db, article);
  if (status === 'confirmed' && !document.rows.some(({ cells }) => cells.some((cell) => goesOut(cell, status))))
    throw noRowChosen(status);
  const { extension, mediaType } = FILE_FORMATS[format];
  async function* chunks(): AsyncGenerator<string | Uint8Array> {
    if (format === 'tmx') yield* parallelTmx(document, { status, now: desk.now() });
    else yield* sheet(document, status);
  }
  const name = `${fileName(document.title)}.${extension}`;
  return { name, mediaType, chunks: chunks(), findings: leftOut(document) };
}

/** A column a language behind the numbers of the rows; at last, in which languages a row translates another source. */
function sheet(
  { language, languages, rows }: ParallelDocument,
  status: ParallelRequest['status'],
): AsyncGenerator<Uint8Array> {
  async function* lines(): AsyncGenerator<string[]> {
    for (const [at, row] of rows.entries()) {
      const texts = row.cells.map((cell) => (goesOut(cell, status) ? cell.text : ''));
      const differing = differingIn(row, languages);
      if (texts.every((text) => text === '') && differing.length === 0) continue;
      yield [String(at + 1), row.source, ...texts, differing.join(', ')];
    }
  }
  const header = ['row', language, ...languages, 'source differs'];
  return workbook(header, lines(), [8, ...[language, ...languages].map(() => 60), 16]);
}

function leftOut({ title, languages, rows }: ParallelDocument): Finding[] {
  const count = rows.filter((row) => differingIn(row, languages).length > 0).length;
  if (count === 0) return [];
  const message = msg('{count} rows have a translation of another source, which is left out.', { count });
  return [{ code: 'source-differs', severity: 'warning', place: title, message }];
}
