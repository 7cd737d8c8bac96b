import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { openLibrary } from '../../../src/app/library/library.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { listHistory } from '../../../src/app/review/history.ts';
import { redoEdit, undoEdit } from '../../../src/app/review/undo-edit.ts';
import { applyCorrections } from '../../../src/app/review/word/apply-corrections.ts';
import { planCorrections } from '../../../src/app/review/word/plan-corrections.ts';
import { rowsOf } from '../../../src/core/bitext/bitext.ts';
import { segmentTexts } from '../../../src/core/bitext/row-text.ts';
import { findRevision } from '../../../src/store/articles.ts';
import { findHead } from '../../../src/store/bitexts.ts';
import { revisionsOf } from '../../../src/store/library/article-details.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { docx, wordParagraphs } from '../../support/files.ts';
import { changedIn, rowsIn, wordFile } from '../../support/word-file.ts';

let app: App;
let id: number;
let file: Uint8Array;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  id = await importStory(app);
  file = await wordFile(app, id);
});

const plan = (change: (xml: string) => string) =>
  planCorrections(app, id, { bytes: changedIn(file, change), name: 'back.docx' });
const codes = ({ findings }: Awaited<ReturnType<typeof plan>>) => findings.map(({ code }) => code);
const targets = async () => rowsOf(await readBitext(app.store.db, id)).map((row) => segmentTexts(row).target);
/** The text of the translation's newest revision, and how many there are. */
async function translation() {
  const { text, articleId } = (await findRevision(app.store.db, (await findHead(app.store.db, id))!.targetRevision))!;
  const revisions = await revisionsOf(app.store.db, articleId);
  return { text, newest: (await findRevision(app.store.db, revisions[0]!.id))?.text, count: revisions.length };
}
const by = { clientId: crypto.randomUUID(), author: 'somebody' };
const newRequest = () => ({ ...by, clientId: crypto.randomUUID() });
const cellOf = (row: string, column: number) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(String)[column]!;
/** The rows in another order, of which some are gone, changed or new. */
const withRows = (change: (rows: string[]) => string[]) => (xml: string) =>
  xml.replace(rowsIn(xml).join(''), change(rowsIn(xml)).join(''));
const inCell = (number: number, column: number, change: (cell: string) => string) =>
  withRows((rows) =>
    rows.map((row, i) => (i === number - 1 ? row.replace(cellOf(row, column), change(cellOf(row, column))) : row)),
  );
const paragraphs = (...texts: string[]) => `<w:tc>${texts.length > 0 ? wordParagraphs(...texts) : '<w:p/>'}</w:tc>`;

