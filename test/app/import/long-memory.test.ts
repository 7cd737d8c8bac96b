import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { memoriesInWorker } from '../../../src/app/import/read-memory.ts';
import { openLibrary } from '../../../src/app/library/library.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { codesOf } from '../../../src/store/review/codes.ts';
import { openTestApp } from '../../support/app.ts';
import { english } from '../../support/english.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
const tmx = (units: string, header = '<header srclang="EN-US"/>') =>
  `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">${header}<body>${units}</body></tmx>`;
const unit = (a: string, b: string, more = '') =>
  `<tu>${more}<tuv xml:lang="EN-US"><seg>${a}</seg></tuv><tuv lang="fr_CA"><seg>${b}</seg></tuv></tu>`;
describe('a long translation memory is read in a thread of its own', () => {
  const long = (more = '') => {
    const filler = 'word '.repeat(200);
    const units = Array.from({ length: 5000 }, (_, i) => unit(`${i} ${filler}`, `${i} ${filler}<ph x="${i}"/>`));
    return tmx(units.join('') + more);
  };

  it('and stored like any other', async () => {
    const onProgress: number[] = [];
    const text = long(unit('The end.', 'Fin.', '<note>last</note>'));
    const { id, units } = await importMemory(app, {
      name: 'm.tmx',
      pieces: pieces(text, 100_000),
      onProgress: (bytes) => onProgress.push(bytes),
    });
    expect(units).toBe(5001);
    expect(onProgress.reduce((sum, bytes) => sum + bytes)).toBe(text.length);
    const bitext = await readBitext(app.store.db, id);
    expect(faultIn(bitext)).toBeNull();
    expect(bitext.source.map(({ text }) => Number.parseInt(text, 10)).slice(0, -1)).toEqual([...Array(5000).keys()]);
    expect(bitext.beads.at(-1)?.note).toBe('last');
    expect((await codesOf(app.store.db, id)).size).toBe(5000);
  });

  it('but for what is damaged', async () => {
    const { units, findings } = await importMemory(app, {
      name: 'm.tmx',
      pieces: pieces(`${long()}<`.replace('4000 word', '4000 </x> word'), 100_000),
    });
    expect(units).toBe(4999);
    expect(english(findings[0]?.message)).toMatch(/^Damaged passages skipped: 1\. The first: Line 1, column \d+: /u);
  });

  it('or refused, with nothing stored', async () => {
    const strange = long().replaceAll('EN-US', 'x-?');
    await expect(importMemory(app, { name: 'm.tmx', pieces: pieces(strange, 100_000) })).rejects.toThrow(
      'The languages of m.tmx could not be detected.',
    );
    const stop = new AbortController();
    const stopped = importMemory(app, {
      name: 'm.tmx',
      pieces: pieces(long(), 100_000),
      onProgress: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(stopped).rejects.toThrow('The import was cancelled.');
    async function* breaking() {
      yield* pieces(long(), 1_000_000);
      throw new Error('the disk is gone');
    }
    await expect(importMemory(app, { name: 'm.tmx', pieces: breaking() })).rejects.toThrow('the disk is gone');
    expect((await openLibrary(app, {})).entries).toEqual([]);
  });

  it('and says so if the thread cannot go on', async () => {
    const readMemory = memoriesInWorker(new URL('../no-such-worker.js', import.meta.url));
    await expect(
      importMemory({ ...app, readMemory }, { name: 'm.tmx', pieces: pieces(long(), 100_000) }),
    ).rejects.toThrow(/“m.tmx” cannot be read\. The reading stopped\./u);
  });
});
