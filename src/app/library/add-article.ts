import { Problem } from '../../core/problem.ts';
import { hasTextToAlign } from '../../core/text/segment.ts';
import { insertArticle } from '../../store/articles.ts';
import { findArticle, setDetails } from '../../store/library/article-details.ts';
import type { App } from '../app.ts';
import type { PreparedArticle } from '../import/article-intake.ts';

/**
 * Stores an article that has no translation yet.
 * @returns its number
 * @throws Problem `bad-input` where its language is not known, `empty-text` where nothing in it is text of an article
 */
export async function addArticle(
  app: App,
  read: PreparedArticle,
  {
    author = read.author ?? '',
    licence = '',
  }: { readonly author?: string | undefined; readonly licence?: string | undefined } = {},
): Promise<number> {
  if (read.language === 'und')
    throw new Problem('bad-input', 'The language of the article is missing.', '', 'Choose its language.');
  if (!hasTextToAlign(read)) throw new Problem('empty-text', 'The article has no text.');
  return app.store.transaction(async (tx) => {
    const { articleId } = await insertArticle(tx, { ...read, translationOf: null }, app.now());
    const stored = await findArticle(tx, articleId);
    if (stored) await setDetails(tx, articleId, { ...stored, author, licence }, stored.version);
    return articleId;
  });
}
