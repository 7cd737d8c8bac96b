import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { alignAgain, cancelAlignment } from '../../../src/app/library/library.ts';
import { mapOf, markedRows } from '../../../src/app/review/bitext-map.ts';
import { addComment, giveName, removeComment } from '../../../src/app/review/comments.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { readPassages } from '../../../src/app/review/reading.ts';
import { previewRealign, realign } from '../../../src/app/review/realign.ts';
import { previewReplace, replaceText } from '../../../src/app/review/replace-text.ts';
import { restoreProposal } from '../../../src/app/review/restore-proposal.ts';
import { openReview, openRow } from '../../../src/app/review/review.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import type { Operation } from '../../../src/core/bitext/operation.ts';
import type { TextQuery } from '../../../src/core/bitext/text-query.ts';
import { msg } from '../../../src/core/message.ts';
import { findHead } from '../../../src/store/bitexts.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';
import { shapes } from '../../support/notation.ts';

let app: App;
let id: number;
beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const who = () => ({ clientId: randomUUID(), author: 'ann' });
const edit = (operation: Operation) => editBitext(app, id, { ...who(), operation });
const now = () => readBitext(app.store.db, id);
const query = (text: string, more: Partial<TextQuery> = {}): TextQuery => ({
  text,
  in: 'both',
  regex: false,
  word: false,
  case: false,
  ...more,
});

describe('comments', () => {
  it('stay with their sentence through merges and joins, with name and time', async () => {
    const { source, beads } = await now();
    await giveName(app, 'ann', ' Ann ');
    const bead = await addComment(app, id, { side: 'source', segment: source[3]!.id, author: 'ann', text: ' Sure? ' });
    expect(bead).toBe(beads[2]!.id);
    await edit({ action: 'merge', bead: beads[1]!.id });
    await edit({ action: 'join', side: 'source', segment: source[2]!.id });
    const row = await openRow(app, id, beads[1]!.id);
    expect(row.comments).toMatchObject([{ text: 'Sure?', name: 'Ann', author: 'ann' }]);
    expect(Date.parse(row.comments[0]!.at)).toBeGreaterThan(0);
  });

  it('can be taken back by their author alone', async () => {
    const segment = (await now()).source[0]!.id;
    const bead = await addComment(app, id, { side: 'source', segment, author: 'ann', text: 'x' });
    const comment = (await openRow(app, id, bead)).comments[0]!.id;
    await expect(removeComment(app, id, comment, 'bob')).rejects.toThrow('no such comment');
    await removeComment(app, id, comment, 'ann');
    expect((await openRow(app, id, bead)).comments).toEqual([]);
  });

  it('need words and a segment', async () => {
    await expect(addComment(app, id, { side: 'source', segment: 1, author: 'a', text: ' ' })).rejects.toThrow('empty');
    await expect(addComment(app, id, { side: 'source', segment: 999, author: 'a', text: 'x' })).rejects.toThrow('gone');
  });
});

describe('flags', () => {
  it('say who set them', async () => {
    const bead = (await now()).beads[0]!.id;
    await giveName(app, 'ann', 'Ann');
    await edit({ action: 'setStatus', beads: [bead], status: 'flagged', note: 'odd' });
    expect((await openRow(app, id, bead)).flaggedBy).toMatchObject({ name: 'Ann', author: 'ann' });
  });
});

