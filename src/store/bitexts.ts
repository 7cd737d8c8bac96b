import { type RawBuilder, sql } from 'kysely';
import type { Bead, Bitext, Segment, Side } from '../core/bitext/bitext.ts';
import { SIDES } from '../core/bitext/bitext.ts';
import type { Db } from './open-store.ts';
import type { BitextState } from './schema.ts';

/** What stands about a bitext besides its rows. */
export interface BitextHead {
  readonly id: number;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly sourceRevision: number;
  readonly targetRevision: number;
  readonly state: BitextState;
  /** From 0 to 1 while it is being aligned. */
  readonly progress: number;
  /** Why alignment failed, else empty. */
  readonly problem: string;
  /** How far the texts translate each other, from 0 to 1; null where that is not known. */
  readonly kinship: number | null;
  readonly archivedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewBitext {
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly sourceRevision: number;
  readonly targetRevision: number;
}

const HEAD = [
  'id',
  'title',
  'source_language as sourceLanguage',
  'target_language as targetLanguage',
  'source_revision_id as sourceRevision',
  'target_revision_id as targetRevision',
  'state',
  'progress',
  'problem',
  'kinship',
  'archived_at as archivedAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Stores a bitext that waits for its alignment. */
export async function insertBitext(db: Db, bitext: NewBitext, now: string): Promise<number> {
  const { id } = await db
    .insertInto('bitext')
    .values({
      title: bitext.title,
      source_language: bitext.sourceLanguage,
      target_language: bitext.targetLanguage,
      source_revision_id: bitext.sourceRevision,
      target_revision_id: bitext.targetRevision,
      state: 'queued',
      progress: 0,
      problem: '',
      next_id: 1,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findHead(db: Db, id: number): Promise<BitextHead | undefined> {
  return db.selectFrom('bitext').select(HEAD).where('id', '=', id).executeTakeFirst();
}

/** Bitexts in the given states, oldest first. */
export async function headsInState(db: Db, states: readonly BitextState[]): Promise<BitextHead[]> {
  return db.selectFrom('bitext').select(HEAD).where('state', 'in', states).orderBy('id').execute();
}

/** Moves a bitext on in the queue. */
export async function setState(
  db: Db,
  id: number,
  { state, progress, problem = '' }: { state: BitextState; progress: number; problem?: string },
): Promise<void> {
  await db.updateTable('bitext').set({ state, progress, problem }).where('id', '=', id).execute();
}

export async function setTitle(db: Db, id: number, title: string, now: string): Promise<void> {
  await db.updateTable('bitext').set({ title, updated_at: now }).where('id', '=', id).execute();
}

/** Puts a bitext into the archive, or takes it out with null. */
export async function setArchived(db: Db, id: number, at: string | null): Promise<void> {
  await db.updateTable('bitext').set({ archived_at: at }).where('id', '=', id).execute();
}

export async function deleteBitext(db: Db, id: number): Promise<void> {
  await db.deleteFrom('bitext').where('id', '=', id).execute();
}

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
  await db
    .updateTable('bitext')
    .set({ state: 'ready', progress: 1, problem: '', kinship, next_id: bitext.nextId, updated_at: now })
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

/** How far the review of a bitext has come, in beads. */
export interface BeadCounts {
  readonly beads: number;
  readonly confirmed: number;
  readonly flagged: number;
  readonly excluded: number;
  readonly doubtful: number;
}

/** Counts a bitext's beads; proposed ones below `doubtBelow` are doubtful. */
export async function countBeads(db: Db, id: number, doubtBelow: number): Promise<BeadCounts> {
  const count = (condition: RawBuilder<unknown>) => sql<number>`count(*) FILTER (WHERE ${condition})`;
  return db
    .selectFrom('bead')
    .select(({ fn }) => [
      fn.countAll<number>().as('beads'),
      count(sql`status = 'confirmed'`).as('confirmed'),
      count(sql`status = 'flagged'`).as('flagged'),
      count(sql`status = 'excluded'`).as('excluded'),
      count(sql`status = 'proposed' AND confidence < ${doubtBelow}`).as('doubtful'),
    ])
    .where('bitext_id', '=', id)
    .executeTakeFirstOrThrow();
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
