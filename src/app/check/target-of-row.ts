import { rowsOf } from '../../core/bitext/bitext.ts';
import { unitTexts } from '../../core/check/memory.ts';
import type { Db } from '../../store/open-store.ts';
import { codesOf } from '../../store/review/codes.ts';
import { readBeads } from '../../store/review/slices.ts';
import type { BitextHead } from '../app.ts';

/** The translation in a row, without codes, for checks that keep no texts of the rows that they have passed. */
export async function targetOfRow(db: Db, head: BitextHead, bead: number): Promise<string> {
  const part = await readBeads(db, head.id, [bead]);
  const codes = await codesOf(db, head.id, part);
  return rowsOf(part)
    .map((row) => unitTexts(row, head, codes).plain.target)
    .join('');
}