describe('searching within', () => {
  const found = async (more: Partial<typeof EVERY_ROW>) =>
    (await openReview(app, id, { author: 'ann', query: { ...EVERY_ROW, ...more } })).rows.map((row) => row.number);

  it('finds rows by words, sides, status, confidence and comments', async () => {
    const { beads, source } = await now();
    await edit({ action: 'setStatus', beads: [beads[3]!.id], status: 'confirmed' });
    await addComment(app, id, { side: 'source', segment: source[0]!.id, author: 'ann', text: 'x' });
    expect(await found({ text: query('harbour') })).toEqual([1, 2]);
    expect(await found({ text: query('million', { in: 'target' }) })).toEqual([3]);
    expect(await found({ text: query('\\d{4}', { regex: true }) })).toEqual([3]);
    expect(await found({ text: query('port', { word: true, case: true }) })).toEqual([1, 2]);
    expect(await found({ filter: 'confirmed' })).toEqual([4]);
    expect(await found({ filter: 'comments' })).toEqual([1]);
    expect(await found({ from: 1.1 })).toEqual([]);
    expect(await found({ text: query('nowhere') })).toEqual([]);
  });

  it('stops a regular expression that runs wild', async () => {
    const { beads } = await now();
    const [segment] = beads[0]!.source;
    await edit({ action: 'rewrite', side: 'source', segment: segment!, text: `${'a'.repeat(40)}!` });
    await expect(found({ text: query('(a+)+$', { regex: true }) })).rejects.toThrow('takes too long');
  });
});

