import { type RawBuilder, sql } from 'kysely';
import { LABEL_KINDS, type Label, type LabelKind } from '../../core/article.ts';
import type { WorkflowState } from '../../core/workflow/workflow.ts';
import { holdsPiece, holdsWords, segmentTexts } from '../full-text.ts';
import { isShown } from '../is-shown.ts';
import type { Db } from '../open-store.ts';

/** How far the translations of an article have come. */
export const ARTICLE_STATES = ['doubtful', 'review', 'done', 'waiting', 'archived'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export const ARTICLE_SORTS = ['added', 'date', 'title', 'publisher', 'due'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

/** Which articles are wanted; what is empty or null does not count. */
export interface ArticleQuery {
  /** Words to look for in titles and texts. */
  readonly search: string;
  readonly texts: 'originals' | 'translations' | 'all';
  readonly language: string;
  /** Those that have no translation into this language. */
  readonly missing: string;
  readonly publisher: string;
  /** Days, ISO 8601, both included. */
  readonly from: string;
  readonly to: string;
  readonly state: ArticleState | '';
  readonly label: Label | null;
  /** How far the work on one of their translations is. */
  readonly stage: WorkflowState | '';
  /** An account that translates or revises one of them. */
  readonly person: string;
  /** A day up to which one of them is due. */
  readonly dueBy: string;
  readonly sort: ArticleSort;
}

/** An article as a list has it. */
export interface ListedArticle {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly publisher: string;
  readonly published: string;
  readonly createdAt: string;
}

/** Some articles of a query in its order, and how many it finds in all. */
export async function listArticles(
  db: Db,
  query: ArticleQuery,
  { doubtBelow, limit, offset }: { readonly doubtBelow: number; readonly limit: number; readonly offset: number },
): Promise<{ articles: ListedArticle[]; found: number }> {
  const where = sql.join(conditions(query, doubtBelow), sql` AND `);
  const { rows: articles } =
    await sql<ListedArticle>`SELECT article.id, article.title, article.language, article.publisher,
      coalesce(article.published_on, '') AS published, article.created_at AS createdAt
    FROM article WHERE ${where} ORDER BY ${ORDERS[query.sort]} LIMIT ${limit} OFFSET ${offset}`.execute(db);
  const { rows } = await sql<{ found: number }>`SELECT count(*) AS found FROM article WHERE ${where}`.execute(db);
  return { articles, found: rows[0]?.found ?? 0 };
}

/** What is not known comes last; what is equal, the newest first. */
const ORDERS: Readonly<Record<ArticleSort, RawBuilder<unknown>>> = {
  added: sql`article.id DESC`,
  date: sql`article.published_on DESC NULLS LAST, article.id DESC`,
  title: sql`article.title COLLATE NOCASE, article.id DESC`,
  publisher: sql`article.publisher = '', article.publisher COLLATE NOCASE, article.id DESC`,
  due: sql`(SELECT min(workflow.due_on) FROM revision
      JOIN bitext ON revision.id IN (bitext.source_revision_id, bitext.target_revision_id)
      JOIN workflow ON workflow.bitext_id = bitext.id
    WHERE revision.article_id = article.id AND bitext.archived_at IS NULL AND workflow.due_on <> ''
      AND workflow.state NOT IN ('reviewed', 'published')) NULLS LAST, article.id DESC`,
};

function conditions(query: ArticleQuery, doubtBelow: number): RawBuilder<unknown>[] {
  const { search, texts, language, missing, publisher, from, to, state, label, stage, person, dueBy } = query;
  const own = bitextsOf(sql.ref('article.id'), state === 'archived');
  const some = (wanted: RawBuilder<unknown>) => sql`EXISTS (${own} AND ${wanted})`;
  const rows = (wanted: RawBuilder<unknown>) =>
    some(sql`EXISTS (SELECT 1 FROM bead WHERE bead.bitext_id = bitext.id AND ${wanted})`);
  const open = rows(sql`bead.status IN ('proposed', 'flagged')`);
  const states: Readonly<Record<Exclude<ArticleState, 'archived'>, RawBuilder<unknown>>> = {
    doubtful: rows(sql`bead.status = 'proposed' AND bead.confidence < ${doubtBelow}`),
    review: open,
    done: sql`${some(sql`bitext.state = 'ready'`)} AND NOT ${some(sql`bitext.state <> 'ready'`)} AND NOT ${open}`,
    waiting: some(sql`bitext.state <> 'ready'`),
  };
  const wanted: (RawBuilder<unknown> | false)[] = [
    sql`article.memory = 0`,
    texts === 'originals' && sql`article.translation_of IS NULL`,
    texts === 'translations' && sql`article.translation_of IS NOT NULL`,
    sql`EXISTS (${own})`,
    language !== '' && sql`article.language = ${language}`,
    publisher !== '' && sql`article.publisher = ${publisher}`,
    from !== '' && sql`article.published_on >= ${from}`,
    to !== '' && sql`article.published_on <= ${to}`,
    state !== '' && state !== 'archived' && states[state],
    missing !== '' && sql`article.language <> ${missing} AND NOT ${some(sql`bitext.target_language = ${missing}`)}`,
    label !== null &&
      sql`EXISTS (SELECT 1 FROM article_label WHERE kind = ${label.kind} AND name = ${label.name} AND article_id = article.id)`,
    (stage !== '' || person !== '' || dueBy !== '') && some(worked({ stage, person, dueBy })),
    search !== '' && holding(search, own),
  ];
  return wanted.filter((one) => one !== false);
}

/** Whether the work on a bitext is of this state, somebody's, and due by a day: all of it of the same translation. */
function worked({ stage, person, dueBy }: Pick<ArticleQuery, 'stage' | 'person' | 'dueBy'>): RawBuilder<unknown> {
  const column = (name: 'state' | 'translator' | 'reviser' | 'due_on', none: string) =>
    sql`coalesce((SELECT ${sql.ref(name)} FROM workflow WHERE bitext_id = bitext.id), ${none})`;
  const wanted = [
    stage !== '' && sql`${column('state', 'new')} = ${stage}`,
    person !== '' && sql`${person} IN (${column('translator', '')}, ${column('reviser', '')})`,
    dueBy !== '' && sql`${column('due_on', '')} BETWEEN '0' AND ${dueBy}`,
  ];
  return sql.join(
    wanted.filter((one) => one !== false),
    sql` AND `,
  );
}

/** The bitexts on whose source or target side an article stands, to be narrowed further. */
function bitextsOf(article: RawBuilder<unknown>, archived: boolean): RawBuilder<unknown> {
  return sql`SELECT 1 FROM revision JOIN bitext
      ON bitext.source_revision_id = revision.id OR bitext.target_revision_id = revision.id
    WHERE revision.article_id = ${article} AND ${isShown}
      AND bitext.archived_at IS ${archived ? sql`NOT NULL` : sql`NULL`}`;
}

/** Words in the title of an article, of one of its translations, or in the rows of both. */
function holding(search: string, own: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${holdsPiece(sql.ref('article.title'), search)}
    OR EXISTS (SELECT 1 FROM article AS other WHERE other.translation_of = article.id AND ${holdsPiece(sql.ref('other.title'), search)})
    OR EXISTS (${own} AND bitext.id IN (
      SELECT segment.bitext_id FROM segment WHERE ${holdsWords(segmentTexts('segment'), search)})))`;
}

/** What the filters of the list offer: the publishers and languages of all articles. */
export async function articleChoices(db: Db): Promise<{ publishers: string[]; languages: string[] }> {
  const distinct = async (column: 'publisher' | 'language') => {
    const rows = await db
      .selectFrom('article')
      .select(column)
      .distinct()
      .where('memory', '=', 0)
      .where(column, '<>', '')
      .orderBy(column)
      .limit(MAX_CHOICES)
      .execute();
    return rows.map((row) => row[column]);
  };
  return { publishers: await distinct('publisher'), languages: await distinct('language') };
}

const MAX_CHOICES = 500;

/** A label as an address has it: "topic:energy"; null where it is none. */
export function labelIn(text: string): Label | null {
  const [, kind = '', name = ''] = /^(\w+):(.+)$/u.exec(text) ?? [];
  return isLabelKind(kind) ? { kind, name } : null;
}

function isLabelKind(kind: string): kind is LabelKind {
  return (LABEL_KINDS as readonly string[]).includes(kind);
}
