import { type Bitext, SIDES } from '../../core/bitext/bitext.ts';
import { FORMATTING_CODES, hasFormatting } from '../../core/bitext/inline/formatting.ts';
import type { Db } from '../open-store.ts';
import { insertBeads, insertSegments, markReady } from './bitext-rows.ts';
import { insertCodes } from './codes.ts';

/** Rows that are stored at once: few enough that an edit elsewhere does not wait for it. */
const SLICE_ROWS = 1000;

/** Stores segments and beads of a bitext, and marks it ready. One that has rows already is ready with those. */
export async function writeRows(
  db: Db,
  id: number,
  bitext: Bitext,
  { parallelism, now }: { readonly parallelism: number | null; readonly now: string },
): Promise<void> {
  if (await isWritten(db, id)) return markReadyAgain(db, id);
  for (const write of rowSlices(id, bitext)) await write(db);
  await markReady(db, id, { nextId: bitext.nextId, parallelism, now });
}

/** The same in slices, in their order, each for a transaction of its own; nobody reads the rows before `markReady`. */
export function* rowSlices(id: number, bitext: Bitext): Generator<(db: Db) => Promise<void>> {
  if (SIDES.some((side) => hasFormatting(bitext[side]))) yield (db) => insertCodes(db, id, FORMATTING_CODES);
  for (const side of SIDES) {
    for (const rows of placedSlices(bitext[side])) {
      yield (db) =>
        insertSegments(
          db,
          id,
          side,
          rows.map(({ row, position }) => ({ segment: row, position })),
        );
    }
  }
  for (const rows of placedSlices(bitext.beads)) {
    yield (db) =>
      insertBeads(
        db,
        id,
        rows.map(({ row, position }) => ({ bead: row, position })),
      );
  }
}

function* placedSlices<T>(all: readonly T[]): Generator<{ row: T; position: number }[]> {
  for (let at = 0; at < all.length; at += SLICE_ROWS) {
    yield all.slice(at, at + SLICE_ROWS).map((row, i) => ({ row, position: at + i + 1 }));
  }
}

/** Whether all rows of a bitext have been stored, whatever it was marked as since. */
export async function isWritten(db: Db, id: number): Promise<boolean> {
  const { next_id } = await db.selectFrom('bitext').select('next_id').where('id', '=', id).executeTakeFirstOrThrow();
  // Given with the last of them.
  return next_id > 1;
}

/** Marks a bitext of which all rows are there as ready, as they are. */
export async function markReadyAgain(db: Db, id: number): Promise<void> {
  await db.updateTable('bitext').set({ state: 'ready', progress: 1, problem: '' }).where('id', '=', id).execute();
}
