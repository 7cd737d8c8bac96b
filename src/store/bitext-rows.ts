import type { Bead, Bitext, Segment, Side } from '../core/bitext/bitext.ts';
import { SIDES } from '../core/bitext/bitext.ts';
import type { Db } from './open-store.ts';

/** Stores segments and beads of a bitext that has none yet, and marks it ready. */
export async function writeRows(
  db: Db,
  id: number,
  bitext: Bitext,
  kinship: number | null,
  now: string,
): Promise<void> {
  for (const side of SIDES) {
    await insertSegments(
      db,
      id,
      side,
      bitext[side].map((segment, i) => ({ segment, position: i + 1 })),
    );
  }
  await insertBeads(
    db,
    id,
    bitext.beads.map((bead, i) => ({ bead, position: i + 1 })),
  );
  await markReady(db, id, bitext.nextId, now, kinship);
}

/** Marks a bitext whose rows are stored as ready for review. */
export async function markReady(
  db: Db,
  id: number,
  nextId: number,
  now: string,
  kinship: number | null = null,
): Promise<void> {
  await db
    .updateTable('bitext')
    .set({ state: 'ready', progress: 1, problem: '', kinship, next_id: nextId, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** The whole bitext, in order. */
export async function readBitext(db: Db, id: number): Promise<Bitext> {
  const head = await db
    .selectFrom('bitext')
    .select(['source_language', 'target_language', 'next_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const segments = await db.selectFrom('segment').selectAll().where('bitext_id', '=', id).orderBy('position').execute();
  const beads = await db.selectFrom('bead').selectAll().where('bitext_id', '=', id).orderBy('position').execute();
  const members = await membersOf(db, id);
  return {
    sourceLanguage: head.source_language,
    targetLanguage: head.target_language,
    nextId: head.next_id,
    source: segments.filter((row) => row.side === 'source').map(segmentFrom),
    target: segments.filter((row) => row.side === 'target').map(segmentFrom),
    beads: beads.map((row) => beadFrom(row, members)),
  };
}

/** Which segments each bead holds, in their order; of the given beads, or of all. */
export async function membersOf(
  db: Db,
  id: number,
  beads?: readonly number[],
): Promise<Map<number, Record<Side, number[]>>> {
  let query = db
    .selectFrom('bead_segment')
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.bitext_id', '=', 'bead_segment.bitext_id')
        .onRef('segment.side', '=', 'bead_segment.side')
        .onRef('segment.id', '=', 'bead_segment.segment_id'),
    )
    .select(['bead_segment.bead_id as bead', 'bead_segment.side', 'bead_segment.segment_id as segment'])
    .where('bead_segment.bitext_id', '=', id)
    .orderBy('segment.position');
  if (beads) query = query.where('bead_segment.bead_id', 'in', beads);
  const members = new Map<number, Record<Side, number[]>>();
  for (const { bead, side, segment } of await query.execute()) {
    let sides = members.get(bead);
    if (!sides) {
      sides = { source: [], target: [] };
      members.set(bead, sides);
    }
    sides[side].push(segment);
  }
  return members;
}

/** Rows of one INSERT: SQLite takes 32,766 parameters at most. */
const CHUNK = 2000;

export async function insertSegments(
  db: Db,
  bitextId: number,
  side: Side,
  rows: readonly { segment: Segment; position: number }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    const values = rows
      .slice(at, at + CHUNK)
      .map(({ segment, position }) => ({ bitext_id: bitextId, side, position, ...segment }));
    await db.insertInto('segment').values(values).execute();
  }
}

export async function insertBeads(
  db: Db,
  bitextId: number,
  rows: readonly { bead: Bead; position: number }[],
  by: { readonly changed_by?: string; readonly changed_at?: string } = {},
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    await db
      .insertInto('bead')
      .values(
        part.map(({ bead: { id, status, confidence, note }, position }) => ({
          bitext_id: bitextId,
          id,
          position,
          status,
          confidence,
          note,
          ...by,
        })),
      )
      .execute();
    await insertMembers(
      db,
      bitextId,
      part.map(({ bead }) => bead),
    );
  }
}

export async function insertMembers(db: Db, bitextId: number, beads: readonly Bead[]): Promise<void> {
  const members = beads.flatMap((bead) =>
    SIDES.flatMap((side) =>
      bead[side].map((segment) => ({ bitext_id: bitextId, side, segment_id: segment, bead_id: bead.id })),
    ),
  );
  for (let at = 0; at < members.length; at += CHUNK) {
    await db
      .insertInto('bead_segment')
      .values(members.slice(at, at + CHUNK))
      .execute();
  }
}

/** A segment as its row has it. */
export function segmentFrom({ id, text, paragraph, kind }: Segment): Segment {
  return { id, text, paragraph, kind };
}

/** A bead as its row and its members have it. */
export function beadFrom(row: Omit<Bead, Side>, members: ReadonlyMap<number, Record<Side, number[]>>): Bead {
  const { source, target } = members.get(row.id) ?? { source: [], target: [] };
  return { id: row.id, source, target, status: row.status, confidence: row.confidence, note: row.note };
}
