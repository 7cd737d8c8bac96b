import { type Row, rowsOf } from '../../core/bitext/bitext.ts';
import { placeOf } from '../../store/review/bead-places.ts';
import { readSliceAt } from '../../store/review/slices.ts';
import type { Desk } from '../desk.ts';

/**
 * Rows of a bitext in order, without what a page shows beside them.
 * @param last the row that they follow, and the place from 0 where it stood; null for the first
 */
export async function rowsByPlace(
  { store: { db } }: Pick<Desk, 'store'>,
  id: number,
  last: { readonly bead: number; readonly place: number } | null,
  count: number,
): Promise<{ readonly from: number; readonly rows: Row[] }> {
  const from = last === null ? 0 : ((await placeOf(db, id, last.bead)) ?? last.place - 1) + 1;
  const { slice, beads } = await readSliceAt(db, id, from, count);
  const wanted = new Set(beads);
  return { from, rows: rowsOf(slice).filter(({ bead }) => wanted.has(bead.id)) };
}
