import { Zip, ZipDeflate } from 'fflate';
import type { Finding } from '../core/finding.ts';
import type { App } from './app.ts';
import { type ExportRequest, exportBitexts } from './export-bitexts.ts';

/** A zip on its way out. */
export interface ZipFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
  readonly findings: readonly Finding[];
}

/**
 * Exports stored bitexts as a zip with a file for each, a bitext in memory at a time.
 * @throws Problem as `exportBitexts` does, before anything is written
 */
export async function exportZip(app: App, request: ExportRequest): Promise<ZipFile> {
  const files = await Promise.all(
    [...new Set(request.bitexts)].map((id) => exportBitexts(app, { ...request, bitexts: [id] })),
  );
  // With nothing chosen this says so.
  if (files.length === 0) await exportBitexts(app, request);
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
        entry.push(encoder.encode(chunk));
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

/** Two bitexts may have one title. */
function uniqueName(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : name.replace(/(\.[^.]+)?$/u, `-${count}$1`);
}
