import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import type { FileFormatName } from '../../../src/app/export/file-formats.ts';
import { concordance } from '../../../src/app/glossary/concordance.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { importPair } from '../../../src/app/import/import-pair.ts';
import { checkStoredMemory } from '../../../src/app/library/clean-memory.ts';
import { dump } from '../../../src/app/library/dump.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { reviseArticle } from '../../../src/app/library/revise-article.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import { updateTexts } from '../../../src/app/review/update-texts.ts';
import { applyCorrections } from '../../../src/app/review/word/apply-corrections.ts';
import { planCorrections } from '../../../src/app/review/word/plan-corrections.ts';
import { styledRuns } from '../../../src/core/bitext/inline/formatting.ts';
import { translator } from '../../../src/core/translator.ts';
import { findRevision } from '../../../src/store/articles.ts';
import { findHead } from '../../../src/store/bitexts.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { openTestApp } from '../../support/app.ts';
import { all } from '../../support/chunks.ts';
import { docx } from '../../support/files.ts';
import { changedIn, wordFile } from '../../support/word-file.ts';

const { t } = translator('en', {});
const by = () => ({ clientId: crypto.randomUUID(), author: 'somebody' });
let app: App;
let id: number;
beforeAll(async () => {
  app = await openTestApp();
  id = await imported(ENGLISH);
});
afterAll(() => app.close());

/** A paragraph of Word in which * stands around what is bold and _ around what is italic. */
function paragraph(text: string): string {
  let [bold, italic] = [false, false];
  const runs = text.split(/([*_])/u).map((part) => {
    if (part === '*') bold = !bold;
    else if (part === '_') italic = !italic;
    else
      return `<w:r><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`;
    return '';
  });
  return `<w:p>${runs.join('')}</w:p>`;
}

const ENGLISH = [
  'The old pier of Brant',
  'The *re*opened pier is long. It cost *ten million _euros. Nobody_ complained* about it at all.',
  'Mayor Ida Holm opened it on Monday in the rain.',
];
const FRENCH = [
  'Le vieux quai de Brant',
  'Le quai rouvert est long. Il a coûté *dix millions d’euros*. Personne ne s’en est plaint du tout.',
  'La maire _Ida Holm_ l’a inauguré lundi sous la pluie.',
];

const article = (paragraphs: readonly string[], language: string) =>
  prepareArticle({ bytes: docx(paragraphs.map(paragraph).join('')), name: `a.${language}.docx`, language }, app.packs);

async function imported(source: readonly string[]): Promise<number> {
  const made = await importPair(app, { source: await article(source, 'en'), target: await article(FRENCH, 'fr') });
  await app.queue.settled(made);
  return made;
}

const texts = async (bitext: number, on = app) => {
  const { source, target } = await readBitext(on.store.db, bitext);
  return { source: source.map(({ text }) => marked(text)), target: target.map(({ text }) => marked(text)) };
};

function marked(text: string): string {
  return styledRuns(text)
    .map((run) => run.styles.reduce((made, style) => (style === 'bold' ? `*${made}*` : `_${made}_`), run.text))
    .join('');
}

const exported = async (format: FileFormatName, bitext = id) => {
  const file = await exportBitexts(app, { bitexts: [bitext], format, status: 'all', minConfidence: 0 });
  return { text: (await all(file.chunks)).join(''), findings: file.findings };
};

const SOURCE = [
  'The old pier of Brant',
  'The *re*opened pier is long.',
  'It cost *ten million *_*euros.*_',
  '_*Nobody*_* complained* about it at all.',
  'Mayor Ida Holm opened it on Monday in the rain.',
];

test('bold and italics stand in the rows, cut at the end of a sentence and opened again behind it', async () => {
  expect(await texts(id)).toEqual({
    source: SOURCE,
    target: [
      'Le vieux quai de Brant',
      'Le quai rouvert est long.',
      'Il a coûté *dix millions d’euros*.',
      'Personne ne s’en est plaint du tout.',
      'La maire _Ida Holm_ l’a inauguré lundi sous la pluie.',
    ],
  });
  const revision = await findRevision(app.store.db, (await findHead(app.store.db, id))!.sourceRevision);
  expect(revision!.text).toContain('The reopened pier is long. It cost ten million euros.');
});

test('searches and checks see the words without them', async () => {
  const query = { words: 'reopened pier', language: '', status: '', publisher: '', from: '', to: '' } as const;
  const [line] = await concordance(app, query);
  expect(line?.source.map(({ text }) => text).join('')).toBe('The reopened pier is long.');
  const { findings } = await checkStoredMemory(app, id);
  expect(findings.map(({ code }) => code)).toEqual([]);
});

