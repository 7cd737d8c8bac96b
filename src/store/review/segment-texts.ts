import { sql } from 'kysely';
import type { Side } from '../../core/bitext/bitext.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { Db } from '../open-store.ts';

/** A segment's text as it is read, and the bead that holds it. */
export interface HeldText {
  readonly segment: number;
  readonly bead: number;
  readonly text: string;
  /** The text with its inline codes. */
  readonly coded: string;
}

/** The first texts of one side of a bitext as they are read, one a line: for what goes by the look of a text as a whole. */
export async function firstTexts(db: Db, id: number, side: Side, count: number): Promise<string> {
  const { rows } = await sql<{ lines: string | null }>`
    SELECT group_concat(text, char(10)) AS lines FROM (
      SELECT text FROM segment WHERE bitext_id = ${id} AND side = ${side} ORDER BY position LIMIT ${count})`.execute(
    db,
  );
  return plainText(rows[0]?.lines ?? '');
}

/** The texts of one side of a bitext in their order, up to `size` at a time, so that a long one is never whole in memory. */
export async function* textsOfSide(db: Db, id: number, side: Side, size: number): AsyncGenerator<HeldText[]> {
  let [position, after] = [Number.NEGATIVE_INFINITY, 0];
  for (;;) {
    const { rows } = await sql<Omit<HeldText, 'text'> & { position: number }>`
      SELECT segment.id AS segment, bead_segment.bead_id AS bead, segment.text AS coded, segment.position
      FROM segment JOIN bead_segment ON bead_segment.bitext_id = segment.bitext_id
        AND bead_segment.side = segment.side AND bead_segment.segment_id = segment.id
      WHERE segment.bitext_id = ${id} AND segment.side = ${side}
        AND segment.position >= ${position} AND (segment.position > ${position} OR segment.id > ${after})
      ORDER BY segment.position, segment.id LIMIT ${size}`.execute(db);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, text: plainText(row.coded) }));
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    [position, after] = [last.position, last.segment];
  }
}
