import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { exportBitexts } from '../../src/app/export/export-bitexts.ts';
import type { FileFormatName } from '../../src/app/export/file-formats.ts';
import { importMemory } from '../../src/app/import/import-memory.ts';
import { editBitext } from '../../src/app/review/edit-bitext.ts';
import { rowsOf } from '../../src/core/bitext/bitext.ts';
import { inEnglish } from '../../src/core/translator.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { openTestApp } from './app.ts';
import { bytes } from './chunks.ts';

/** An app of its own for each test of a file that imports this. */
export let app: App;

beforeEach(async () => {
  app = await openTestApp();
});

afterEach(() => app.close());

export async function imported(name: string, text: string, languages: { from?: string; to?: string } = {}) {
  async function* pieces() {
    yield bytes(text);
  }
  const { id, findings } = await importMemory(app, { name, pieces: pieces(), ...languages });
  return { id, codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => inEnglish(message)) };
}

export async function exported(id: number, format: FileFormatName): Promise<string> {
  let text = '';
  const file = await exportBitexts(app, { bitexts: [id], format, status: 'all', minConfidence: 0 });
  for await (const chunk of file.chunks) text += chunk;
  return text;
}

export const body = (xml: string) => xml.replace(/^[\s\S]*<body>/u, '');

export const rows = async (id: number) =>
  rowsOf(await readBitext(app.store.db, id)).map(
    ({ bead, segments }) =>
      `${bead.status}: ${segments.source.map(({ text }) => text).join('+')} = ${segments.target.map(({ text }) => text).join('+')}`,
  );

export const confirm = async (id: number, place: number) => {
  const bead = (await readBitext(app.store.db, id)).beads[place]!.id;
  await editBitext(app, id, {
    clientId: randomUUID(),
    author: 'ann',
    operation: { action: 'setStatus', beads: [bead], status: 'confirmed' },
  });
};

export const tmx = (units: string) =>
  `<tmx version="1.4"><header creationtool="other" srclang="en"/><body>${units}</body></tmx>`;

export const tuv = (language: string, text: string, more = '', about = '') =>
  `<tuv xml:lang="${language}"${more}>${about}<seg>${text}</seg></tuv>`;

export const xliff = (units: string, languages = 'source-language="en" target-language="fr"') =>
  `<xliff version="1.2"><file original="a" ${languages} datatype="plaintext"><body>${units}</body></file></xliff>`;

export const unit = (id: string, target: string, more = '') =>
  `<trans-unit id="${id}"${more}><source>One ${id}.</source>${target}</trans-unit>`;
