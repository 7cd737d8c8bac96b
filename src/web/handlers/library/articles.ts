import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { ARTICLES_A_PAGE, openArticles } from '../../../app/library/articles.ts';
import { ArticlesForm, articleQueryOf } from '../../article-queries.ts';
import { readForm, signalOf } from '../../forms.ts';
import { sendView } from '../../views.ts';

/** The list of articles. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const search = readForm(ArticlesForm, request.query);
    const { page } = search;
    const list = await openArticles(app, articleQueryOf(search), { page, signal: signalOf(response) });
    await sendView(response, 'library/articles', {
      list,
      search,
      pages: Math.ceil(list.found / ARTICLES_A_PAGE),
      isIndexing: search.q !== '' && (await app.searchIndex.isIndexing()),
    });
  };