describe('a Word file that comes back', () => {
  it('changes nothing where nothing was corrected', async () => {
    expect(await plan((xml) => xml)).toEqual({ corrections: [], findings: [] });
    expect(await plan(withRows((rows) => rows.toReversed()))).toEqual({ corrections: [], findings: [] });
  });

  it('changes the translation as one change that can be undone, and as a new revision of its article', async () => {
    const before = await targets();
    const { text: uncorrected } = await translation();
    await editBitext(app, id, {
      ...newRequest(),
      operation: {
        action: 'setStatus',
        beads: (await readBitext(app.store.db, id)).beads.map((bead) => bead.id),
        status: 'confirmed',
      },
    });
    const back = changedIn(
      changedIn(
        file,
        inCell(2, 2, () => paragraphs('Le port de Brant sera plus profond l’an prochain.')),
      ),
      inCell(5, 3, () => paragraphs('Nom à vérifier')),
    );
    const { corrections, findings } = await planCorrections(app, id, { bytes: back, name: 'back.docx' });
    expect(findings).toEqual([]);
    expect(corrections).toMatchObject([
      { number: 2, before: before[1], target: ['Le port de Brant sera plus profond l’an prochain.'], remark: '' },
      { number: 5, target: before[4], remark: 'Nom à vérifier', note: 'Nom à vérifier' },
    ]);
    const { articleId } = (await findRevision(app.store.db, (await findHead(app.store.db, id))!.targetRevision))!;
    await applyCorrections(app, id, corrections, newRequest());
    const { beads } = await readBitext(app.store.db, id);
    expect(await targets()).toEqual(before.with(1, ['Le port de Brant sera plus profond l’an prochain.']));
    expect(beads.map(({ status }) => status)).toEqual(['confirmed', 'proposed', 'confirmed', 'confirmed', 'proposed']);
    expect(beads[4]?.note).toBe('Nom à vérifier');
    const head = (await findHead(app.store.db, id))!;
    const revision = (await findRevision(app.store.db, head.targetRevision))!;
    expect(revision.articleId).toBe(articleId);
    expect(revision.text).toContain('sera plus profond l’an prochain. Les travaux commencent');
    expect(revision.blocks.map(({ start, end }) => revision.text.slice(start, end)).join('\n\n')).toBe(revision.text);
    expect(await revisionsOf(app.store.db, articleId)).toHaveLength(2);
    // One step back, and one forth: rows, what became of them, and the text of the article.
    await undoEdit(app, id, newRequest());
    expect(await targets()).toEqual(before);
    expect(await translation()).toEqual({ text: uncorrected, newest: uncorrected, count: 3 });
    const { beads: undone } = await readBitext(app.store.db, id);
    expect(undone.map(({ status, note }) => [status, note])).toEqual(
      Array.from({ length: 5 }, () => ['confirmed', '']),
    );
    expect((await listHistory(app, id, 'somebody')).map(({ stands }) => stands)).toEqual([false, true]);
    await redoEdit(app, id, newRequest());
    expect(await translation()).toMatchObject({ text: revision.text, newest: revision.text });
    await undoEdit(app, id, newRequest());
    // An undo of anything else leaves the text alone.
    await undoEdit(app, id, newRequest());
    expect(await translation()).toMatchObject({ text: uncorrected, count: 5 });
  });

  it('may give rows more or fewer sentences, or none', async () => {
    const before = await targets();
    const { text: uncorrected } = await translation();
    const back = changedIn(
      changedIn(
        file,
        inCell(3, 2, () => paragraphs('Les travaux commencent en mars 2027.', 'Ils coûtent 12 millions d’euros.')),
      ),
      inCell(1, 2, () => paragraphs()),
    );
    const { corrections } = await planCorrections(app, id, { bytes: back, name: 'back.docx' });
    await applyCorrections(app, id, corrections, newRequest());
    const now = [
      [],
      before[1],
      ['Les travaux commencent en mars 2027.', 'Ils coûtent 12 millions d’euros.'],
      ...before.slice(3),
    ];
    expect(await targets()).toEqual(now);
    file = await wordFile(app, id);
    const again = await plan(inCell(1, 2, () => paragraphs('Le port', 'Plus profond')));
    await applyCorrections(app, id, again.corrections, newRequest());
    expect(await targets()).toEqual(now.with(0, ['Le port', 'Plus profond']));
    const { target } = await readBitext(app.store.db, id);
    expect(target.slice(0, 2).map(({ text }) => text)).toEqual(['Le port', 'Plus profond']);
    for (let k = 0; k < 2; k++) await undoEdit(app, id, newRequest());
    expect(await targets()).toEqual(before);
    // The headline, which was emptied and filled again, is a paragraph of its own as before.
    expect(await translation()).toMatchObject({ text: uncorrected, newest: uncorrected });
  });

  it('takes tracked changes as made, and rows deleted that way as missing', async () => {
    const marks = `<w:p><w:r><w:t xml:space="preserve">Le port </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>sera</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>va être</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> approfondi</w:t></w:r></w:p>`;
    const tracked = await plan(inCell(1, 2, () => `<w:tc>${marks}</w:tc>`));
    expect(tracked.corrections).toMatchObject([{ number: 1, target: ['Le port va être approfondi'] }]);
    const deleted = await plan((xml) => xml.replace('<w:cantSplit/>', '<w:cantSplit/><w:del w:id="3" w:author="a"/>'));
    expect([deleted.corrections, codes(deleted)]).toEqual([[], ['missing']]);
  });

  it('says which rows it does not take', async () => {
    const source = await plan(inCell(2, 1, () => paragraphs('The harbour of Brant is deep.')));
    expect([source.corrections, codes(source)]).toEqual([[], ['source']]);
    const missing = await plan(withRows((rows) => rows.slice(2)));
    expect([missing.corrections, codes(missing)]).toEqual([[], ['missing']]);
    const added = await plan(
      withRows((rows) => [
        ...rows,
        `<w:tr>${paragraphs('6')}${paragraphs('New.')}${paragraphs('Neuf.')}${paragraphs()}</w:tr>`,
      ]),
    );
    expect([added.corrections, codes(added)]).toEqual([[], ['added']]);
    const twice = await plan(withRows((rows) => [rows[0]!, ...rows]));
    expect([twice.corrections, codes(twice)]).toEqual([[], ['twice']]);
    const gone = await plan((xml) => xml.replace(/#(\d+)\./u, '#9$1.'));
    expect(codes(gone)).toEqual(['gone', 'missing']);
  });

  it('leaves a row alone that was changed here since', async () => {
    const { target } = await readBitext(app.store.db, id);
    const operation = {
      action: 'rewrite',
      side: 'target',
      segment: target[0]!.id,
      text: 'Le port, plus profond',
    } as const;
    await editBitext(app, id, { ...newRequest(), operation });
    const { corrections, findings } = await plan(inCell(1, 2, () => paragraphs('Un port approfondi')));
    expect([corrections, findings.map(({ code }) => code)]).toEqual([[], ['changedHere']]);
    // Or between what was shown and what is made.
    file = await wordFile(app, id);
    const shown = await plan(inCell(1, 2, () => paragraphs('Un port approfondi')));
    await editBitext(app, id, { ...newRequest(), operation: { ...operation, text: 'Le port' } });
    await expect(applyCorrections(app, id, shown.corrections, newRequest())).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await targets())[0]).toEqual(['Le port']);
  });

  it('is refused where it is none, or of another bitext', async () => {
    const other = await storeBitext(app, bitextOf('1-1 1-1'), 'Other');
    const of = (bytes: Uint8Array, bitext = id) => planCorrections(app, bitext, { bytes, name: 'a.docx' });
    await expect(of(Buffer.from('text'))).rejects.toMatchObject({ code: 'unsupported-type' });
    await expect(of(docx(wordParagraphs('No table.')))).rejects.toMatchObject({ code: 'bad-input' });
    const strange = changedIn(file, (xml) => xml.replaceAll(/#(\d+)\./gu, '#9$1.'));
    await expect(of(strange, other)).rejects.toMatchObject({ code: 'bad-input' });
    expect((await openLibrary(app, {})).entries.length).toBeGreaterThan(1);
  });
});
