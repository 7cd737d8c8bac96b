import { describe, expect, it } from 'vitest';
import { type Bitext, faultIn } from '../../../src/core/bitext/bitext.ts';
import { applyEdit, beadsExpected, type Edit } from '../../../src/core/bitext/edit.ts';
import { planEdit } from '../../../src/core/bitext/operation.ts';
import { Problem } from '../../../src/core/problem.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { readSlice } from '../../../src/store/review/slices.ts';
import { writeSlice } from '../../../src/store/review/write-slice.ts';
import { bitextOf } from '../../support/bitexts.ts';
import fc from '../../support/random-cases.ts';
import { NOW, storeRows, storesOfTests } from '../../support/stores.ts';

const opened = storesOfTests();

describe('a stored bitext', () => {
  it('comes back as it was', async () => {
    const store = await opened();
    const bitext = bitextOf('1-1 2-1 0-1 1-2');
    expect(await readBitext(store.db, await storeRows(store, bitext))).toEqual(bitext);
  });

  it('is read in part: the rows asked for and their neighbours', async () => {
    const store = await opened();
    const id = await storeRows(store, bitextOf('1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1'));
    const slice = await readSlice(store.db, id, [204]);
    expect(slice.beads.map((bead) => bead.id)).toEqual([202, 203, 204, 205, 206]);
    expect(slice.source.map((segment) => segment.text)).toEqual(['s2', 's3', 's4', 's5', 's6']);
    expect(faultIn(slice)).toBeNull();
  });

  it('follows any edits exactly, though only a part is read and written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), async (choices) => {
        const store = await openStore(':memory:');
        try {
          let whole = bitextOf('1-1 2-1 0-1 1-2 1-0 2-2 1-1');
          const id = await storeRows(store, whole);
          for (const choice of choices) {
            const edit = someEdit(whole, choice);
            if (!edit) continue;
            const slice = await readSlice(store.db, id, beadsExpected(edit));
            const after = applyEdit(slice, edit);
            expect(after).not.toBeNull();
            await writeSlice(store.db, id, { before: slice, after: after as Bitext, author: 'a', at: NOW });
            whole = applyEdit(whole, edit) as Bitext;
            expect(await readBitext(store.db, id)).toEqual(whole);
          }
        } finally {
          await store.close();
        }
      }),
      // A sentence cut at the end of a part, before one that stands close behind it.
      { numRuns: 60, examples: [[[1853948224, 1632485970, 707788945, 1904385601, 0]]] },
    );
  });

  it('keeps its order when rows are put into one place again and again', async () => {
    const store = await opened();
    let whole = bitextOf('1-1 1-1');
    const id = await storeRows(store, whole);
    for (let i = 0; i < 60; i++) {
      const operation =
        i % 2 === 0 ? ({ action: 'splitSegment', side: 'source', segment: 1, offset: 1 } as const) : null;
      const text = { action: 'rewrite', side: 'source', segment: 1, text: `a${i} b` } as const;
      for (const edit of [planEdit(whole, operation ?? text)]) {
        const slice = await readSlice(store.db, id, beadsExpected(edit));
        whole = applyEdit(whole, edit) as Bitext;
        const after = applyEdit(slice, edit) as Bitext;
        await writeSlice(store.db, id, { before: slice, after, author: 'a', at: NOW });
      }
    }
    expect(await readBitext(store.db, id)).toEqual(whole);
    expect(whole.source.length).toBe(32);
  });
});

/** One of the edits that the bitext allows, by number; null where that one makes no sense. */
function someEdit(bitext: Bitext, choice: number): Edit | null {
  const bead = bitext.beads[choice % bitext.beads.length];
  const side = choice % 2 === 0 ? 'source' : 'target';
  const segment = bitext[side][choice % bitext[side].length];
  if (!bead || !segment) return null;
  const at = { side, segment: segment.id } as const;
  const operations = [
    { action: 'merge', bead: bead.id },
    { action: 'splitRow', bead: bead.id, ...at },
    { action: 'move', to: 'previous', ...at },
    { action: 'move', to: 'next', ...at },
    { action: 'rewrite', text: `new ${choice}`, ...at },
    { action: 'splitSegment', offset: 1, ...at },
    { action: 'join', ...at },
    { action: 'setStatus', beads: [bead.id], status: 'confirmed' },
  ] as const;
  try {
    return planEdit(bitext, operations[Math.floor(choice / 7) % operations.length] ?? operations[0]);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
