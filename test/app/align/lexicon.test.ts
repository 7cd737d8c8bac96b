import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportLexicon, importLexicon } from '../../../src/app/align/lexicon.ts';
import type { App } from '../../../src/app/app.ts';
import { openTestApp } from '../../support/app.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const known = async (from: string, to: string) =>
  (await exportLexicon(app, from, to)).map(({ source, target }) => `${source} ${target}`).sort();

describe('a dictd dictionary', () => {
  const entries = [
    ['00databaseinfo', '00databaseinfo\nA dictionary made for a test\n'],
    ['Hafen', 'Hafen /ˈhaːfən/ <n, masc, sg>\n1. port, harbour\n2. haven (fig.)\n Synonym: {Anlegestelle}\n'],
    ['Wal', 'Wal <n>\nwhale [zool.]\n"der Wal taucht" - the whale dives\n'],
  ] as const;
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const base64 = (value: number): string =>
    value < 64 ? digits[value]! : base64(Math.floor(value / 64)) + digits[value % 64];
  let dictionary = '';
  const index = entries
    .map(([headword, entry]) => {
      const line = `${headword}\t${base64(bytesOf(dictionary).length)}\t${base64(bytesOf(entry).length)}\n`;
      dictionary += entry;
      return line;
    })
    .join('');

  it.each([
    ['plain', bytesOf(dictionary)],
    ['packed', gzipSync(dictionary)],
  ])('is read %s: translations without labels, examples and remarks', async (_name, bytes) => {
    expect(await importLexicon(app, { bytes, name: 'de-en.dict', index: bytesOf(index) }, 'de', 'en')).toBe(4);
    expect(await known('de', 'en')).toEqual(['Hafen harbour', 'Hafen haven', 'Hafen port', 'Wal whale']);
  });

  it.each([
    ['an index that points outside', bytesOf('Hafen\tzzzz\tz\n'), 'points outside'],
    ['an index with other columns', bytesOf('Hafen\n'), 'Line 1 of its index'],
    ['an empty index', bytesOf(''), 'no entries'],
  ])('is refused with %s, and nothing is stored', async (_name, odd, message) => {
    const file = { bytes: bytesOf(dictionary), name: 'de-en.dict', index: odd };
    await expect(importLexicon(app, file, 'de', 'en')).rejects.toThrow(message);
    expect(await known('de', 'en')).toEqual([]);
  });

  it('is refused where its packing is broken', async () => {
    const file = { bytes: gzipSync(dictionary).subarray(0, 30), name: 'x.dict.dz', index: bytesOf(index) };
    await expect(importLexicon(app, file, 'de', 'en')).rejects.toThrow('x.dict.dz cannot be read');
  });
});

describe('a translation memory', () => {
  const unit = (a: string, b: string) =>
    `<tu><tuv xml:lang="EN-US"><seg>${a}</seg></tuv><tuv lang="fr"><seg>${b}</seg></tuv></tu>`;
  const memory = (units: string) =>
    bytesOf(`<?xml version="1.0"?><tmx version="1.4"><header/><body>${units}</body></tmx>`);

  it('teaches which words go together', async () => {
    const bytes = memory(
      [
        unit('The <bpt i="1">&lt;b&gt;</bpt>lighthouse<ept i="1">&lt;/b&gt;</ept> is old.', 'Le phare est vieux.'),
        unit('A lighthouse burns.', 'Un phare brûle.'),
        unit('The lighthouse and the gull.', 'Le phare et la mouette.'),
        unit('One gull, a lighthouse', 'Une mouette, un phare'),
      ].join(''),
    );
    expect(await importLexicon(app, { bytes, name: 'm.tmx' }, 'en', 'fr')).toBeGreaterThan(0);
    expect(await known('en', 'fr')).toContain('light phare');
    expect((await known('en', 'fr')).join()).not.toContain('lt');
  });

  it('says that it has other languages, and where it is broken', async () => {
    const bytes = memory(unit('One.', 'Un.'));
    await expect(importLexicon(app, { bytes, name: 'm.tmx' }, 'de', 'es')).rejects.toThrow('no units in these two');
    const cut = bytes.subarray(0, bytes.length - 20);
    await expect(importLexicon(app, { bytes: cut, name: 'm.tmx' }, 'en', 'fr')).rejects.toThrow(
      /m\.tmx cannot be read as TMX\. Line 1, column \d+: /,
    );
  });
});
