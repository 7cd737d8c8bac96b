import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import { exportZip } from '../../../src/app/export/export-zip.ts';
import { importMany, matchCollection, zipCollection } from '../../../src/app/import/import-many.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { importTable } from '../../../src/app/import/import-table.ts';
import { checkStoredMemory, cleanStoredMemory } from '../../../src/app/library/clean-memory.ts';
import { lookUp } from '../../../src/app/library/lookup.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import type { SegmentKind } from '../../../src/core/bitext/bitext.ts';
import { repairedEncoding } from '../../../src/core/check/encoding-damage.ts';
import { matchNames } from '../../../src/core/text/pair-names.ts';
import { similarity } from '../../../src/core/text/similarity.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, STORY } from '../../support/app.ts';
import { all, bytes } from '../../support/chunks.ts';
import { packs, shared } from '../../support/packs.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function* pieces(text: string) {
  yield bytes(text);
}
const memory = (units: readonly (readonly [string, string])[], said = '') =>
  importMemory(app, {
    name: 'm.tmx',
    pieces: pieces(
      `<tmx version="1.4"><header srclang="en"/><body>${units.map(([en, fr]) => `<tu>${said}<tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fr"><seg>${fr}</seg></tuv></tu>`).join('')}</body></tmx>`,
    ),
  });

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
    expect(await cleanStoredMemory(app, id, 'encoding-damage', { author: 'ann' })).toBe(2);
    expect((await readBitext(app.store.db, id)).target[0]?.text).toBe('Le ministre a parlé.');
    await cleanStoredMemory(app, id, 'duplicate', { author: 'ann' });
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

describe('many files', () => {
  it.each([
    ['by a part of the name', ['story.en.docx', 'story.fr.docx'], 'story.en.docx=story.fr.docx'],
    ['by folders', ['en/a/b.txt', 'fr/a/b.txt'], 'en/a/b.txt=fr/a/b.txt'],
    ['by an ending', ['a_fr.txt', 'a_en.html'], 'a_en.html=a_fr.txt'],
    ['by the extension', ['corpus.en', 'corpus.fr'], 'corpus.en=corpus.fr'],
    ['by regions', ['x.fr-CA.txt', 'x.en-US.txt'], 'x.en-US.txt=x.fr-CA.txt'],
  ])('are matched %s', (_name, paths, expected) => {
    const { pairs, alone } = matchNames(paths, shared.fileCodes);
    expect(pairs.map(({ source, target }) => `${source.path}=${target.path}`)).toEqual([expected]);
    expect(alone).toEqual([]);
  });

  it('are left alone where nothing or too much fits', () => {
    const { pairs, alone } = matchNames(
      ['a.en.txt', 'b.fr.txt', 'c.txt', 'd.en.txt', 'd.fr.txt', 'd.de.txt'],
      shared.fileCodes,
    );
    expect(pairs).toEqual([]);
    expect(alone).toHaveLength(6);
    expect(
      matchNames(['d.en.txt', 'd.fr.txt', 'd.de.txt'], shared.fileCodes, 'fr', 'de').pairs.map(
        ({ source }) => source.path,
      ),
    ).toEqual(['d.fr.txt']);
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
    const { pairs } = matchCollection(files, packs);
    const reports = await importMany(app, files, pairs, { name: 'many' });
    expect(reports.map(({ pair, id, problem }) => [pair.source.path, id !== null, problem !== null])).toEqual([
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
      operation: { action: 'setStatus', beads: [beads[0]!.id], status: 'flagged' },
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
