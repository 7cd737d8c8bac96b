import type { ArticleDetails } from '../../core/article.ts';
import type { Db } from '../open-store.ts';

/** An article with what stands about it, without its text. */
export interface StoredArticle extends ArticleDetails {
  readonly id: number;
  readonly language: string;
  readonly translationOf: number | null;
  readonly createdAt: string;
  /** Raised with every change of what stands about it. */
  readonly version: number;
}

/** An article by its number; the sides of a memory are none. */
export async function findArticle(db: Db, id: number): Promise<StoredArticle | undefined> {
  const row = await db
    .selectFrom('article')
    .select([
      'id',
      'language',
      'title',
      'publisher',
      'author',
      'published_on as published',
      'url as address',
      'licence',
      'translation_of as translationOf',
      'created_at as createdAt',
      'version',
    ])
    .where('id', '=', id)
    .where('memory', '=', 0)
    .executeTakeFirst();
  return row && { ...row, published: row.published ?? '' };
}

/** Changes what stands about an article, if it is still of the given version. Returns whether it was. */
export async function setDetails(db: Db, id: number, details: ArticleDetails, version: number): Promise<boolean> {
  const { title, publisher, author, published, address, licence } = details;
  const { numUpdatedRows } = await db
    .updateTable('article')
    .set({
      title,
      publisher,
      author,
      published_on: published || null,
      url: address,
      licence,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A revision of an article, without its text. */
export interface RevisionHead {
  readonly id: number;
  readonly number: number;
  readonly createdAt: string;
}

/** The revisions of an article, the newest first. */
export async function revisionsOf(db: Db, article: number): Promise<RevisionHead[]> {
  return db
    .selectFrom('revision')
    .select(['id', 'number', 'created_at as createdAt'])
    .where('article_id', '=', article)
    .orderBy('number', 'desc')
    .execute();
}

/** Whether a revision stands for a side of a memory. */
export async function isOfMemory(db: Db, revision: number): Promise<boolean> {
  const row = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.id', 'revision.article_id')
    .select('article.memory')
    .where('revision.id', '=', revision)
    .executeTakeFirst();
  return row?.memory === 1;
}
