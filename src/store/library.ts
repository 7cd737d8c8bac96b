import { sql } from 'kysely';
import { holdsPiece, holdsWords, segmentTexts } from './full-text.ts';
import type { Db } from './open-store.ts';
import type { BitextState } from './schema.ts';

/** A bitext as the library lists it. */
export interface LibraryEntry {
  readonly id: number;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly state: BitextState;
  readonly archived: boolean;
  readonly updatedAt: string;
  readonly beads: number;
  readonly confirmed: number;
  readonly flagged: number;
  readonly doubtful: number;
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
export async function listLibrary(db: Db, query: LibraryQuery): Promise<LibraryEntry[]> {
  let rows = db
    .selectFrom('bitext')
    .leftJoin('bead', 'bead.bitext_id', 'bitext.id')
    .select(({ fn }) => [
      'bitext.id',
      'bitext.title',
      'bitext.source_language as sourceLanguage',
      'bitext.target_language as targetLanguage',
      'bitext.state',
      'bitext.archived_at as archivedAt',
      'bitext.updated_at as updatedAt',
      fn.count<number>('bead.id').as('beads'),
      sql<number>`coalesce(sum(bead.status = 'confirmed'), 0)`.as('confirmed'),
      sql<number>`coalesce(sum(bead.status = 'flagged'), 0)`.as('flagged'),
      sql<number>`coalesce(sum(bead.status = 'proposed' AND bead.confidence < ${query.doubtBelow}), 0)`.as('doubtful'),
      (query.search ? excerptOf(query.search) : sql<string | null>`NULL`).as('excerpt'),
    ])
    .where('bitext.archived_at', query.archived ? 'is not' : 'is', null)
    .groupBy('bitext.id')
    .orderBy('bitext.updated_at', 'desc')
    .orderBy('bitext.id', 'desc');
  if (query.search) {
    rows = rows.where(({ or }) =>
      or([
        holdsPiece(sql.ref('bitext.title'), query.search),
        sql<boolean>`bitext.id IN (SELECT segment.bitext_id FROM segment WHERE ${holdsWords(segmentTexts('segment'), query.search)})`,
      ]),
    );
  }
  return (await rows.execute()).map(({ archivedAt, ...row }) => ({ ...row, archived: archivedAt !== null }));
}

/** How many bitexts there are, in the library and in the archive. */
export async function countLibrary(db: Db): Promise<{ active: number; archived: number }> {
  const row = await db
    .selectFrom('bitext')
    .select([
      sql<number>`coalesce(sum(archived_at IS NULL), 0)`.as('active'),
      sql<number>`coalesce(sum(archived_at IS NOT NULL), 0)`.as('archived'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

function excerptOf(search: string) {
  return sql<
    string | null
  >`(SELECT segment.text FROM segment WHERE segment.bitext_id = bitext.id AND ${holdsWords(segmentTexts('segment'), search)} LIMIT 1)`;
}
