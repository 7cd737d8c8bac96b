import { sql } from 'kysely';
import { plainText } from '../core/bitext/inline/plain-text.ts';
import { type BeadCounts, countsOf } from './bead-counts.ts';
import { holdsPiece, holdsWords, segmentTexts } from './full-text.ts';
import { isShown } from './is-shown.ts';
import type { Db } from './open-store.ts';
import type { BitextState } from './schema.ts';

/** A bitext as the library lists it. */
export interface LibraryEntry extends BeadCounts {
  readonly id: number;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly state: BitextState;
  readonly archived: boolean;
  readonly updatedAt: string;
  /** A segment in which the search words stand, if the text was searched. */
  readonly excerpt: string | null;
}

export interface LibraryQuery {
  /** Words to look for in titles and texts; empty for all. */
  readonly search: string;
  readonly archived: boolean;
  /** Confidence below which an unconfirmed bead is doubtful. */
  readonly doubtBelow: number;
}

/** Bitexts, the last changed first. */
export async function listLibrary(db: Db, { search, archived, doubtBelow }: LibraryQuery): Promise<LibraryEntry[]> {
  const found = search
    ? sql`AND (${holdsPiece(sql.ref('bitext.title'), search)} OR bitext.id IN (
        SELECT segment.bitext_id FROM segment WHERE ${holdsWords(segmentTexts('segment'), search)}))`
    : sql``;
  const { rows } = await sql<Omit<LibraryEntry, 'archived'>>`
    SELECT bitext.id, bitext.title, bitext.source_language AS sourceLanguage, bitext.target_language AS targetLanguage,
      bitext.state, bitext.updated_at AS updatedAt, ${search ? excerptOf(search) : sql`NULL`} AS excerpt,
      ${countsOf(doubtBelow)}
    FROM bitext LEFT JOIN bead_tally AS tally ON tally.bitext_id = bitext.id
    WHERE ${isShown} AND bitext.archived_at IS ${archived ? sql`NOT NULL` : sql`NULL`} ${found}
    GROUP BY bitext.id ORDER BY bitext.updated_at DESC, bitext.id DESC`.execute(db);
  return rows.map((row) => ({ ...row, excerpt: row.excerpt && plainText(row.excerpt), archived }));
}

/** How many bitexts there are, in the library and in the archive. */
export async function countLibrary(db: Db): Promise<{ active: number; archived: number }> {
  const row = await db
    .selectFrom('bitext')
    .select([
      sql<number>`coalesce(sum(archived_at IS NULL), 0)`.as('active'),
      sql<number>`coalesce(sum(archived_at IS NOT NULL), 0)`.as('archived'),
    ])
    .where(isShown)
    .executeTakeFirstOrThrow();
  return row;
}

function excerptOf(search: string) {
  return sql<
    string | null
  >`(SELECT segment.text FROM segment WHERE segment.bitext_id = bitext.id AND ${holdsWords(segmentTexts('segment'), search)} LIMIT 1)`;
}
