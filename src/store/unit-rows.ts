import { sql } from 'kysely';
import { SIDES } from '../core/bitext/bitext.ts';
import type { UnitRows } from '../core/bitext/unit-rows.ts';
import type { Db } from './open-store.ts';

/** Each unit takes three ids: its source segment's, its target segment's and its bead's. */
const IDS = 3;

/**
 * Stores translation units at the end of a bitext that has only such.
 * Ids and places are worked out from where a unit stands in its column, which
 * takes SQLite a third less time than an array of values a row (docs/decisions/0011).
 * @param before how many units it has
 * @returns the first id that is free then
 */
export async function insertUnits(db: Db, bitextId: number, before: number, rows: UnitRows): Promise<number> {
  const column = (name: 'source' | 'target' | 'marks') => sql`json_each(CAST(${rows[name]} AS TEXT))`;
  const place = sql`(key + ${before + 1})`;
  for (const [i, side] of SIDES.entries()) {
    await sql`INSERT INTO segment (bitext_id, side, id, position, paragraph, kind, text)
      SELECT ${bitextId}, ${side}, ${IDS} * ${place} - ${IDS - 1 - i}, ${place}, ${place} - 1, 'body', value
      FROM ${column(side)} WHERE value <> ''`.execute(db);
  }
  await sql`INSERT INTO bead (bitext_id, id, position, status, confidence, note)
    SELECT ${bitextId}, ${IDS} * ${place}, ${place},
      iif(type = 'array', value ->> 0, value), iif(type = 'array', value ->> 1, NULL), iif(type = 'array', value ->> 2, '')
    FROM ${column('marks')}`.execute(db);
  const after = before + rows.count;
  for (const [i, side] of SIDES.entries()) {
    await sql`INSERT INTO bead_segment (bitext_id, side, segment_id, bead_id)
      SELECT bitext_id, side, id, id + ${IDS - 1 - i} FROM segment
      WHERE bitext_id = ${bitextId} AND side = ${side} AND id > ${IDS * before} AND id <= ${IDS * after}`.execute(db);
  }
  return IDS * after + 1;
}
