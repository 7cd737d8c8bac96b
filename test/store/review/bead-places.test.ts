import { expect, it } from 'vitest';
import type { Bitext } from '../../../src/core/bitext/bitext.ts';
import { applyEdit } from '../../../src/core/bitext/edit.ts';
import { planEdit } from '../../../src/core/bitext/operation.ts';
import { beadsFrom } from '../../../src/store/review/bead-places.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { readSliceAt } from '../../../src/store/review/slices.ts';
import { writeSlice } from '../../../src/store/review/write-slice.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { NOW, storeRows, storesOfTests } from '../../support/stores.ts';

const opened = storesOfTests();

it('rows are found by their places from either end of the text, where rows were merged and split, too', async () => {
  const store = await opened();
  // Another text's rows are none of these.
  await storeRows(store, bitextOf('1-1 1-1 1-1'));
  const id = await storeRows(store, bitextOf('1-1 2-2 1-1 1-1 0-1 1-1 1-1 1-0 1-1'));
  for (const operation of ['merge', 'splitRow'] as const) {
    const before = await readBitext(store.db, id);
    const edit =
      operation === 'merge'
        ? planEdit(before, { action: operation, bead: before.beads[5]!.id })
        : planEdit(before, {
            action: operation,
            bead: before.beads[1]!.id,
            side: 'source',
            segment: before.beads[1]!.source[1]!,
          });
    await writeSlice(store.db, id, { before, after: applyEdit(before, edit) as Bitext, author: 'a', at: NOW });
  }
  const all = (await readBitext(store.db, id)).beads.map((bead) => bead.id);
  for (let from = 0; from <= all.length + 1; from++) {
    const wanted = all.slice(from, from + 2);
    expect(await beadsFrom(store.db, id, from, 2)).toEqual(wanted);
    const { slice, beads } = await readSliceAt(store.db, id, from, 2);
    expect(beads).toEqual(wanted);
    const around = wanted.length > 0 ? all.slice(Math.max(0, from - 2), from + 4) : [];
    expect(slice.beads.map((bead) => bead.id)).toEqual(around);
  }
});