test('they go out as each format has them, and come back without a false alarm', async () => {
  const [tmx, xliff, xliff2, html] = await Promise.all(
    (['tmx', 'xliff', 'xliff2', 'html'] as const).map((format) => exported(format)),
  );
  expect(tmx!.text).toContain('<seg>The <bpt i="1" type="bold"></bpt>re<ept i="1"></ept>opened pier is long.</seg>');
  expect(xliff!.text).toContain(
    '>It cost <g id="1" ctype="bold">ten million <g id="2" ctype="italic">euros.</g></g></source>',
  );
  expect(xliff2!.text).toContain('The <pc id="1" type="fmt" subType="xlf:b">re</pc>opened');
  expect(html!.text).toContain('<b><i>Nobody</i></b><b> complained</b> about it');
  const plain = await exported('tsv');
  expect(plain.text).toContain('\nThe reopened pier is long.\tLe quai rouvert est long.\t');
  for (const { findings } of [tmx!, xliff!, xliff2!, html!])
    expect(JSON.stringify(findings)).not.toMatch(/inline codes|italics/u);
  expect(JSON.stringify(plain.findings)).toContain('rows with bold or italics');
  for (const [name, { text }] of [
    ['a.tmx', tmx!],
    ['a.xlf', xliff!],
    ['b.xlf', xliff2!],
  ] as const) {
    const pieces = (async function* () {
      yield new TextEncoder().encode(text);
    })();
    const back = await importMemory(app, { name, pieces });
    const check = await checkStoredMemory(app, back.id);
    expect(check.codes.size, name).toBeGreaterThan(0);
    expect(
      check.findings.filter(({ code }) => code === 'codes-differ'),
      name,
    ).toEqual([]);
  }
});

test('an edit keeps what it leaves, and is undone', async () => {
  const { source, beads } = await readBitext(app.store.db, id);
  const segment = source[3]!;
  const bead = beads.find((one) => one.source.includes(segment.id))!;
  const operation = {
    action: 'rewrite',
    bead: bead.id,
    side: 'source',
    segment: segment.id,
    text: segment.text.replace('about it', 'of it'),
  } as const;
  await editBitext(app, id, { ...by(), operation });
  expect((await texts(id)).source[3]).toBe('_*Nobody*_* complained* of it at all.');
  await undoEdit(app, id, by());
  expect((await texts(id)).source).toEqual(SOURCE);
});

test('a correction in Word may change the words and what is bold', async () => {
  const file = await wordFile(app, id);
  const back = changedIn(file, (xml) => xml.replace('Ida Holm</w:t>', 'I. Holm</w:t>').replace('du tout', 'vraiment'));
  const { corrections, findings } = await planCorrections(app, id, { bytes: back, name: 'back.docx' });
  expect(findings).toEqual([]);
  await applyCorrections(app, id, corrections, by());
  const { target } = await texts(id);
  expect(target.slice(2)).toEqual([
    'Il a coûté *dix millions d’euros*.',
    'Personne ne s’en est plaint vraiment.',
    'La maire _I. Holm_ l’a inauguré lundi sous la pluie.',
  ]);
  const revision = await findRevision(app.store.db, (await findHead(app.store.db, id))!.targetRevision);
  expect(revision!.styles.map(({ start, end }) => revision!.text.slice(start, end))).toEqual([
    'dix millions d’euros',
    'I. Holm',
  ]);
  await undoEdit(app, id, by());
});

test('a new version compares words alone, carries rows over, and brings its own', async () => {
  const first = await imported(['Another pier of Brant', ...ENGLISH.slice(1)]);
  const { beads } = await readBitext(app.store.db, first);
  const operation = { action: 'setStatus', beads: beads.map((bead) => bead.id), status: 'confirmed' } as const;
  await editBitext(app, first, { ...by(), operation });
  const onlyStyles = await article(['Another *pier* of Brant', ...ENGLISH.slice(1)], 'en');
  await expect(updateTexts(app, first, { source: onlyStyles }, { t })).rejects.toThrow('as they were');
  const fresh = await article(['Another *pier* of Brant', ENGLISH[1]!, ENGLISH[2]!.replace('Monday', 'Friday')], 'en');
  const updated = await updateTexts(app, first, { source: fresh }, { t });
  expect(updated).toMatchObject({ kept: 4, changed: 1, lost: 0 });
  expect((await texts(updated.id)).source.slice(0, 4)).toEqual(['Another *pier* of Brant', ...SOURCE.slice(1, 4)]);
  const { sourceRevision } = (await findHead(app.store.db, updated.id))!;
  const { articleId, text } = (await findRevision(app.store.db, sourceRevision))!;
  const mended = { text: text.replace('long', 'short'), revision: sourceRevision };
  const [revised] = await reviseArticle(app, articleId, mended, { t });
  expect((await texts(revised!.id)).source.slice(0, 3)).toEqual([
    'Another *pier* of Brant',
    'The *re*opened pier is short.',
    SOURCE[2],
  ]);
});

test('a dump has them, and makes them again', async () => {
  const lines = (await all(dump(app))).join('').split('\n').filter(Boolean);
  const other = await openTestApp();
  try {
    await loadDump(
      other,
      'dump.jsonl',
      (async function* () {
        yield* lines;
      })(),
    );
    expect((await texts(id, other)).source).toEqual(SOURCE);
    const { sourceRevision } = (await findHead(other.store.db, id))!;
    expect((await findRevision(other.store.db, sourceRevision))!.styles).toHaveLength(3);
    expect((await all(dump(other))).join('').length).toBe(lines.join('\n').length + 1);
  } finally {
    await other.close();
  }
});
