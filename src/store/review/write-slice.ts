import { type Bitext, type Segment, SIDES, type Side } from '../../core/bitext/bitext.ts';
import { inList } from '../in-list.ts';
import type { Db } from '../open-store.ts';
import { insertBeads, insertMembers, insertSegments, updateBeads, updateSegments } from './bitext-rows.ts';
import { placed } from './positions.ts';

/** Two states of a slice, and who has made the second of the first, and when. */
interface SliceChange {
  readonly before: Bitext;
  readonly after: Bitext;
  readonly author: string;
  readonly at: string;
}

/** Stores what differs between two states of a slice; touches only the rows that changed. A row that keeps its id keeps its place. */
export async function writeSlice(db: Db, id: number, { before, after, author, at }: SliceChange): Promise<void> {
  const by = { changed_by: author, changed_at: at };
  const beads = changesBetween(before.beads, after.beads);
  if (beads.gone.length > 0) {
    await db.deleteFrom('bead').where('bitext_id', '=', id).where('id', 'in', inList(beads.gone)).execute();
  }
  await clearMembers(
    db,
    id,
    beads.changed.map((bead) => bead.id),
  );
  for (const side of SIDES) await writeSegments(db, id, side, { before: before[side], after: after[side] });
  await updateBeads(db, id, beads.changed, by);
  await insertMembers(db, id, beads.changed);
  const rows = await placed(db, { bitext: id, of: 'bead' }, after.beads, beads.added);
  await insertBeads(
    db,
    id,
    rows.map(({ row, position }) => ({ bead: row, position })),
    by,
  );
  await db.updateTable('bitext').set({ next_id: after.nextId, updated_at: at }).where('id', '=', id).execute();
}

async function clearMembers(db: Db, id: number, beads: readonly number[]): Promise<void> {
  if (beads.length === 0) return;
  await db.deleteFrom('bead_segment').where('bitext_id', '=', id).where('bead_id', 'in', inList(beads)).execute();
}

async function writeSegments(
  db: Db,
  id: number,
  side: Side,
  { before, after }: Readonly<Record<'before' | 'after', readonly Segment[]>>,
): Promise<void> {
  const { gone, changed, added } = changesBetween(before, after);
  const own = { bitext_id: id, side };
  if (gone.length > 0) {
    await db
      .deleteFrom('segment')
      .where((eb) => eb.and(own))
      .where('id', 'in', inList(gone))
      .execute();
  }
  await updateSegments(db, id, side, changed);
  const rows = await placed(db, { bitext: id, of: side }, after, added);
  await insertSegments(
    db,
    id,
    side,
    rows.map(({ row, position }) => ({ segment: row, position })),
  );
}

function changesBetween<T extends { id: number }>(before: readonly T[], after: readonly T[]) {
  const then = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map((row) => row.id));
  return {
    gone: before.filter((row) => !now.has(row.id)).map((row) => row.id),
    changed: after.filter((row) => then.has(row.id) && then.get(row.id) !== row),
    added: after.filter((row) => !then.has(row.id)),
  };
}
