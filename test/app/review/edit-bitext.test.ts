import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import { redoEdit, undoEdit } from '../../../src/app/review/undo-edit.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import type { Operation } from '../../../src/core/bitext/operation.ts';
import { rowKey } from '../../../src/core/bitext/row-key.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';

let app: App;
let id: number;
let serial = 0;

beforeEach(async () => {
  app = await openTestApp();
  id = await importStory(app);
});
afterEach(() => app.close());

const request = (operation: Operation, author = 'ann') => ({ clientId: `edit-${serial++}`, author, operation });
const edit = (operation: Operation, author = 'ann') => editBitext(app, id, request(operation, author));
const undo = (author = 'ann') => undoEdit(app, id, { clientId: `edit-${serial++}`, author });
const redo = (author = 'ann') => redoEdit(app, id, { clientId: `edit-${serial++}`, author });
const rows = async () => (await openReview(app, id, { query: EVERY_ROW, author: 'ann' })).rows;
const state = async () => {
  const { nextId: _, ...bitext } = await readBitext(app.store.db, id);
  return bitext;
};

describe('edits of a stored bitext', () => {
  it('are undone and redone without limit, to the same states', async () => {
    const beads = (await rows()).map(({ bead }) => bead);
    const states = [await state()];
    for (const operation of [
      { action: 'merge', bead: beads[0]?.id ?? 0 },
      { action: 'setStatus', beads: [beads[2]?.id ?? 0], status: 'flagged', note: 'look' },
      { action: 'rewrite', side: 'target', segment: beads[3]?.target[0] ?? 0, text: 'Autre chose.' },
      { action: 'move', side: 'source', segment: beads[2]?.source[0] ?? 0, to: 'previous' },
    ] as const) {
      await edit(operation);
      states.push(await state());
    }
    for (const expected of states.slice(0, -1).reverse()) {
      await undo();
      expect(await state()).toEqual(expected);
    }
    await expect(undo()).rejects.toThrow('nothing to undo');
    for (const expected of states.slice(1)) {
      await redo();
      expect(await state()).toEqual(expected);
    }
    await expect(redo()).rejects.toThrow('nothing to redo');
  });

  it('cannot be redone after another edit', async () => {
    const [first, second] = await rows();
    await edit({ action: 'setStatus', beads: [first?.bead.id ?? 0], status: 'confirmed' });
    await undo();
    await edit({ action: 'setStatus', beads: [second?.bead.id ?? 0], status: 'confirmed' });
    await expect(redo()).rejects.toThrow('nothing to redo');
  });

  it('undo takes back one’s own edits only', async () => {
    const [first, second] = await rows();
    await edit({ action: 'setStatus', beads: [first?.bead.id ?? 0], status: 'confirmed' }, 'ann');
    await edit({ action: 'setStatus', beads: [second?.bead.id ?? 0], status: 'excluded' }, 'bob');
    await undo('ann');
    expect((await rows()).map(({ bead }) => bead.status).slice(0, 2)).toEqual(['proposed', 'excluded']);
  });

  it('sent twice are carried out once', async () => {
    const [first] = await rows();
    const sent = request({ action: 'merge', bead: first?.bead.id ?? 0 });
    const once = await editBitext(app, id, sent);
    const after = await state();
    const twice = await editBitext(app, id, sent);
    expect(await state()).toEqual(after);
    expect(twice.seq).toBe(once.seq);
    expect(twice.beads).toEqual(once.beads);
  });

  it('are refused where the row is not what the sender saw', async () => {
    const [first] = await rows();
    if (!first) throw new Error('no row');
    const seen = { [first.bead.id]: rowKey(first) };
    await edit({ action: 'rewrite', side: 'source', segment: first.bead.source[0] ?? 0, text: 'Changed.' }, 'bob');
    const late = editBitext(app, id, {
      ...request({ action: 'setStatus', beads: [first.bead.id], status: 'confirmed' }),
      seen,
    });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect((await rows())[0]?.bead.status).toBe('proposed');
  });

  it('of two authors on different rows both apply', async () => {
    const [first, second] = await rows();
    if (!first || !second) throw new Error('no rows');
    await Promise.all([
      editBitext(app, id, {
        ...request({ action: 'setStatus', beads: [first.bead.id], status: 'confirmed' }, 'ann'),
        seen: { [first.bead.id]: rowKey(first) },
      }),
      editBitext(app, id, {
        ...request({ action: 'setStatus', beads: [second.bead.id], status: 'flagged' }, 'bob'),
        seen: { [second.bead.id]: rowKey(second) },
      }),
    ]);
    expect((await rows()).map(({ bead }) => bead.status).slice(0, 2)).toEqual(['confirmed', 'flagged']);
    expect(faultIn(await readBitext(app.store.db, id))).toBeNull();
  });
});

describe('a flag', () => {
  const flagOf = async (row: number) => (await rows())[row]?.flaggedBy;

  it('keeps its author and time whatever others do to the row and undo', async () => {
    const bead = (await rows())[2]!.bead;
    await edit({ action: 'setStatus', beads: [bead.id], status: 'flagged', note: 'check the date' }, 'ann');
    const flag = await flagOf(2);
    expect(flag?.author).toBe('ann');
    await edit({ action: 'rewrite', side: 'target', segment: bead.target[0]!, text: 'Autre chose.' }, 'bob');
    expect(await flagOf(2)).toEqual(flag);
    await undo('bob');
    expect(await flagOf(2)).toEqual(flag);
    await edit({ action: 'setStatus', beads: [bead.id], status: 'confirmed' }, 'bob');
    expect(await flagOf(2)).toBeNull();
    await undo('bob');
    expect(await flagOf(2)).toEqual(flag);
  });

  it('is of whoever writes another note with it', async () => {
    const bead = (await rows())[2]!.bead;
    await edit({ action: 'setStatus', beads: [bead.id], status: 'flagged', note: 'check the date' }, 'ann');
    await edit({ action: 'setStatus', beads: [bead.id], status: 'flagged', note: 'and the name' }, 'bob');
    expect((await flagOf(2))?.author).toBe('bob');
  });

  it('goes with the row that flagged rows are merged into', async () => {
    const [, second] = await rows();
    await edit({ action: 'setStatus', beads: [second!.bead.id], status: 'flagged', note: 'odd' }, 'ann');
    await edit({ action: 'merge', bead: (await rows())[0]!.bead.id }, 'bob');
    expect(await flagOf(0)).toMatchObject({ author: 'ann' });
  });
});

describe('splitting a segment', () => {
  it.each([4, 5, 9])('is taken back by joining, whatever stood at the place: offset %i', async (offset) => {
    const bead = (await rows())[1]!.bead;
    const segment = bead.target[0]!;
    const textNow = async () => (await readBitext(app.store.db, id)).target.map(({ text }) => text);
    const before = await textNow();
    await edit({ action: 'splitSegment', side: 'target', segment, offset });
    expect(await textNow()).toHaveLength(before.length + 1);
    await edit({ action: 'join', side: 'target', segment });
    expect(await textNow()).toEqual(before);
  });
});
