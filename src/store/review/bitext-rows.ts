import { sql } from 'kysely';
import type { Bead, Bitext, Segment, Side } from '../../core/bitext/bitext.ts';
import { SIDES } from '../../core/bitext/bitext.ts';
import type { Db } from '../open-store.ts';
import { announceBitext } from '../webhooks/announce.ts';

/** Marks a bitext whose rows are stored as ready for review. */
export async function markReady(
  db: Db,
  id: number,
  { nextId, parallelism, now }: { readonly nextId: number; readonly parallelism: number | null; readonly now: string },
): Promise<void> {
  await db
    .updateTable('bitext')
    .set({ state: 'ready', progress: 1, problem: '', kinship: parallelism, next_id: nextId, updated_at: now })
    .where('id', '=', id)
    .execute();
  await announceBitext(db, id, { type: 'bitext.ready', at: now });
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

/** Which segments each bead of a bitext holds, in their order. */
async function membersOf(db: Db, id: number): Promise<Members> {
  const held = await db
    .selectFrom('bead_segment')
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.bitext_id', '=', 'bead_segment.bitext_id')
        .onRef('segment.side', '=', 'bead_segment.side')
        .onRef('segment.id', '=', 'bead_segment.segment_id'),
    )
    .select(['bead_segment.bead_id as bead', 'bead_segment.side', 'bead_segment.segment_id as id'])
    .where('bead_segment.bitext_id', '=', id)
    .orderBy('segment.position')
    .execute();
  return membersIn(held);
}

/** The ids of the segments of each bead. */
type Members = Map<number, Record<Side, number[]>>;

/** Which segments each bead holds, in the order in which they are given. */
export function membersIn(
  held: readonly { readonly bead: number; readonly side: Side; readonly id: number }[],
): Members {
  const members: Members = new Map();
  for (const { bead, side, id } of held) {
    let sides = members.get(bead);
    if (!sides) {
      sides = { source: [], target: [] };
      members.set(bead, sides);
    }
    sides[side].push(id);
  }
  return members;
}

/**
 * Rows come to SQLite as one text in JSON: one statement for any number of
 * them, prepared in no time, and the full-text index is written once for each
 * statement. A row at a time takes twice as long (docs/decisions/0011).
 */
function rowsOf(rows: readonly (readonly (string | number | null)[])[]) {
  return sql`json_each(${JSON.stringify(rows)})`;
}

export async function insertSegments(
  db: Db,
  bitextId: number,
  side: Side,
  rows: readonly { segment: Segment; position: number }[],
): Promise<void> {
  const values = rows.map(({ segment: { id, text, paragraph, kind, joint }, position }) => [
    id,
    position,
    paragraph,
    kind,
    text,
    joint ?? null,
  ]);
  await sql`INSERT INTO segment (bitext_id, side, id, position, paragraph, kind, text, joint)
    SELECT ${bitextId}, ${side}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM ${rowsOf(values)}`.execute(db);
}

export async function insertBeads(
  db: Db,
  bitextId: number,
  rows: readonly { bead: Bead; position: number }[],
  by: { readonly changed_by?: string; readonly changed_at?: string } = {},
): Promise<void> {
  const values = rows.map(({ bead, position }) => [...beadValues(bead), position]);
  await sql`INSERT INTO bead
      (bitext_id, changed_by, changed_at, id, status, confidence, note, flagged_by, flagged_at, assumed, position)
    SELECT ${bitextId}, ${by.changed_by ?? ''}, ${by.changed_at ?? ''},
      value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    FROM ${rowsOf(values)}`.execute(db);
  await insertMembers(
    db,
    bitextId,
    rows.map(({ bead }) => bead),
  );
}

export async function insertMembers(db: Db, bitextId: number, beads: readonly Bead[]): Promise<void> {
  const members = beads.flatMap((bead) =>
    SIDES.flatMap((side) => bead[side].map((segment) => [side, segment, bead.id])),
  );
  await sql`INSERT INTO bead_segment (bitext_id, side, segment_id, bead_id)
    SELECT ${bitextId}, value ->> 0, value ->> 1, value ->> 2 FROM ${rowsOf(members)}`.execute(db);
}

/** Gives segments of a side other texts and kinds. */
export async function updateSegments(
  db: Db,
  bitextId: number,
  side: Side,
  segments: readonly Segment[],
): Promise<void> {
  const values = segments.map(({ id, text, kind }) => [id, text, kind]);
  // Materialized, so that SQLite looks the segments up one by one instead of going through the text.
  await sql`WITH fresh AS MATERIALIZED (
      SELECT value ->> 0 AS row, value ->> 1 AS text, value ->> 2 AS kind FROM ${rowsOf(values)})
    UPDATE segment SET text = fresh.text, kind = fresh.kind FROM fresh
    WHERE bitext_id = ${bitextId} AND side = ${side} AND segment.id = fresh.row`.execute(db);
}

/** Gives beads other statuses and notes, and says who did. */
export async function updateBeads(
  db: Db,
  bitextId: number,
  beads: readonly Bead[],
  by: { readonly changed_by: string; readonly changed_at: string },
): Promise<void> {
  const values = beads.map(beadValues);
  await sql`WITH fresh AS MATERIALIZED (
      SELECT value ->> 0 AS row, value ->> 1 AS status, value ->> 2 AS confidence, value ->> 3 AS note,
        value ->> 4 AS flagged_by, value ->> 5 AS flagged_at, value ->> 6 AS assumed FROM ${rowsOf(values)})
    UPDATE bead SET changed_by = ${by.changed_by}, changed_at = ${by.changed_at}, assumed = fresh.assumed,
      status = fresh.status, confidence = fresh.confidence, note = fresh.note,
      flagged_by = fresh.flagged_by, flagged_at = fresh.flagged_at
    FROM fresh WHERE bitext_id = ${bitextId} AND bead.id = fresh.row`.execute(db);
}

/** A bead as its columns have it, its place apart. */
function beadValues({ id, status, confidence, note, flag, assumed }: Bead): (string | number | null)[] {
  // Only what counts as confirmed can be assumed to be.
  const isAssumed = assumed && status === 'confirmed' ? 1 : 0;
  return [id, status, confidence, note, flag?.by ?? '', flag?.at ?? '', isAssumed];
}

/** A segment as its row has it. */
export function segmentFrom({
  id,
  text,
  paragraph,
  kind,
  joint,
}: Omit<Segment, 'joint'> & { readonly joint: string | null }): Segment {
  return { id, text, paragraph, kind, ...(joint !== null && { joint }) };
}

/** A bead as its row has it, without its members. */
export type BeadRow = Omit<Bead, Side | 'flag' | 'assumed'> & {
  readonly flagged_by: string;
  readonly flagged_at: string;
  readonly assumed: number;
};

/** A bead as its row and its members have it. */
export function beadFrom(row: BeadRow, members: ReadonlyMap<number, Record<Side, number[]>>): Bead {
  const { source, target } = members.get(row.id) ?? { source: [], target: [] };
  const { id, status, confidence, note, flagged_by: by, flagged_at: at } = row;
  const assumed = row.assumed === 1 && ({ assumed: true } as const);
  return { id, source, target, status, confidence, note, ...(at !== '' && { flag: { by, at } }), ...assumed };
}