describe('replacing', () => {
  const preview = (what: TextQuery, replacement: string) => previewReplace(app, id, { query: what, replacement });

  it('shows what would change, does it as one edit, and undo brings the words and the status back', async () => {
    const { beads } = await now();
    await edit({ action: 'setStatus', beads: [beads[1]!.id], status: 'confirmed' });
    const before = await now();
    const { wanted: found } = await preview(query('port', { word: true }), 'havre');
    expect(found.map(({ number, to }) => [number, to])).toEqual([
      [1, 'Le havre sera approfondi'],
      [2, 'Le havre de Brant sera approfondi l’an prochain.'],
    ]);
    const chosen = new Map(found.map(({ segment, key }) => [segment, key]));
    const result = await replaceText(
      app,
      id,
      { query: query('port', { word: true }), replacement: 'havre', chosen },
      who(),
    );
    expect(result.label).toEqual(msg('Replaced in {count} segments', { count: 2 }));
    expect((await now()).beads[1]!.status).toBe('proposed');
    await undoEdit(app, id, who());
    expect(await now()).toEqual(before);
  });

  it('uses the groups of a regular expression, and takes “$1” as it stands without one', async () => {
    const groups = await preview(query('(\\d+) millions', { regex: true }), '$1 M');
    expect(groups.wanted[0]?.to).toContain('12 M');
    const plain = await preview(query('Brant'), '$1');
    expect(plain.wanted[0]?.to).toContain('$1');
  });

  it('refuses a segment that has changed since', async () => {
    const {
      wanted: [one],
    } = await preview(query('Brant'), 'Brand');
    await edit({ action: 'rewrite', side: 'target', segment: one!.segment, text: 'Brant et autre chose' });
    const chosen = new Map([[one!.segment, one!.key]]);
    await expect(
      replaceText(app, id, { query: query('Brant'), replacement: 'Brand', chosen }, who()),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('aligning again', () => {
  it('shows old and new first, and takes the proposal only for the rows it was made for', async () => {
    const { beads } = await now();
    await edit({ action: 'mergeRun', beads: [beads[1]!.id, beads[2]!.id, beads[3]!.id] });
    const from = (await now()).beads[0]!.id;
    const preview = await previewRealign(app, id, { bead: from });
    expect(preview.passages).toHaveLength(1);
    expect(preview.passages[0]!.now).toHaveLength(1);
    expect(preview.passages[0]!.proposed).toHaveLength(3);
    expect(shapes((await now()).beads)).toBe('1-1 4-3 1-1');
    await edit({ action: 'setStatus', beads: [from], status: 'flagged' });
    await expect(realign(app, id, { bead: from }, { ...who(), key: preview.key })).rejects.toMatchObject({
      code: 'conflict',
    });
    const again = await previewRealign(app, id, { bead: from });
    await realign(app, id, { bead: from }, { ...who(), key: again.key });
    expect(shapes((await now()).beads)).toBe('1-1 1-1 2-1 1-1 1-1');
  });

  it('keeps to the rows that were chosen', async () => {
    const { beads } = await now();
    await edit({ action: 'merge', bead: beads[0]!.id });
    await edit({ action: 'merge', bead: beads[3]!.id });
    const [first] = (await now()).beads;
    await realign(app, id, { bead: first!.id, to: first!.id }, who());
    expect(shapes((await now()).beads)).toBe('1-1 1-1 2-1 2-2');
  });
});

describe('the machine’s proposal', () => {
  it('comes back for the rows in question, as one edit that can be undone', async () => {
    const { beads } = await now();
    await edit({ action: 'merge', bead: beads[0]!.id });
    await undoEdit(app, id, who());
    await edit({ action: 'mergeRun', beads: [beads[1]!.id, beads[2]!.id] });
    await edit({ action: 'merge', bead: beads[3]!.id });
    await restoreProposal(app, id, [beads[1]!.id], who());
    expect(shapes((await now()).beads)).toBe('1-1 1-1 2-1 2-2');
    await undoEdit(app, id, who());
    expect(shapes((await now()).beads)).toBe('1-1 3-2 2-2');
    await expect(restoreProposal(app, id, [beads[0]!.id], who())).rejects.toThrow('as the aligner proposed');
  });
});

describe('the map', () => {
  it('has a letter for each row, and the places of comments', async () => {
    const { beads, target } = await now();
    await edit({ action: 'setStatus', beads: [beads[0]!.id], status: 'confirmed' });
    await edit({ action: 'setStatus', beads: [beads[1]!.id], status: 'flagged' });
    await addComment(app, id, { side: 'target', segment: target[4]!.id, author: 'ann', text: 'x' });
    const map = await mapOf(app, id);
    expect(map.states).toMatch(/^cf[pd]{3}$/u);
    expect(map).toMatchObject({ beads: beads.map((bead) => bead.id), findings: [], comments: [4] });
  });

  it('is given the rows with findings of a long text by themselves', async () => {
    const { beads } = await now();
    const segment = beads[2]!.target[0]!;
    await edit({ action: 'rewrite', side: 'target', segment, text: 'Ils étaient 4711 (en 1987.' });
    expect(await markedRows(app, id)).toEqual({ beads: [beads[2]!.id] });
  });
});

describe('reading', () => {
  it('leaves out what is excluded', async () => {
    const { beads } = await now();
    await edit({ action: 'setStatus', beads: [beads[0]!.id], status: 'excluded' });
    const rows = (await readPassages(app, id, 'paragraphs')).passages.flatMap((passage) => passage.rows);
    expect(rows.map(({ bead }) => bead.id)).toEqual(beads.slice(1).map((bead) => bead.id));
  });
});

describe('an alignment that is cancelled', () => {
  it('can be tried again', async () => {
    const other = await importStory(app);
    await expect(alignAgain(app, other)).rejects.toThrow('Only an alignment that has failed');
    const { importPair } = await import('../../../src/app/import/import-pair.ts');
    const { prepareArticle } = await import('../../../src/app/import/article-intake.ts');
    const long = (word: string) =>
      Array.from({ length: 3000 }, (_, i) => `${word} ${i * 7919} stands on line ${i}.`).join('\n');
    const third = await importPair(app, {
      source: await prepareArticle({ text: long('This'), name: 'a', language: 'en' }, app.packs),
      target: await prepareArticle({ text: long('Ceci'), name: 'b', language: 'fr' }, app.packs),
    });
    await cancelAlignment(app, third);
    expect(await findHead(app.store.db, third)).toMatchObject({
      state: 'failed',
      problem: { text: 'The alignment was cancelled.' },
    });
    await alignAgain(app, third);
    await app.queue.settled(third);
    expect((await findHead(app.store.db, third))?.state).toBe('ready');
  });
});
