import { sql } from 'kysely';
import type { StyledSpan } from '../core/bitext/inline/styled-spans.ts';
import type { Block } from '../core/text/blocks.ts';
import { inList } from './in-list.ts';
import { isShown } from './is-shown.ts';
import { insertStyles, stylesOf } from './library/revision-styles.ts';
import type { Db } from './open-store.ts';

/** An article as it is brought in, with its first revision. */
export interface NewArticle {
  readonly language: string;
  readonly title: string;
  readonly translationOf: number | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What of the text is bold or italic. */
  readonly styles?: readonly StyledSpan[] | undefined;
  readonly publisher?: string | undefined;
  /** The day, ISO 8601; empty where it is not known. */
  readonly published?: string | undefined;
  readonly author?: string | undefined;
  /** Where on the web it was taken from. */
  readonly address?: string | undefined;
  /** Whether it stands for a side of a memory, which has no text of its own. */
  readonly isMemory?: boolean;
}

/** A revision with its article's title and language. */
export interface StoredRevision {
  readonly id: number;
  readonly articleId: number;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly styles: readonly StyledSpan[];
}

/** Stores an article and its revision 1. */
export async function insertArticle(
  db: Db,
  article: NewArticle,
  now: string,
): Promise<{ articleId: number; revisionId: number }> {
  const { id: articleId } = await db
    .insertInto('article')
    .values({
      language: article.language,
      title: article.title,
      publisher: article.publisher ?? '',
      author: article.author ?? '',
      url: article.address ?? '',
      published_on: article.published || null,
      translation_of: article.translationOf,
      created_at: now,
      memory: article.isMemory ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: revisionId } = await db
    .insertInto('revision')
    .values({
      article_id: articleId,
      number: 1,
      text: article.text,
      blocks: JSON.stringify(article.blocks),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertStyles(db, revisionId, article.styles ?? []);
  return { articleId, revisionId };
}

/** Stores a further revision of an article. Returns its id. */
export async function insertRevision(
  db: Db,
  articleId: number,
  { text, blocks, styles = [] }: Pick<NewArticle, 'text' | 'blocks' | 'styles'>,
  now: string,
): Promise<number> {
  const last = await db
    .selectFrom('revision')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  const { id } = await db
    .insertInto('revision')
    .values({
      article_id: articleId,
      number: (last?.number ?? 0) + 1,
      text,
      blocks: JSON.stringify(blocks),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertStyles(db, id, styles);
  return id;
}

/** The revision with this id, if there is one. */
export async function findRevision(db: Db, id: number): Promise<StoredRevision | undefined> {
  const row = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select([
      'revision.id',
      'article.id as articleId',
      'article.language',
      'article.title',
      'revision.text',
      'revision.blocks',
    ])
    .where('revision.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, blocks: blocksFrom(row.blocks), styles: await stylesOf(db, id) };
}

/** Removes the articles that no bitext uses any more. */
export async function deleteUnusedArticles(db: Db, revisionIds: readonly number[]): Promise<void> {
  const articles = await db
    .selectFrom('revision')
    .select('article_id')
    .where('id', 'in', inList(revisionIds))
    .execute();
  const ids = articles.map((row) => row.article_id);
  const unused = db
    .selectFrom('article')
    .select('id')
    .where('id', 'in', inList(ids))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('revision')
            .innerJoin('bitext', (join) =>
              join.on(({ or, eb }) =>
                or([
                  eb('bitext.source_revision_id', '=', eb.ref('revision.id')),
                  eb('bitext.target_revision_id', '=', eb.ref('revision.id')),
                ]),
              ),
            )
            .select('revision.id')
            .whereRef('revision.article_id', '=', 'article.id'),
        ),
      ),
    );
  const gone = (await unused.execute()).map((row) => row.id);
  if (gone.length === 0) return;
  await db.updateTable('article').set({ translation_of: null }).where('translation_of', 'in', inList(gone)).execute();
  await db.deleteFrom('article').where('id', 'in', inList(gone)).execute();
}

/** The day of a bitext's source article, or of its translation; empty where neither is known. */
export async function dayOf(db: Db, bitextId: number): Promise<string> {
  const days = await db
    .selectFrom('bitext')
    .innerJoin('revision', (join) =>
      join.on(({ eb, or, ref }) =>
        or([
          eb('revision.id', '=', ref('bitext.source_revision_id')),
          eb('revision.id', '=', ref('bitext.target_revision_id')),
        ]),
      ),
    )
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select('article.published_on as day')
    .where('bitext.id', '=', bitextId)
    .where('article.published_on', 'is not', null)
    .orderBy('article.translation_of')
    .execute();
  return days[0]?.day ?? '';
}

/** Gives the source article of a bitext a day; an empty one takes it away, from the translation as well. */
export async function setDay(db: Db, bitextId: number, day: string): Promise<void> {
  const { source, target } = await db
    .selectFrom('bitext')
    .innerJoin('revision as source', 'source.id', 'bitext.source_revision_id')
    .innerJoin('revision as target', 'target.id', 'bitext.target_revision_id')
    .select(['source.article_id as source', 'target.article_id as target'])
    .where('bitext.id', '=', bitextId)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('article')
    .set(({ eb }) => ({ published_on: day || null, version: eb('version', '+', 1) }))
    .where('id', 'in', inList(day ? [source] : [source, target]))
    .execute();
}

/** Bitexts whose revisions have these very texts, the newest first; those in the archive are left out. */
export async function bitextsWithText(
  db: Db,
  source: string,
  target: string,
): Promise<{ id: number; title: string }[]> {
  return (
    db
      .selectFrom('bitext')
      .innerJoin('revision as s', 's.id', 'bitext.source_revision_id')
      .innerJoin('revision as t', 't.id', 'bitext.target_revision_id')
      .select(['bitext.id', 'bitext.title'])
      // The index `revision_by_text` holds the length and the beginning.
      .where(sql`length(s.text)`, '=', [...source].length)
      .where(sql`substr(s.text, 1, 100)`, '=', [...source].slice(0, 100).join(''))
      .where('s.text', '=', source)
      .where('t.text', '=', target)
      .where('bitext.archived_at', 'is', null)
      .where(isShown)
      .orderBy('bitext.id', 'desc')
      .limit(5)
      .execute()
  );
}

/** Blocks as they were stored. Version 0.1 has reasons that are not messages; they are left out, since only the preview shows them. */
function blocksFrom(stored: string): Block[] {
  const blocks = JSON.parse(stored) as (Omit<Block, 'reason'> & { readonly reason: Block['reason'] | string })[];
  return blocks.map(({ reason, ...block }) => ({ ...block, reason: typeof reason === 'string' ? null : reason }));
}
