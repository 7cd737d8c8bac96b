import { type RawBuilder, sql } from 'kysely';
import { type BeadCounts, countsOf } from '../bead-counts.ts';
import { inList } from '../in-list.ts';
import { isShown } from '../is-shown.ts';
import type { Db } from '../open-store.ts';
import type { BitextState } from '../schema.ts';

/** A bitext between an article and one of its translations, and how far its review has come. */
export interface ArticleBitext extends BeadCounts {
  readonly id: number;
  readonly state: BitextState;
  readonly source: ArticleSide;
  readonly target: ArticleSide;
}

/** An article as one side of a bitext. */
interface ArticleSide {
  readonly article: number;
  readonly title: string;
  readonly language: string;
  /** The number of its revision that the bitext has. */
  readonly revision: number;
}

/**
 * The bitexts, but for archived ones, in which some articles stand on a side, by the language of the translation.
 * @param doubtBelow the confidence below which an unconfirmed bead is doubtful
 */
export async function bitextsOfArticles(
  db: Db,
  articles: readonly number[],
  doubtBelow: number,
): Promise<ArticleBitext[]> {
  const { rows } = await sql<Row>`SELECT bitext.id, bitext.state, ${sideOf('s')}, ${sideOf('t')},
      ${countsOf(doubtBelow)}
    FROM bitext
      LEFT JOIN bead_tally AS tally ON tally.bitext_id = bitext.id
      JOIN revision AS s ON s.id = bitext.source_revision_id JOIN article AS s_article ON s_article.id = s.article_id
      JOIN revision AS t ON t.id = bitext.target_revision_id JOIN article AS t_article ON t_article.id = t.article_id
    WHERE ${isShown} AND bitext.archived_at IS NULL AND bitext.id IN (
      SELECT bitext.id FROM revision JOIN bitext
        ON bitext.source_revision_id = revision.id OR bitext.target_revision_id = revision.id
      WHERE revision.article_id IN ${inList(articles)})
    GROUP BY bitext.id ORDER BY t_article.language, bitext.id`.execute(db);
  return rows.map(bitextFrom);
}

interface Row extends BeadCounts {
  readonly id: number;
  readonly state: BitextState;
  readonly s_article: number;
  readonly s_title: string;
  readonly s_language: string;
  readonly s_revision: number;
  readonly t_article: number;
  readonly t_title: string;
  readonly t_language: string;
  readonly t_revision: number;
}

function sideOf(side: 's' | 't'): RawBuilder<unknown> {
  const column = (from: string, name: keyof ArticleSide) => sql`${sql.ref(from)} AS ${sql.ref(`${side}_${name}`)}`;
  return sql.join([
    column(`${side}.article_id`, 'article'),
    column(`${side}_article.title`, 'title'),
    column(`${side}_article.language`, 'language'),
    column(`${side}.number`, 'revision'),
  ]);
}

function bitextFrom(row: Row): ArticleBitext {
  const { id, state, beads, confirmed, flagged, excluded, doubtful } = row;
  return {
    id,
    state,
    source: { article: row.s_article, title: row.s_title, language: row.s_language, revision: row.s_revision },
    target: { article: row.t_article, title: row.t_title, language: row.t_language, revision: row.t_revision },
    beads,
    confirmed,
    flagged,
    excluded,
    doubtful,
  };
}
