import { type Row, rowsOf } from '../../core/bitext/bitext.ts';
import { beadsFrom, placeOf } from '../../store/review/bead-places.ts';
import { readSlice } from '../../store/review/slices.ts';
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
  const beads = new Set(await beadsFrom(db, id, from, count));
  if (beads.size === 0) return { from, rows: [] };
  const part = await readSlice(db, id, [...beads]);
  return { from, rows: rowsOf(part).filter(({ bead }) => beads.has(bead.id)) };
}
