import { Zip, ZipDeflate } from 'fflate';
import type { Finding } from '../../core/finding.ts';
import { headOf } from '../app.ts';
import type { Desk } from '../desk.ts';
import { type ExportRequest, exportBitexts } from './export-bitexts.ts';
import { FILE_FORMATS } from './file-formats.ts';

/** A zip on its way out. */
export interface ZipFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
  readonly findings: readonly Finding[];
}

/**
 * Exports stored bitexts as a zip with a file for each, a bitext in memory at a time.
 * @param byLanguages a file for each pair of languages instead
 * @throws Problem as `exportBitexts` does, before anything is written
 */
export async function exportZip(desk: Desk, request: ExportRequest, byLanguages = false): Promise<ZipFile> {
  const ids = [...new Set(request.bitexts)];
  const { extension } = FILE_FORMATS[request.format];
  const groups = byLanguages ? await groupsByLanguages(desk, ids) : ids.map((id) => ({ bitexts: [id], name: null }));
  const files = await Promise.all(
    groups.map(async ({ bitexts, name }) => {
      const file = await exportBitexts(desk, { ...request, bitexts });
      return { ...file, name: name ? `${name}.${extension}` : file.name };
    }),
  );
  // With nothing chosen this says so.
  if (files.length === 0) await exportBitexts(desk, request);
  const findings: Finding[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let waiting: Uint8Array[] = [];
    const zip = new Zip((error, data) => {
      if (error) throw error;
      waiting.push(data);
    });
    const names = new Map<string, number>();
    for (const file of files) {
      const entry = new ZipDeflate(uniqueName(file.name, names), { level: 6 });
      zip.add(entry);
      const encoder = new TextEncoder();
      for await (const chunk of file.chunks) {
        entry.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
        yield* waiting;
        waiting = [];
      }
      entry.push(new Uint8Array(0), true);
      findings.push(...file.findings);
    }
    zip.end();
    yield* waiting;
  }
  return { name: 'visavis.zip', mediaType: 'application/zip', chunks: chunks(), findings };
}

/** Bitexts by their pair of languages, each group with a name for its file. */
async function groupsByLanguages(desk: Desk, ids: readonly number[]): Promise<{ bitexts: number[]; name: string }[]> {
  const groups = new Map<string, number[]>();
  for (const { id, sourceLanguage, targetLanguage } of await Promise.all(ids.map((one) => headOf(desk, one)))) {
    const name = `${sourceLanguage}_${targetLanguage}`;
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups].map(([name, bitexts]) => ({ bitexts, name }));
}

/** Two bitexts may have one title. */
function uniqueName(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : name.replace(/(\.[^.]+)?$/u, `-${count}$1`);
}
