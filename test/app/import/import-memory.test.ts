import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/app/align/knowledge.ts';
import { type App, headOf } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { openLibrary } from '../../../src/app/library/library.ts';
import { lookUp } from '../../../src/app/library/lookup.ts';
import { faultIn, rowsOf } from '../../../src/core/bitext/bitext.ts';
import { withoutCodes } from '../../../src/core/bitext/inline/codes.ts';
import { msg } from '../../../src/core/message.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { codesOf } from '../../../src/store/review/codes.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { english } from '../../support/english.ts';
import fc from '../../support/random-cases.ts';

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
const rows = async (id: number) =>
  rowsOf(await readBitext(app.store.db, id)).map(
    ({ bead, segments }) =>
      `${bead.status}: ${segments.source.map((s) => s.text)} = ${segments.target.map((t) => t.text)}`,
  );

describe('a translation memory', () => {
  it('becomes a bitext whose rows are confirmed and teach the aligner', async () => {
    const text = tmx(unit('One &amp; two.', 'Un <![CDATA[& deux]]>.') + unit('Three.', 'Trois.', '<note>why</note>'));
    const { id, units, findings } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text) });
    expect([units, findings]).toEqual([2, []]);
    expect(await rows(id)).toEqual(['confirmed: One & two. = Un & deux.', 'confirmed: Three. = Trois.']);
    const bitext = await readBitext(app.store.db, id);
    expect([bitext.sourceLanguage, bitext.targetLanguage, bitext.beads[1]?.note]).toEqual(['en-US', 'fr-CA', 'why']);
    expect(faultIn(bitext)).toBeNull();
    expect((await knowledgeOf(app.store, 'en-US', 'fr-CA', app.packs)).memory).toContainEqual(['Three.', 'Trois.']);
  });

  it('keeps inline codes as characters, and units with one side', async () => {
    const text = tmx(
      unit('Press <bpt i="1">&lt;b&gt;</bpt>now<ept i="1"/> <hi>or</hi> never<ph x="2"/>.', 'Maintenant.') +
        '<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu><tu><tuv xml:lang="de"><seg>Fremd.</seg></tuv></tu>',
    );
    const { id, findings } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text) });
    const codes = await codesOf(app.store.db, id);
    expect([...codes.values()].map(({ kind, element, data }) => [kind, element, data])).toEqual([
      ['open', 'bpt', '<b>'],
      ['close', 'ept', ''],
      ['open', 'hi', ''],
      ['close', 'hi', ''],
      ['alone', 'ph', ''],
    ]);
    expect((await rows(id)).map((row) => withoutCodes(row, codes))).toEqual([
      'confirmed: Press now or never. = Maintenant.',
      'proposed: Alone. = ',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['units-skipped', 'languages-left-out']);
  });

  it('takes the languages that are named from units with several', async () => {
    const text = tmx(
      '<tu><tuv xml:lang="eng"><seg>House</seg></tuv><tuv xml:lang="French"><seg>Maison</seg></tuv><tuv xml:lang="DE-AT"><seg>Haus</seg></tuv></tu>',
      '<header srclang="*all*"/>',
    );
    const { id } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text), from: 'de', to: 'fr' });
    expect(await rows(id)).toEqual(['confirmed: Haus = Maison']);
  });

  it.each(['utf-16le', 'utf-16be'])('is read in %s, with its mark and without', async (encoding) => {
    for (const mark of ['\ufeff', '']) {
      const little = Buffer.from(mark + tmx(unit('É', 'À')), 'utf16le');
      const bytes = new Uint8Array(encoding === 'utf-16le' ? little : little.swap16());
      const { id } = await importMemory(app, { name: 'm.tmx', pieces: pieces(bytes) });
      expect(await rows(id)).toEqual(['confirmed: É = À']);
    }
  });

  it('is read in the encoding that it declares', async () => {
    const text = tmx(unit('Caf\u00e9', 'D\u00e9j\u00e0 vu')).replace('?>', ' encoding="windows-1252"?>');
    const { id } = await importMemory(app, { name: 'm.tmx', pieces: pieces(Buffer.from(text, 'latin1')) });
    expect(await rows(id)).toEqual(['confirmed: Café = Déjà vu']);
    const unknown = tmx(unit('É', 'À')).replace('?>', ' encoding="klingon"?>');
    const other = await importMemory(app, { name: 'm.tmx', pieces: pieces(unknown) });
    expect(await rows(other.id)).toEqual(['confirmed: É = À']);
  });

  it('is read up to where it is damaged', async () => {
    const text = tmx(unit('One.', 'Un.') + unit('Two.', 'Deux.')).slice(0, -60);
    const { id, findings } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text) });
    expect(await rows(id)).toEqual(['confirmed: One. = Un.']);
    expect(english(findings[0]?.message)).toMatch(/Units read before the damage: 1\. Line 1, column \d+: /u);
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>&b;</seg></tuv></tu></body></tmx>',
    ],
    [
      'another file',
      '<!DOCTYPE tmx [<!ENTITY f SYSTEM "file:///etc/passwd">]><tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&f;</seg></tuv></tu></body></tmx>',
    ],
    ['a million elements deep', `<tmx version="1.4"><body>${'<tu>'.repeat(1_000_000)}`],
    ['a NUL', '<tmx version="1.4"><body>\u0000</body></tmx>'],
    ['no TMX', '<html></html>'],
    ['nothing', ''],
    ['no units', tmx('')],
  ])('is refused with %s, and nothing is stored', async (_name, text) => {
    await expect(importMemory(app, { name: 'm.tmx', pieces: pieces(text, 65_536) })).rejects.toThrow(/m\.tmx/u);
    expect((await openLibrary(app, {})).entries).toEqual([]);
  });

  it('is refused for what it is where it is a text or a table', async () => {
    const table = importMemory(app, { name: 'pairs.txt', pieces: pieces('  One.\tUn.\n') });
    await expect(table).rejects.toMatchObject({
      title: msg('{name} is neither TMX nor XLIFF.', { name: 'pairs.txt' }),
      detail: msg('It begins with “{beginning}”.', { beginning: 'One.\tUn.\n' }),
    });
  });

  it('keeps who changed a unit and what other tools said of it, and writes both again', async () => {
    const text = tmx(
      '<tu creationdate="20200101T101010Z" creationid="Old"><prop type="client">A &amp; B</prop><prop type="client">C</prop><prop type="x-status">flagged</prop><tuv xml:lang="en"><seg>The quiet harbour.</seg></tuv><tuv xml:lang="fr" changedate="20240116T120000Z" changeid="Ana"><prop type="domain">news</prop><seg>Le port tranquille.</seg></tuv></tu>' +
        unit('Two.', 'Deux.'),
    );
    const { id } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text) });
    const written = async (bitext: number) => {
      let xml = '';
      const file = await exportBitexts(app, { bitexts: [bitext], format: 'tmx', status: 'all', minConfidence: 0 });
      for await (const chunk of file.chunks) xml += chunk;
      return xml;
    };
    const xml = await written(id);
    expect(xml.match(/<tuv?\b[^>]*>/gu)).toEqual([
      '<tu creationdate="20200101T101010Z" creationid="Old">',
      '<tuv xml:lang="en">',
      '<tuv xml:lang="fr" changedate="20240116T120000Z" changeid="Ana">',
      '<tu>',
      '<tuv xml:lang="en">',
      '<tuv xml:lang="fr">',
    ]);
    expect(xml.match(/<prop type="(?!x-)[^/]*/gu)).toEqual([
      '<prop type="client">A &amp; B<',
      '<prop type="client">C<',
      '<prop type="domain">news<',
    ]);
    const again = await importMemory(app, { name: 'm.tmx', pieces: pieces(xml) });
    const body = (file: string) => file.replace(/<header[^>]*>/u, '');
    expect(body(await written(again.id))).toBe(body(xml));

    const [match] = await lookUp(app, { text: 'The quiet harbour.', from: 'en', to: 'fr' });
    expect(match?.props).toEqual([
      ['client', 'A & B'],
      ['client', 'C'],
      ['domain', 'news'],
    ]);
    const csv = await exportBitexts(app, { bitexts: [id], format: 'csv', status: 'all', minConfidence: 0 });
    for await (const _chunk of csv.chunks);
    expect(csv.findings.map(({ code }) => code)).toEqual(['left-out', 'not-held']);
  });

  it('says which languages of its units were left out', async () => {
    const german = '<tuv xml:lang="de"><seg>Eins.</seg></tuv></tu>';
    const text = tmx(unit('One.', 'Un.').replace('</tu>', german) + unit('Two.', 'Deux.').replace('</tu>', german));
    const { findings } = await importMemory(app, { name: 'm.tmx', pieces: pieces(text) });
    expect(findings.map(({ message }) => english(message))).toEqual([
      'Other languages of the file were left out: de. Import it again for them, choosing the languages.',
    ]);
  });

  it('packed by gzip is read, and one that is cut off as far as it goes', async () => {
    const packed = gzipSync(tmx(Array.from({ length: 2000 }, (_, i) => unit(`One ${i}.`, `Un ${i}.`)).join('')));
    const { id, units } = await importMemory(app, { name: 'm.tmx.gz', pieces: pieces(packed, 1000) });
    expect([units, (await headOf(app, id)).title]).toEqual([2000, 'm']);
    const cut = await importMemory(app, { name: 'm.tmx.gz', pieces: pieces(packed.subarray(0, -2000), 1000) });
    expect(cut.units).toBeGreaterThan(500);
    expect(cut.findings[0]?.code).toBe('file-damaged');
    const broken = Buffer.from(packed).fill(0xff, 200, 300);
    await expect(importMemory(app, { name: 'm.tmx.gz', pieces: pieces(broken, 1000) })).rejects.toMatchObject({
      title: msg('“{name}” cannot be unpacked.', { name: 'm.tmx.gz' }),
    });
  });

  it('comes back as it was exported: texts, statuses, confidences and notes', { timeout: 60_000 }, async () => {
    const texts = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      // What stands for codes in the store is taken out of texts that come in.
      .map((text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{effff}]/gu, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 6 }), async (pairs) => {
        const clean = (text: string) => text.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim();
        const kept = pairs.map(([a, b]) => [clean(a), clean(b)] as const).filter(([a, b]) => a.trim() && b.trim());
        if (kept.length === 0) return;
        const bitext = bitextOf(kept.map(() => '1-1').join(' '));
        const id = await storeBitext(app, {
          ...bitext,
          source: bitext.source.map((segment, i) => ({ ...segment, text: kept[i]![0] })),
          target: bitext.target.map((segment, i) => ({ ...segment, text: kept[i]![1] })),
        });
        let xml = '';
        const file = await exportBitexts(app, { bitexts: [id], format: 'tmx', status: 'all', minConfidence: 0 });
        for await (const chunk of file.chunks) xml += chunk;
        const back = await importMemory(app, { name: 'back.tmx', pieces: pieces(xml, 50) });
        const texted = async (which: number) =>
          rowsOf(await readBitext(app.store.db, which)).map(({ bead, segments }) => [
            segments.source.map((s) => s.text).join(),
            segments.target.map((t) => t.text).join(),
            bead.status,
            bead.confidence,
          ]);
        expect(await texted(back.id)).toEqual(await texted(id));
      }),
      { numRuns: 15 },
    );
  });
});
