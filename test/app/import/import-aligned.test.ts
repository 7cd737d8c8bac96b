import { randomUUID } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import { importAligned } from '../../../src/app/import/import-aligned.ts';
import { importCues } from '../../../src/app/import/import-cues.ts';
import { importTable, openTable } from '../../../src/app/import/import-table.ts';
import { importTei } from '../../../src/app/import/import-tei.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { rowsOf } from '../../../src/core/bitext/bitext.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { all, bytes } from '../../support/chunks.ts';
import { english } from '../../support/english.ts';
import { shapes } from '../../support/notation.ts';
import fc from '../../support/random-cases.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

describe('what is aligned already', () => {
  const file = (name: string, text: string, language?: string) => ({ name, bytes: bytes(text), language });

  it('comes in with a ladder, with beads, or line by line', async () => {
    const texts = { source: file('a.en', 's1\n\ns2\ns3\n', 'en'), target: file('a.fr', 't1\nt2\n', 'fr') };
    const ladder = await importAligned(app, { ...texts, alignment: file('a.ladder', '0\t0\t1\n3\t1\t1\n4\t2\t1\n') });
    expect(shapes((await readBitext(app.store.db, ladder)).beads)).toBe('2-1 1-1');
    const beads = await importAligned(app, { ...texts, alignment: file('a.beads', '[0]:[0]:0.1\n[3]:[1]:0.2\n') });
    expect(shapes((await readBitext(app.store.db, beads)).beads)).toBe('1-1 1-0 1-1');
    await expect(importAligned(app, texts)).rejects.toThrow('not have the same number of lines');
    await expect(importAligned(app, { ...texts, alignment: file('x', '[9]:[0]:1') })).rejects.toThrow('does not fit');
    const moses = await importAligned(app, { source: file('m.en', 'a\nb', 'en'), target: file('m.fr', 'c\nd', 'fr') });
    expect(shapes((await readBitext(app.store.db, moses)).beads)).toBe('1-1 1-1');
  });

  it('is refused where the alignment puts a segment into two rows, or names places without end', async () => {
    const texts = { source: file('a.en', 's1\ns2', 'en'), target: file('a.fr', 't1\nt2', 'fr') };
    const aligned = (text: string) => importAligned(app, { ...texts, alignment: file('x', text) });
    await expect(aligned('[0, 0]:[0]')).rejects.toMatchObject({ detail: /segment 0 of the source into two rows/u });
    await expect(aligned('[0]:[1]\n[1]:[1]')).rejects.toMatchObject({ detail: /segment 1 of the translation/u });
    await expect(aligned('0\t0\t1\n2\t2\t1\n1\t1\t1\n2\t2\t1')).rejects.toThrow('into two rows');
    await expect(aligned('0\t0\t1\n9000000000000\t2\t1')).rejects.toThrow('line 2: not a rung');
    const many = Array.from({ length: 300_000 }, (_, i) => i).join(', ');
    await expect(aligned(`[${many}]:[0]`)).rejects.toMatchObject({ detail: /It names segment 299999/u });
  });

  it('comes in from TEI as it went out, and from InterText’s three files', async () => {
    const id = await importStory(app);
    const before = await readBitext(app.store.db, id);
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'setStatus', beads: [before.beads[1]!.id], status: 'confirmed' },
    });
    const out = await exportBitexts(app, { bitexts: [id], format: 'tei', status: 'all', minConfidence: 0 });
    const xml = file('a.tei.xml', (await all(out.chunks)).join(''));
    const [back] = await importTei(app, { alignment: xml });
    const rows = async (which: number) =>
      rowsOf(await readBitext(app.store.db, which)).map(({ bead, segments }) => [
        segments.source.map(({ text }) => text),
        segments.target.map(({ text }) => text),
        bead.status,
      ]);
    expect(await rows(back!)).toEqual(await rows(id));

    const text = (lines: readonly string[]) =>
      `<text><body><p>${lines.map((line, i) => `<s id="1:${i + 1}">${line}</s>`).join('')}</p></body></text>`;
    const texts = {
      source: file('story.en.xml', text(['One.', 'Two &amp; three.', 'Four.'])),
      target: file('story.fr.xml', text(['Un.', 'Deux.', 'Trois.'])),
    };
    const links = (to: string, from: string) =>
      `<?xml version="1.0"?><linkGrp toDoc="${to}" fromDoc="${from}"><link type="1-1" xtargets="1:1;1:1" status="man"/><link type="2-1" xtargets="1:2 1:3;1:2" status="auto"/></linkGrp>`;
    const languages = { from: 'en', to: 'fr' };
    const shapesOf = async (xmlText: string) => {
      const [one] = await importTei(app, { alignment: file('l.xml', xmlText), texts, ...languages });
      return rows(one!);
    };
    expect(await shapesOf(links('story.fr.xml', 'story.en.xml'))).toEqual([
      [['One.'], ['Un.'], 'confirmed'],
      [['Two & three.'], ['Deux.', 'Trois.'], 'proposed'],
      [['Four.'], [], 'proposed'],
    ]);
    expect((await shapesOf(links('story.en.xml', 'story.fr.xml'))).slice(1)).toEqual([
      [['Two & three.', 'Four.'], ['Deux.'], 'proposed'],
      [[], ['Trois.'], 'proposed'],
    ]);
    const wrong = importTei(app, { alignment: file('l.xml', links('a', 'b').replace('1:3', '9:9')), texts });
    await expect(wrong).rejects.toThrow('l.xml links to sentence “9:9”');
    await expect(importTei(app, { alignment: file('l.xml', '<text><s id="a">x</s></text>') })).rejects.toThrow(
      'no alignment',
    );
    await expect(importTei(app, { alignment: file('l.xml', '<linkGrp><link') })).rejects.toThrow(
      'cannot be read as TEI',
    );
  });

  it('comes in from subtitles by their times, and goes out as subtitles', async () => {
    const cues = (lines: readonly (readonly [string, string])[]) =>
      lines.map(([time, text], i) => `${i + 1}\n${time}\n${text}\n`).join('\n');
    const { id } = await importCues(app, {
      source: file(
        'film.en.srt',
        cues([
          ['00:00:01,000 --> 00:00:03,000', 'The harbour\nis deep.'],
          ['00:00:04,000 --> 00:00:06,500', 'It was built'],
          ['00:00:06,600 --> 00:00:09,000', 'in 1890.'],
          ['01:00:00,000 --> 01:00:02,000', 'The end'],
        ]),
        'en',
      ),
      target: file(
        'film.fr.srt',
        cues([
          ['00:00:01,100 --> 00:00:03,200', '<i>Le port est profond.</i>'],
          ['00:00:04,000 --> 00:00:09,000', 'Il date de 1890.'],
        ]),
        'fr',
      ),
    });
    const bitext = await readBitext(app.store.db, id);
    expect(
      rowsOf(bitext).map(({ bead, segments }) => [
        segments.source.map(({ text }) => text).join('|'),
        segments.target.map(({ text }) => text).join('|'),
        bead.note,
      ]),
    ).toEqual([
      ['The harbour is deep.', 'Le port est profond.', '00:00:01,100 --> 00:00:03,200'],
      ['It was built in 1890.', 'Il date de 1890.', '00:00:04,000 --> 00:00:09,000'],
      ['The end', '', '01:00:00,000 --> 01:00:02,000'],
    ]);
    const story = await importStory(app);
    const out = await exportBitexts(app, { bitexts: [id, story], format: 'srt', status: 'all', minConfidence: 0 });
    expect((await all(out.chunks)).join('')).toBe(
      '1\n00:00:01,100 --> 00:00:03,200\nLe port est profond.\n\n2\n00:00:04,000 --> 00:00:09,000\nIl date de 1890.\n\n',
    );
    expect(english(out.findings.find(({ code }) => code === 'left-out')?.message)).toBe(
      'Left out because SRT cannot hold it: rows without a translation (1), rows without a time in their note (5) and confidence (8).',
    );
    const none = importCues(app, { source: file('a.srt', 'no', 'en'), target: file('b.srt', 'no', 'fr') });
    await expect(none).rejects.toThrow('no subtitles in a.srt');
  });

  it('comes in from tables, XLSX among them', async () => {
    const csv = await importTable(app, {
      name: 'a.csv',
      bytes: bytes('source;target;status\nOne, two;Un, deux;flagged\n'),
      from: 'en',
      to: 'fr',
    });
    const rows = rowsOf(await readBitext(app.store.db, csv.id));
    expect(rows.map(({ bead, segments }) => [bead.status, segments.target[0]?.text])).toEqual([
      ['flagged', 'Un, deux'],
    ]);
    const file = { name: 'b.csv', bytes: bytes('id,text,texte\n1,Good day,Bonjour\n'), to: 'fr' };
    const odd = await openTable(app, file);
    expect([odd.headed, odd.columns]).toEqual([false, ['source', 'target', 'confidence']]);
    const chosen = { ...odd, headed: true, columns: ['', 'source', 'target'] as const, from: 'en', complete: true };
    await expect(importTable(app, file, { ...chosen, columns: ['', 'source', 'source'] })).rejects.toThrow(
      'Choose one column for the source. Chosen so far in b.csv: 2.',
    );
    const { id } = await importTable(app, file, chosen);
    expect(rowsOf(await readBitext(app.store.db, id)).map(({ segments }) => segments.source[0]?.text)).toEqual([
      'Good day',
    ]);
    const { default: writeExcelFile } = await import('write-excel-file/node');
    const sheet = await writeExcelFile([
      [{ value: 'English' }, { value: 'French' }],
      [{ value: 'The town' }, { value: 'La ville' }],
    ]).toBuffer();
    const xlsx = await importTable(app, { name: 'a.xlsx', bytes: sheet });
    const bitext = await readBitext(app.store.db, xlsx.id);
    expect([bitext.sourceLanguage, bitext.targetLanguage, bitext.target[0]?.text]).toEqual(['en', 'fr', 'La ville']);
    await expect(importTable(app, { name: 'a.xlsx', bytes: bytes('no zip') })).rejects.toThrow(
      'cannot be read as XLSX',
    );
  });

  it.each([
    ['Begriff;Übersetzung', 'Der Hafen ist geschlossen;Le port est fermé'],
    ['Texte source|Traduction', 'Der Hafen ist geschlossen|Le port est fermé'],
    ['术语,译文', 'Der Hafen ist geschlossen,Le port est fermé'],
  ])('a table headed %s has a header; where few words told its languages, it says so', async (header, row) => {
    const { id, findings } = await importTable(app, { name: 'c.csv', bytes: bytes(`${header}\n${row}\n`) });
    const { sourceLanguage, targetLanguage, source } = await readBitext(app.store.db, id);
    expect([sourceLanguage, targetLanguage, source.length]).toEqual(['de', 'fr', 1]);
    expect(findings.map(({ code }) => code)).toContain('languages-doubtful');
  });

  it('is refused at once where cells of a workbook reach too far, or it unpacks to too much', async () => {
    const type = (kind: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    const book = (sheet: string) =>
      zipSync({
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          `<Relationships><Relationship Id="r1" Type="${type('worksheet')}" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${type('styles')}" Target="styles.xml"/></Relationships>`,
        ),
        'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="0"/></cellXfs></styleSheet>'),
        'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      });
    const opened = (sheet: string) => openTable(app, { name: 'far.xlsx', bytes: book(sheet) });
    const far = '<row r="900000"><c r="XEA900000"><v>1</v></c></row>';
    await expect(opened(far)).rejects.toMatchObject({ code: 'too-large', detail: /column 16355 and row 900000;/u });
    await expect(
      opened('<row r="1"><c r="AAA1"><v>1</v></c></row><row r="9000"><c><v>2</v></c></row>'),
    ).rejects.toThrow('far.xlsx has too many cells.');
    const near = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const { sample } = await opened(`${near}<row r="900000"><c r="XEA900000" s="1"/></row>`);
    expect(sample).toEqual([['1', '2']]);
    for (const beyond of [
      '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
      '<row r="1"><c r="A99999999999"><v>1</v></c></row>',
    ])
      await expect(opened(beyond)).rejects.toThrow('far.xlsx has too many cells.');
    await expect(opened('<row r="1"><c r="ABC1"><v>1</v></c></row>')).rejects.toThrow('far.xlsx has too many columns.');
    const wide = { name: 'wide.csv', bytes: bytes(`${'a,'.repeat(600)}\n`) };
    await expect(openTable(app, wide)).rejects.toThrow('Line 1 has 601 cells; up to 500 are read.');
    await expect(opened(' '.repeat(210_000_000))).rejects.toThrow('unpacks to');
  });

  it('comes back from a workbook as it went into it', { timeout: 60_000 }, async () => {
    // What stands for codes in the store is taken out of texts that come in.
    const clean = (text: string) => text.replace(/[\s\u{f0000}-\u{10ffff}]+/gu, ' ').trim();
    const texts = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => clean(text) || '=1+_x000D_1');
    const odd = ['constructor', '__proto__', 'toString', '\u{effff}!', '\u0085\ufffd\u0001x'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.oneof(texts, fc.constantFrom(...odd)), texts), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const bitext = bitextOf(rows.map(() => '1-1').join(' '));
          const id = await storeBitext(app, {
            ...bitext,
            source: bitext.source.map((segment, i) => ({ ...segment, text: rows[i]![0] })),
            target: bitext.target.map((segment, i) => ({ ...segment, text: rows[i]![1] })),
          });
          const file = await exportBitexts(app, { bitexts: [id], format: 'xlsx', status: 'all', minConfidence: 0 });
          const book = Buffer.concat((await all(file.chunks)).map((chunk) => Buffer.from(chunk)));
          const back = await importTable(app, { name: file.name, bytes: new Uint8Array(book) });
          const { source, target } = await readBitext(app.store.db, back.id);
          expect(source.map(({ text }, i) => [text, target[i]?.text])).toEqual(rows);
        },
      ),
      { numRuns: 20 },
    );
  });
});
