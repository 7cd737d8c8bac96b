import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { checkStoredMemory, cleanStoredMemory } from '../../src/app/clean-memory.ts';
import { addComment } from '../../src/app/comments.ts';
import { dump, undump } from '../../src/app/dump.ts';
import { editBitext, undoEdit } from '../../src/app/edit-bitext.ts';
import { exportBitexts } from '../../src/app/export-bitexts.ts';
import { exportZip } from '../../src/app/export-zip.ts';
import { addStarterGlossary } from '../../src/app/glossary.ts';
import { importAligned } from '../../src/app/import-aligned.ts';
import { importCues } from '../../src/app/import-cues.ts';
import { importMany, matchCollection, zipCollection } from '../../src/app/import-many.ts';
import { importMemory } from '../../src/app/import-memory.ts';
import { importOpenTable, importTable, openTable } from '../../src/app/import-table.ts';
import { importTei } from '../../src/app/import-tei.ts';
import { lookUp } from '../../src/app/lookup.ts';
import { rowsOf, type SegmentKind } from '../../src/core/bitext/bitext.ts';
import { repairedEncoding } from '../../src/core/check/encoding-damage.ts';
import { matchNames } from '../../src/core/text/pair-names.ts';
import { similarity } from '../../src/core/text/similarity.ts';
import { readBitext } from '../../src/store/bitext-rows.ts';
import { importStory, openTestApp, STORY, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { shapes } from '../support/notation.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const bytes = (text: string) => new TextEncoder().encode(text);
async function* pieces(text: string) {
  yield bytes(text);
}
const memory = (units: readonly (readonly [string, string])[]) =>
  importMemory(app, {
    name: 'm.tmx',
    pieces: pieces(
      `<tmx version="1.4"><header srclang="en"/><body>${units.map(([en, fr]) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`).join('')}</body></tmx>`,
    ),
  });
const all = async <T>(chunks: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = [];
  for await (const chunk of chunks) out.push(chunk);
  return out;
};

describe('looking up', () => {
  it('finds what is the same and what is alike, in either direction, the likest first', async () => {
    await memory([
      ['The minister of health resigned on Monday.', 'Le ministre de la Santé a démissionné lundi.'],
      ['The minister of health resigned on Tuesday.', 'Le ministre de la Santé a démissionné mardi.'],
      ['Nothing of the kind happened yesterday.', 'Rien de tel ne s’est produit hier.'],
    ]);
    const found = await lookUp(app, { text: 'The minister of health resigned on Tuesday.', from: 'en-GB', to: 'fr' });
    expect(found.map(({ score, target }) => [score, target])).toEqual([
      [100, 'Le ministre de la Santé a démissionné mardi.'],
      [86, 'Le ministre de la Santé a démissionné lundi.'],
    ]);
    const back = await lookUp(app, { text: 'Rien de tel ne s’est produit avant-hier.', from: 'fr', to: 'en' });
    expect(back[0]?.target).toBe('Nothing of the kind happened yesterday.');
    expect(await lookUp(app, { text: 'Nothing', from: 'en', to: 'de' })).toEqual([]);
    expect(await lookUp(app, { text: '…', from: 'en', to: 'fr' })).toEqual([]);
  });

  it.each([
    ['the same', 'A b c.', 'A b c.', 100],
    ['another word of four', 'one two three four', 'one two three five', 75],
    ['capitals alone', 'One two three', 'one two three', 93],
    ['a sign alone', 'one two three.', 'one two three', 88],
    ['nothing alike', 'one two', 'three four', 0],
    ['nothing at all', '', 'a', 0],
  ])('says in per cent how alike texts are: %s', (_name, a, b, score) => {
    expect(similarity(a, b)).toBe(score);
  });
});

describe('cleaning', () => {
  it('finds what should not be in a memory, and puts it right in a way that can be undone', async () => {
    const { id } = await memory([
      ['The minister spoke.', 'Le ministre a parlÃ©.'],
      ['The minister spoke.', 'Le ministre a parlÃ©.'],
      ['The minister spoke.', 'La ministre a parlé.'],
      ['Same text here', 'Same text here'],
      [
        'This is a long English sentence about the budget of the town.',
        'Dies ist ein langer deutscher Satz über den Haushalt der Stadt.',
      ],
      ['A &lt;b&gt; b', ''],
      ['A short one that is long enough to be measured here.', `Un texte ${'beaucoup '.repeat(60)}trop long.`],
      ['One <ph>{0}</ph> two', 'Un deux'],
    ]);
    const codes = async () => (await checkStoredMemory(app, id)).findings.map(({ code }) => code).sort();
    expect(await codes()).toEqual([
      'codes-differ',
      'duplicate',
      'empty-side',
      'encoding-damage',
      'encoding-damage',
      'identical-sides',
      'odd-length',
      'other-translation',
      'wrong-language',
    ]);
    expect(await cleanStoredMemory(app, id, 'encoding-damage', 'ann')).toBe(2);
    expect((await readBitext(app.store.db, id)).target[0]?.text).toBe('Le ministre a parlé.');
    await cleanStoredMemory(app, id, 'duplicate', 'ann');
    expect((await readBitext(app.store.db, id)).beads.map(({ status }) => status)[1]).toBe('excluded');
    expect(await codes()).not.toContain('duplicate');
    await undoEdit(app, id, { clientId: randomUUID(), author: 'ann' });
    await undoEdit(app, id, { clientId: randomUUID(), author: 'ann' });
    expect((await readBitext(app.store.db, id)).target[0]?.text).toBe('Le ministre a parlÃ©.');
  });

  it.each([
    ['Ã©tÃ©', 'été'],
    ['lâ€™Ã©tÃ©', 'l’été'],
    ['ÃƒÂ©', 'é'],
    ['ÐœÐ¾Ñ\u0081ÐºÐ²Ð°', 'Москва'],
  ])('undoes damage of encodings: %s', (damaged, meant) => {
    expect(repairedEncoding(damaged)).toBe(meant);
  });

  it.each(['été', 'São Paulo', 'Â', 'Ångström', 'naïve café', 'Škoda', '10 €'])('leaves what is right: %s', (text) => {
    expect(repairedEncoding(text)).toBeNull();
  });
});

describe('a dump', () => {
  it('holds everything, and makes the same database again', async () => {
    const id = await importStory(app);
    await addStarterGlossary(app, 'ann');
    const { beads } = await readBitext(app.store.db, id);
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'merge', bead: beads[0]!.id },
    });
    await addComment(app, id, { side: 'source', segment: 1, author: 'ann', text: 'x' });
    const lines = (await all(dump(app))).join('').split('\n').filter(Boolean);
    const other = await openTestApp();
    async function* given(of: readonly string[]) {
      yield* of;
    }
    expect(await undump(other, 'd.jsonl', given(lines))).toBe(lines.length - 2);
    const again = (await all(dump(other))).join('').split('\n').filter(Boolean);
    expect(again.slice(1)).toEqual(lines.slice(1));
    await expect(undump(other, 'd.jsonl', given(lines))).rejects.toThrow('not empty');
    await other.close();
    for (const [broken, why] of [
      [lines.slice(0, -1), 'incomplete'],
      [lines.with(3, 'no JSON'), 'Line 4'],
      [lines.with(0, '{"format":"visavis","version":99}'), 'version is 99'],
      [lines.toSpliced(5, 1), 'do not fit the others'],
      [lines.toSpliced(-2, 1), 'incomplete'],
    ] as const) {
      const empty = await openTestApp();
      await expect(undump(empty, 'd.jsonl', given(broken))).rejects.toThrow(why);
      expect((await all(dump(empty))).join('').split('\n').filter(Boolean)).toHaveLength(2);
      await empty.close();
    }
  });
});

describe('many files', () => {
  it.each([
    ['by a part of the name', ['story.en.docx', 'story.fr.docx'], 'story.en.docx=story.fr.docx'],
    ['by folders', ['en/a/b.txt', 'fr/a/b.txt'], 'en/a/b.txt=fr/a/b.txt'],
    ['by an ending', ['a_fr.txt', 'a_en.html'], 'a_en.html=a_fr.txt'],
    ['by the extension', ['corpus.en', 'corpus.fr'], 'corpus.en=corpus.fr'],
    ['by regions', ['x.fr-CA.txt', 'x.en-US.txt'], 'x.en-US.txt=x.fr-CA.txt'],
  ])('are matched %s', (_name, paths, expected) => {
    const { pairs, alone } = matchNames(paths);
    expect(pairs.map(({ source, target }) => `${source.path}=${target.path}`)).toEqual([expected]);
    expect(alone).toEqual([]);
  });

  it('are left alone where nothing or too much fits', () => {
    const { pairs, alone } = matchNames(['a.en.txt', 'b.fr.txt', 'c.txt', 'd.en.txt', 'd.fr.txt', 'd.de.txt']);
    expect(pairs).toEqual([]);
    expect(alone).toHaveLength(6);
    expect(matchNames(['d.en.txt', 'd.fr.txt', 'd.de.txt'], 'fr', 'de').pairs.map(({ source }) => source.path)).toEqual(
      ['d.fr.txt'],
    );
  });

  it('come in from a zip, each reported, and go out as one', async () => {
    const { zipSync } = await import('fflate');
    const zip = zipSync({
      'en/a.txt': bytes(STORY.en),
      'fr/a.txt': bytes(STORY.fr),
      'b.en.txt': bytes('Text of one side.'),
      'b.fr.txt': new Uint8Array([0, 1, 2, 3]),
      '.DS_Store': bytes('x'),
    });
    const files = zipCollection(zip, 'a.zip');
    const { pairs } = matchCollection(files);
    const reports = await importMany(app, files, pairs);
    expect(reports.map(({ pair, id, problem }) => [pair.source.path, id !== null, problem !== ''])).toEqual([
      ['b.en.txt', false, true],
      ['en/a.txt', true, false],
    ]);
    const id = reports[1]!.id!;
    await app.queue.settled(id);
    const { id: second } = await memory([['A.', 'B.']]);
    const out = await exportZip(app, { bitexts: [id, second], format: 'tmx', status: 'all', minConfidence: 0 });
    const { unzipSync } = await import('fflate');
    const names = Object.keys(unzipSync(Buffer.concat(await all(out.chunks))));
    expect(names).toEqual(['Harbour-to-be-deepened.tmx', 'm.tmx']);
    const { id: third } = await importTable(app, { name: 'd.csv', bytes: bytes('German,French\nDas,Ce\n') });
    const chosen = [id, second, third];
    const byPair = await exportZip(app, { bitexts: chosen, format: 'tei', status: 'all', minConfidence: 0 }, true);
    const entries = unzipSync(Buffer.concat(await all(byPair.chunks)));
    expect(Object.keys(entries)).toEqual(['en_fr.tei.xml', 'de_fr.tei.xml']);
    expect(new TextDecoder().decode(entries['en_fr.tei.xml'])).toContain('>A.</s>');
  });
});

describe('what is aligned already', () => {
  const file = (name: string, text: string, language?: string) => ({ name, bytes: bytes(text), language });

  it('comes in with a ladder, with beads, or line by line', async () => {
    const texts = { source: file('a.en', 's1\n\ns2\ns3\n', 'en'), target: file('a.fr', 't1\nt2\n', 'fr') };
    const ladder = await importAligned(app, { ...texts, alignment: file('a.ladder', '0\t0\t1\n3\t1\t1\n4\t2\t1\n') });
    expect(shapes((await readBitext(app.store.db, ladder)).beads)).toBe('2-1 1-1');
    const beads = await importAligned(app, { ...texts, alignment: file('a.beads', '[0]:[0]:0.1\n[3]:[1]:0.2\n') });
    expect(shapes((await readBitext(app.store.db, beads)).beads)).toBe('1-1 1-0 1-1');
    await expect(importAligned(app, texts)).rejects.toThrow('not as many lines');
    await expect(importAligned(app, { ...texts, alignment: file('x', '[9]:[0]:1') })).rejects.toThrow('does not fit');
    const moses = await importAligned(app, { source: file('m.en', 'a\nb', 'en'), target: file('m.fr', 'c\nd', 'fr') });
    expect(shapes((await readBitext(app.store.db, moses)).beads)).toBe('1-1 1-1');
  });

  it('comes in from TEI as it went out, and from InterText’s three files', async () => {
    const id = await importStory(app);
    const before = await readBitext(app.store.db, id);
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'mark', beads: [before.beads[1]!.id], status: 'confirmed' },
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
    await expect(wrong).rejects.toThrow('l.xml leads to sentence “9:9”');
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
    expect(out.findings.map(({ message }) => message)).toEqual(['Rows without a time in their note were left out: 5.']);
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
    const odd = await openTable({ name: 'b.csv', bytes: bytes('id,text,texte\n1,Good day,Bonjour\n'), to: 'fr' });
    expect([odd.headed, odd.columns]).toEqual([false, ['source', 'target', 'confidence']]);
    await expect(
      importOpenTable(app, { ...odd, headed: true, columns: ['', 'source', 'source'], from: 'en' }),
    ).rejects.toThrow('One column has to be the source. Of the columns of b.csv, 2 are.');
    const told = { ...odd, headed: true, columns: ['', 'source', 'target'] as const, from: 'en' };
    const { id } = await importOpenTable(app, told);
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

  it('comes back from a workbook as it went into it', { timeout: 60_000 }, async () => {
    const clean = (text: string) => text.replace(/\s+/gu, ' ').trim();
    const texts = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => clean(text) || '=1+_x000D_1');
    const odd = ['constructor', '__proto__', 'toString', '\u{10fffe}!', '\u0085\ufffd\u0001x'];
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
          const [book] = await all(file.chunks);
          const back = await importTable(app, { name: file.name, bytes: book as Uint8Array });
          const { source, target } = await readBitext(app.store.db, back.id);
          expect(source.map(({ text }, i) => [text, target[i]?.text])).toEqual(rows);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('memories out', () => {
  it('come in pieces where they are long, with nothing lost between them', async () => {
    const numbers = Array.from({ length: 2500 }, (_, i) => i);
    const { id } = await memory(numbers.map((i) => [`Line ${i}`, `Ligne ${i}`]));
    const file = await exportBitexts(app, { bitexts: [id], format: 'tsv', status: 'all', minConfidence: 0 });
    const lines = (await all(file.chunks)).join('').trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t').slice(0, 2))).toEqual(numbers.map((i) => [`Line ${i}`, `Ligne ${i}`]));
  });

  it('hold the kinds of segment that are asked for', async () => {
    const id = await importStory(app);
    const request = { bitexts: [id], format: 'tsv' as const, status: 'all' as const, minConfidence: 0 };
    const lines = async (kinds: SegmentKind[]) =>
      (await all((await exportBitexts(app, { ...request, kinds })).chunks)).join('').trimEnd().split('\n');
    expect(await lines(['headline'])).toEqual([expect.stringMatching(/^Harbour to be deepened\tLe port/u)]);
    expect(await lines(['body'])).toHaveLength(4);
    expect(await lines([])).toHaveLength(5);
  });

  it('go by the options: regions, repeated units, context, who changed what', async () => {
    const { id } = await importMemory(app, {
      name: 'm.tmx',
      pieces: pieces(
        '<tmx version="1.4"><header srclang="en-GB"/><body>' +
          ['A', 'B', 'A']
            .map(
              (one) =>
                `<tu><tuv xml:lang="en-GB"><seg>${one}</seg></tuv><tuv xml:lang="fr-CA"><seg>x${one}</seg></tuv></tu>`,
            )
            .join('') +
          '</body></tmx>',
      ),
    });
    const { beads } = await readBitext(app.store.db, id);
    await editBitext(app, id, {
      clientId: randomUUID(),
      author: 'ann',
      operation: { action: 'mark', beads: [beads[0]!.id], status: 'flagged' },
    });
    const request = { bitexts: [id], format: 'tmx' as const, status: 'all' as const, minConfidence: 0 };
    const plain = (await all((await exportBitexts(app, request)).chunks)).join('');
    expect(plain.match(/<tu[ >]/gu)).toHaveLength(3);
    expect(plain).toContain('xml:lang="fr-CA"');
    expect(plain).toMatch(/<tu changedate="\d{8}T\d{6}Z">/u);
    const more = (
      await all((await exportBitexts(app, { ...request, regions: false, unique: true, context: true })).chunks)
    ).join('');
    expect(more.match(/<tu[ >]/gu)).toHaveLength(2);
    expect(more).toContain('xml:lang="fr"');
    expect(more).toContain('srclang="en"');
    expect(more).toContain('<prop type="x-context-after">B</prop>');
  });
});
