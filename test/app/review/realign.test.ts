import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/app/align/knowledge.ts';
import { exportLexicon, importLexicon } from '../../../src/app/align/lexicon.ts';
import type { App } from '../../../src/app/app.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { realign } from '../../../src/app/review/realign.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { msg } from '../../../src/core/message.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';
import { shapes } from '../../support/notation.ts';

let app: App;
let id: number;
let serial = 0;
const who = () => ({ clientId: `r${serial++}`, author: 'ann' });

beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const beads = async () => (await readBitext(app.store.db, id)).beads;

describe('realign', () => {
  it('aligns again up to the next confirmed row, as one edit', async () => {
    const [first, second] = await beads();
    await editBitext(app, id, { ...who(), operation: { action: 'merge', bead: first?.id ?? 0 } });
    await editBitext(app, id, {
      ...who(),
      operation: { action: 'setStatus', beads: [(await beads())[1]?.id ?? 0], status: 'confirmed' },
    });
    const result = await realign(app, id, { bead: first?.id ?? 0 }, who());
    expect(result.label).toEqual(msg('Realigned a passage'));
    expect(shapes(await beads())).toBe('1-1 1-1 2-1 1-1 1-1');
    expect((await beads())[2]?.status).toBe('confirmed');
    expect(faultIn(await readBitext(app.store.db, id))).toBeNull();
    await undoEdit(app, id, who());
    expect(shapes(await beads())).toBe('2-2 2-1 1-1 1-1');
    expect(second).toBeDefined();
  });

  it('answers a request that arrives twice as the first time', async () => {
    const [first] = await beads();
    await editBitext(app, id, { ...who(), operation: { action: 'merge', bead: first?.id ?? 0 } });
    const request = who();
    const once = await realign(app, id, { bead: first?.id ?? 0 }, request);
    const after = await beads();
    expect((await realign(app, id, { bead: first?.id ?? 0 }, request)).seq).toBe(once.seq);
    expect(await beads()).toEqual(after);
  });

  it('says so where nothing would change, where the row is confirmed, and where it is gone', async () => {
    const [first] = await beads();
    await expect(realign(app, id, { bead: first?.id ?? 0 }, who())).rejects.toThrow('No better alignment');
    await editBitext(app, id, {
      ...who(),
      operation: { action: 'setStatus', beads: [first?.id ?? 0], status: 'confirmed' },
    });
    await expect(realign(app, id, { bead: first?.id ?? 0 }, who())).rejects.toThrow('is confirmed');
    await expect(realign(app, id, { bead: 9999 }, who())).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what is known of a language pair', () => {
  it('grows with confirmed rows, in both directions', async () => {
    expect((await knowledgeOf(app.store, 'en', 'fr', app.packs)).memory).toEqual([]);
    const [, , third] = await beads();
    await editBitext(app, id, {
      ...who(),
      operation: { action: 'setStatus', beads: [third?.id ?? 0], status: 'confirmed' },
    });
    const pair = [
      'Work starts in March 2027. It costs 12 million euros.',
      'Les travaux commencent en mars 2027 et coûtent 12 millions d’euros.',
    ];
    expect((await knowledgeOf(app.store, 'en', 'fr', app.packs)).memory).toEqual([pair]);
    expect((await knowledgeOf(app.store, 'fr', 'en', app.packs)).memory).toEqual([pair.toReversed()]);
    expect((await knowledgeOf(app.store, 'de', 'fr', app.packs)).memory).toEqual([]);
  });

  it('takes in a lexicon and writes it out', async () => {
    const bytes = new TextEncoder().encode('# words\nharbour\tport\nmayor;maire\nville @ town\n');
    expect(await importLexicon(app, { bytes, name: 'words.tsv' }, 'en', 'fr')).toBe(3);
    expect((await exportLexicon(app, 'fr', 'en')).sort((a, b) => a.source.localeCompare(b.source))).toEqual([
      { source: 'maire', target: 'mayor', weight: 1 },
      { source: 'port', target: 'harbour', weight: 1 },
      { source: 'ville', target: 'town', weight: 1 },
    ]);
    const odd = new TextEncoder().encode('harbour\tport\nnothing here\n');
    await expect(importLexicon(app, { bytes: odd, name: 'odd.tsv' }, 'en', 'fr')).rejects.toThrow(
      'odd.tsv, line 2: not a pair of words.',
    );
  });
});
