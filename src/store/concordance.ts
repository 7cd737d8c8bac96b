import { sql } from 'kysely';
import type { BeadStatus, Side } from '../core/bitext/bitext.ts';
import { beadTexts, joinedTexts } from './bead-texts.ts';
import { holdsPhrase, segmentTexts } from './full-text.ts';
import { hasAllRows } from './is-shown.ts';
import type { Db } from './open-store.ts';

/** Which rows a concordance shows. */
export interface ConcordanceQuery {
  readonly words: string;
  /** Language of the words; empty for any. */
  readonly language: string;
  readonly status: BeadStatus | '';
  readonly publisher: string;
  /** Days between which the article stands, ISO 8601; empty where it does not matter. */
  readonly from: string;
  readonly to: string;
}

/** A row in which the words stand, on that side; the source where they stand on both, as names do. */
export interface FoundRow {
  readonly bitext: number;
  readonly title: string;
  readonly bead: number;
  readonly side: Side;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly status: BeadStatus;
  readonly publisher: string;
  /** The day of the article, else that on which it was brought in. */
  readonly day: string;
  readonly source: string;
  readonly target: string;
}

/** Rows of all bitexts outside the archive in which some words stand one after another, the latest first. */
export async function findRowsWith(db: Db, query: ConcordanceQuery, limit: number): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    SELECT hit.bitext_id AS bitext, bitext.title, member.bead_id AS bead, min(hit.side) AS side, bead.status AS status,
      bitext.source_language AS sourceLanguage, bitext.target_language AS targetLanguage,
      article.publisher AS publisher, coalesce(article.published_on, substr(article.created_at, 1, 10)) AS day,
      ${beadTexts(sql`'source'`)} AS source, ${beadTexts(sql`'target'`)} AS target
    FROM segment hit
    JOIN bitext ON bitext.id = hit.bitext_id
    JOIN bead_segment member ON member.bitext_id = hit.bitext_id AND member.side = hit.side AND member.segment_id = hit.id
    JOIN bead ON bead.bitext_id = hit.bitext_id AND bead.id = member.bead_id
    JOIN revision ON revision.id = bitext.source_revision_id
    JOIN article ON article.id = revision.article_id
    WHERE ${holdsPhrase(segmentTexts('hit'), query.words)} AND bitext.archived_at IS NULL AND ${hasAllRows} AND bead.status <> 'excluded'
      AND (${query.language} = '' OR CASE hit.side WHEN 'source' THEN bitext.source_language ELSE bitext.target_language END = ${query.language})
      AND (${query.status} = '' OR bead.status = ${query.status})
      AND (${query.publisher} = '' OR article.publisher = ${query.publisher})
      AND (${query.from} = '' OR day >= ${query.from}) AND (${query.to} = '' OR day <= ${query.to})
    GROUP BY hit.bitext_id, member.bead_id
    ORDER BY day DESC, hit.bitext_id DESC, bead.position
    LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    source: joinedTexts(row.source, row.sourceLanguage),
    target: joinedTexts(row.target, row.targetLanguage),
  }));
}

/** How often a term stands in segments of a language, by month. */
export async function countByMonth(
  db: Db,
  words: string,
  language: string,
): Promise<{ month: string; count: number }[]> {
  const { rows } = await sql<{ month: string; count: number }>`
    SELECT substr(coalesce(article.published_on, article.created_at), 1, 7) AS month, count(*) AS count
    FROM segment hit
    JOIN bitext ON bitext.id = hit.bitext_id
    JOIN revision ON revision.id = bitext.source_revision_id
    JOIN article ON article.id = revision.article_id
    WHERE ${holdsPhrase(segmentTexts('hit'), words)} AND bitext.archived_at IS NULL AND ${hasAllRows}
      AND CASE hit.side WHEN 'source' THEN bitext.source_language ELSE bitext.target_language END LIKE ${`${language}%`}
    GROUP BY month ORDER BY month`.execute(db);
  return rows;
}

/** Publishers of all articles. */
export async function publishers(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('article')
    .select('publisher')
    .distinct()
    .where('publisher', '<>', '')
    .orderBy('publisher')
    .execute();
  return rows.map(({ publisher }) => publisher);
}
