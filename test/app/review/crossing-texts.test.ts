import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { undoEdit } from '../../../src/app/review/undo-edit.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import type { Operation } from '../../../src/core/bitext/operation.ts';
import { rewind } from '../../../src/core/bitext/restore.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { allInverses } from '../../../src/store/review/edits.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

let app: App;
let id: number;

/** The second sentence of the translation belongs to the last row, far from its neighbours: t1 t3 … t12 t2, row by row. */
beforeEach(async () => {
  app = await openTestApp();
  const even = bitextOf(Array.from({ length: 12 }, () => '1-1').join(' '));
  const beads = even.beads.map((bead, i) => ({ ...bead, target: [i === 0 ? 101 : i === 11 ? 102 : 102 + i] }));
  id = await storeBitext(app, { ...even, beads });
});
afterEach(() => app.close());

const stored = () => readBitext(app.store.db, id);
const targets = async () => (await stored()).target.map(({ text }) => text).slice(0, 4);
const edit = (operation: Operation) => editBitext(app, id, { clientId: crypto.randomUUID(), author: 'ann', operation });
const atFirst = async () => rewind(await stored(), await allInverses(app.store.db, id))?.target.map(({ text }) => text);

describe('a text whose rows cross', () => {
  it('keeps its order when a segment is split whose neighbour lies in a row far away', async () => {
    await edit({ action: 'splitSegment', side: 'target', segment: 101, offset: 1 });
    expect(await targets()).toEqual(['t', '1', 't2', 't3']);
    expect((await atFirst())?.slice(0, 3)).toEqual(['t1', 't2', 't3']);
  });

  it('joins a segment with the one that follows it in the text, not with the one that does so in the rows nearby', async () => {
    await edit({ action: 'join', side: 'target', segment: 101 });
    expect(await targets()).toEqual(['t1 t2', 't3', 't4', 't5']);
    expect(faultIn(await stored())).toBeNull();
    await undoEdit(app, id, { clientId: crypto.randomUUID(), author: 'ann' });
    expect(await targets()).toEqual(['t1', 't2', 't3', 't4']);
    expect((await atFirst())?.slice(0, 3)).toEqual(['t1', 't2', 't3']);
  });
});
