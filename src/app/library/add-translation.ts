import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { hasTextToAlign } from '../../core/text/segment.ts';
import { insertArticle } from '../../store/articles.ts';
import { insertBitext } from '../../store/bitexts.ts';
import { bitextsOfArticles } from '../../store/library/article-bitexts.ts';
import type { App } from '../app.ts';
import type { PreparedArticle } from '../import/article-intake.ts';
import { settlePair } from '../import/settle-pair.ts';
import { articleOf, latestRevision } from './article.ts';

/**
 * Stores a further translation of an article and a bitext of its newest revision with it, which waits for its alignment, all or nothing.
 * @returns the bitext's number
 * @throws Problem `not-found`; `bad-input` where it has the language of the article, or of a translation that is there;
 *   `empty-text` where none of it can be aligned
 */
export async function addTranslation(app: App, id: number, translation: PreparedArticle): Promise<number> {
  const article = await articleOf(app, id);
  const source = await latestRevision(app.store.db, id);
  await checkLanguage(app, article, translation);
  const { target } = await settlePair({ source, target: translation }, app, app.intake);
  if (!hasTextToAlign(target)) {
    throw new Problem(
      'empty-text',
      'The translation has no text to align.',
      'Every line of it is treated as outside the article.',
      'Paste the text of the article.',
    );
  }
  const now = app.now();
  const made = await app.store.transaction(async (tx) => {
    const { revisionId } = await insertArticle(tx, { ...target, translationOf: id }, now);
    const bitext = {
      title: article.title,
      sourceLanguage: article.language,
      targetLanguage: target.language,
      sourceRevision: source.id,
      targetRevision: revisionId,
    };
    const number = await insertBitext(tx, bitext, now);
    // At once, as for every pair that is brought in.
    await app.leases.take(tx, number);
    return number;
  });
  app.queue.add(made);
  return made;
}

async function checkLanguage(
  { store }: App,
  article: { readonly id: number; readonly language: string },
  { language }: PreparedArticle,
): Promise<void> {
  if (language === 'und') {
    throw new Problem('bad-input', 'The language of the translation is missing.', '', 'Choose its language.');
  }
  const bitexts = await bitextsOfArticles(store.db, [article.id], 0);
  const isThere = bitexts.some(({ source, target }) => source.article === article.id && target.language === language);
  if (article.language !== language && !isThere) return;
  throw new Problem(
    'bad-input',
    isThere
      ? msg('There is a translation into this language already.')
      : msg('This is the language of the article itself.'),
    msg('The text is marked “{language}”.', { language }),
    'Choose the language of the text; a new version of a translation is brought in on the page of its bitext.',
  );
}
