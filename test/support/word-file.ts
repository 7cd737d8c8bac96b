import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { App } from '../../src/app/app.ts';
import { exportBitexts } from '../../src/app/export/export-bitexts.ts';

/** The Word file of a bitext. */
export async function wordFile(app: App, id: number): Promise<Uint8Array> {
  const file = await exportBitexts(app, { bitexts: [id], format: 'docx', status: 'all', minConfidence: 0 });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.chunks) if (typeof chunk !== 'string') chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A Word file as it comes back, its main part changed. */
export function changedIn(file: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml']!)));
  return zipSync(parts);
}

/** The rows of its table as XML, the header left out. */
export const rowsIn = (xml: string) => [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(String).slice(1);
