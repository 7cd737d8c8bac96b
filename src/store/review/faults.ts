import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

/** A bitext whose rows break a rule that every bitext keeps, and which. */
export interface RowFault {
  readonly bitext: number;
  readonly fault: string;
}

/**
 * Bitexts whose stored rows are not as `faultIn` (core/bitext/bitext.ts) has it: each segment in a bead, no
 * bead without segments, beads in the order of the source; no id twice; and its beads counted right. That a segment
 * lies in one bead at most and no bead names an unknown one, the tables' keys say.
 */
export async function faultyBitexts(db: Db): Promise<RowFault[]> {
  const { rows } = await sql<RowFault>`
    SELECT DISTINCT segment.bitext_id AS bitext, 'a segment lies in no bead' AS fault FROM segment
      LEFT JOIN bead_segment ON bead_segment.bitext_id = segment.bitext_id AND bead_segment.side = segment.side
        AND bead_segment.segment_id = segment.id
      WHERE bead_segment.bead_id IS NULL
    UNION ALL
    SELECT DISTINCT bead.bitext_id, 'a bead holds nothing' FROM bead WHERE NOT EXISTS (
      SELECT 1 FROM bead_segment WHERE bead_segment.bitext_id = bead.bitext_id AND bead_segment.bead_id = bead.id)
    UNION ALL
    SELECT DISTINCT bitext_id, 'the beads do not follow the source' FROM (
      SELECT bead.bitext_id, segment.position < lag(segment.position) OVER (
        PARTITION BY bead.bitext_id ORDER BY bead.position, segment.position) AS is_behind
      FROM bead
      JOIN bead_segment ON bead_segment.bitext_id = bead.bitext_id AND bead_segment.bead_id = bead.id
        AND bead_segment.side = 'source'
      JOIN segment ON segment.bitext_id = bead.bitext_id AND segment.side = 'source'
        AND segment.id = bead_segment.segment_id)
      WHERE is_behind
    UNION ALL
    SELECT id, 'its next id is taken' FROM bitext WHERE state = 'ready' AND (
      EXISTS (SELECT 1 FROM segment WHERE segment.bitext_id = bitext.id AND segment.id >= next_id)
      OR EXISTS (SELECT 1 FROM bead WHERE bead.bitext_id = bitext.id AND bead.id >= next_id))
    UNION ALL
    SELECT DISTINCT bitext_id, 'its beads are counted wrong' FROM (
      SELECT bitext_id, status, sum(beads) AS difference FROM (
        SELECT bitext_id, status, beads FROM bead_tally
        UNION ALL SELECT bitext_id, status, -count(*) FROM bead GROUP BY bitext_id, status)
      GROUP BY bitext_id, status) WHERE difference <> 0
    ORDER BY 1`.execute(db);
  return rows;
}
