import { sql } from 'kysely';
import { SIDES } from '../../core/bitext/bitext.ts';
import type { UnitRows } from '../../core/bitext/unit-rows.ts';
import type { Db } from '../open-store.ts';

/** The prefix of the id of a person who is known only by name from a file. */
const PERSON_PREFIX = 'file:';

/** Each unit takes three ids: its source segment's, its target segment's and its bead's. */
const IDS_PER_UNIT = 3;

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
      SELECT ${bitextId}, ${side}, ${IDS_PER_UNIT} * ${place} - ${IDS_PER_UNIT - 1 - i}, ${place}, ${place} - 1, 'body', value
      FROM ${column(side)} WHERE value <> ''`.execute(db);
  }
  await sql`INSERT INTO bead (bitext_id, id, position, status, assumed, confidence, note, changed_by, changed_at, flagged_by, flagged_at)
    SELECT ${bitextId}, ${IDS_PER_UNIT} * ${place}, ${place},
      iif(type = 'object', value ->> 'status', iif(value = 'assumed', 'confirmed', value)),
      iif(type = 'object', coalesce(value ->> 'assumed', 0), value = 'assumed'),
      iif(type = 'object', value ->> 'confidence', NULL),
      iif(type = 'object', coalesce(value ->> 'note', ''), ''),
      iif(type = 'object', coalesce(${PERSON_PREFIX} || (value ->> 'by'), ''), ''), iif(type = 'object', coalesce(value ->> 'at', ''), ''),
      iif(type = 'object' AND value ->> 'status' = 'flagged', coalesce(${PERSON_PREFIX} || (value ->> 'by'), ''), ''),
      iif(type = 'object' AND value ->> 'status' = 'flagged', coalesce(value ->> 'at', ''), '')
    FROM ${column('marks')}`.execute(db);
  if (rows.marks.includes(OPENING_BRACE)) {
    await sql`INSERT INTO unit_props (bitext_id, bead_id, props, origin)
      SELECT ${bitextId}, ${IDS_PER_UNIT} * ${place}, coalesce(value -> 'props', '[]'), coalesce(value -> 'origin', '{}')
      FROM ${column('marks')}
      WHERE type = 'object' AND (value -> 'props' IS NOT NULL OR value -> 'origin' IS NOT NULL)`.execute(db);
    await sql`WITH placed AS MATERIALIZED (
        SELECT ${IDS_PER_UNIT} * ${place} AS bead, value ->> 'paragraph' AS paragraph FROM ${column('marks')}
        WHERE type = 'object' AND value -> 'paragraph' IS NOT NULL)
      UPDATE segment SET paragraph = placed.paragraph FROM placed
      WHERE bitext_id = ${bitextId} AND ((side = 'source' AND id = placed.bead - 2) OR (side = 'target' AND id = placed.bead - 1))`.execute(
      db,
    );
  }
  const after = before + rows.count;
  for (const [i, side] of SIDES.entries()) {
    await sql`INSERT INTO bead_segment (bitext_id, side, segment_id, bead_id)
      SELECT bitext_id, side, id, id + ${IDS_PER_UNIT - 1 - i} FROM segment
      WHERE bitext_id = ${bitextId} AND side = ${side} AND id > ${IDS_PER_UNIT * before} AND id <= ${IDS_PER_UNIT * after}`.execute(
      db,
    );
  }
  return IDS_PER_UNIT * after + 1;
}

/** What begins an object in JSON. */
const OPENING_BRACE = '{'.charCodeAt(0);

/** Names the people who changed units, as the file has them. */
export async function insertPeople(db: Db, names: Iterable<string>, now: string): Promise<void> {
  for (const name of names) {
    await sql`INSERT OR IGNORE INTO person (id, name, updated_at) VALUES (${PERSON_PREFIX + name}, ${name}, ${now})`.execute(
      db,
    );
  }
}
