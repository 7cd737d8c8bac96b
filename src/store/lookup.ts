import { sql } from 'kysely';
import type { BeadStatus } from '../core/bitext/bitext.ts';
import type { UnitProp } from '../core/bitext/unit-rows.ts';
import type { Db } from './open-store.ts';

/** A unit that a memory has: a bead with both sides, in the direction that was asked for. */
export interface MemoryUnit {
  readonly bitext: number;
  readonly title: string;
  readonly bead: number;
  readonly status: BeadStatus;
  readonly source: string;
  readonly target: string;
  readonly updatedAt: string;
  /** What other tools said of it. */
  readonly props: readonly UnitProp[];
}

export interface LookupQuery {
  /** A query of the full-text index. */
  readonly match: string;
  /** Primary subtags. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** Units of which a segment fits a query of the full-text index, in either direction of the stored pairs. */
export async function unitsWith(db: Db, { match, from, to, limit }: LookupQuery): Promise<MemoryUnit[]> {
  const text = (side: string) => sql<string>`(SELECT group_concat(text, ' ') FROM (
    SELECT s.text FROM bead_segment m JOIN segment s
      ON s.bitext_id = m.bitext_id AND s.side = m.side AND s.id = m.segment_id
    WHERE m.bitext_id = hit.bitext_id AND m.bead_id = member.bead_id AND m.side = ${sql.raw(side)} ORDER BY s.position))`;
  const { rows } = await sql<Omit<MemoryUnit, 'props'> & { props: string | null }>`
    SELECT DISTINCT hit.bitext_id AS bitext, bitext.title, member.bead_id AS bead, bead.status AS status,
      bitext.updated_at AS updatedAt, ${text('hit.side')} AS source,
      ${text("CASE hit.side WHEN 'source' THEN 'target' ELSE 'source' END")} AS target,
      unit_props.props AS props
    FROM (SELECT rowid FROM segment_fts WHERE segment_fts MATCH ${match} LIMIT ${limit}) found
    JOIN segment hit ON hit.rowid = found.rowid
    JOIN bitext ON bitext.id = hit.bitext_id
    JOIN bead_segment member ON member.bitext_id = hit.bitext_id AND member.side = hit.side AND member.segment_id = hit.id
    JOIN bead ON bead.bitext_id = hit.bitext_id AND bead.id = member.bead_id
    LEFT JOIN unit_props ON unit_props.bitext_id = hit.bitext_id AND unit_props.bead_id = member.bead_id
    WHERE bead.status <> 'excluded' AND bitext.archived_at IS NULL AND CASE hit.side
      WHEN 'source' THEN (bitext.source_language = ${from} OR bitext.source_language LIKE ${`${from}-%`})
        AND (bitext.target_language = ${to} OR bitext.target_language LIKE ${`${to}-%`})
      ELSE (bitext.target_language = ${from} OR bitext.target_language LIKE ${`${from}-%`})
        AND (bitext.source_language = ${to} OR bitext.source_language LIKE ${`${to}-%`}) END`.execute(db);
  return rows
    .filter(({ source, target }) => source && target)
    .map((row) => ({ ...row, props: row.props === null ? [] : (JSON.parse(row.props) as UnitProp[]) }));
}
