import { sql } from 'kysely';
import type { BeadStatus } from '../core/bitext/bitext.ts';
import { allProps, type UnitProp } from '../core/bitext/unit-origin.ts';
import { beadTexts, joinedTexts } from './bead-texts.ts';
import { type AnyOf, segmentKeys } from './full-text.ts';
import { hasAllRows } from './is-shown.ts';
import type { Db } from './open-store.ts';
import { unitNotes } from './review/row-notes.ts';

/** A unit that a memory has: a bead with both sides, in the direction that was asked for. */
export interface MemoryUnit {
  readonly bitext: number;
  readonly title: string;
  readonly bead: number;
  readonly status: BeadStatus;
  readonly source: string;
  readonly target: string;
  readonly updatedAt: string;
  /** What other tools noted about it. */
  readonly props: readonly UnitProp[];
}

export interface LookupQuery {
  /** Words that must stand in a segment. */
  readonly anyOf: AnyOf;
  /** Primary subtags. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** Units of which a segment has words of one of some groups, in either direction of the stored pairs. */
export async function unitsWith(db: Db, { anyOf, from, to, limit }: LookupQuery): Promise<MemoryUnit[]> {
  const other = sql<string>`CASE hit.side WHEN 'source' THEN 'target' ELSE 'source' END`;
  const { rows } = await sql<Omit<MemoryUnit, 'props'> & { props: string | null; origin: string | null }>`
    SELECT DISTINCT hit.bitext_id AS bitext, bitext.title, member.bead_id AS bead, bead.status AS status,
      bitext.updated_at AS updatedAt, ${beadTexts(sql`hit.side`)} AS source,
      ${beadTexts(other)} AS target,
      unit_props.props AS props, unit_props.origin AS origin
    FROM ${segmentKeys(anyOf, limit)} found
    JOIN segment hit ON hit.rowid = found.rowid
    JOIN bitext ON bitext.id = hit.bitext_id
    JOIN bead_segment member ON member.bitext_id = hit.bitext_id AND member.side = hit.side AND member.segment_id = hit.id
    JOIN bead ON bead.bitext_id = hit.bitext_id AND bead.id = member.bead_id
    LEFT JOIN unit_props ON unit_props.bitext_id = hit.bitext_id AND unit_props.bead_id = member.bead_id
    WHERE bead.status <> 'excluded' AND bitext.archived_at IS NULL AND ${hasAllRows} AND CASE hit.side
      WHEN 'source' THEN (bitext.source_language = ${from} OR bitext.source_language LIKE ${`${from}-%`})
        AND (bitext.target_language = ${to} OR bitext.target_language LIKE ${`${to}-%`})
      ELSE (bitext.target_language = ${from} OR bitext.target_language LIKE ${`${from}-%`})
        AND (bitext.source_language = ${to} OR bitext.source_language LIKE ${`${to}-%`}) END`.execute(db);
  return rows
    .map((row) => ({ ...row, source: joinedTexts(row.source, from), target: joinedTexts(row.target, to) }))
    .filter(({ source, target }) => source && target)
    .map(({ props, origin, ...unit }) => {
      const notes = unitNotes({ props: props ?? '[]', origin: origin ?? '{}' });
      return { ...unit, props: allProps(notes.props, notes.origin) };
    });
}
