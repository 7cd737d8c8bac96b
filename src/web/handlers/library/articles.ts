import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { ARTICLES_A_PAGE, openArticles } from '../../../app/library/articles.ts';
import { workersOf } from '../../../app/workflow/shown-workflow.ts';
import { ArticlesForm, articleQueryOf } from '../../article-queries.ts';
import { identityOf } from '../../door/identity.ts';
import { readForm, signalOf } from '../../forms.ts';
import { sendView } from '../../views.ts';

/** The list of articles. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const asked = readForm(ArticlesForm, request.query);
    const { session } = identityOf(request);
    // Where nobody has an account, nobody works for anybody.
    const search = session ? asked : { ...asked, stage: '' as const, person: '', due: '' };
    const { page } = search;
    const query = articleQueryOf(search);
    const person = search.person === 'me' ? (session?.account.id ?? '') : search.person;
    const list = await openArticles(app, { ...query, person }, { page, signal: signalOf(response) });
    await sendView(response, 'library/articles', {
      list,
      search,
      people: session ? (await workersOf(app)).translators : [],
      pages: Math.ceil(list.found / ARTICLES_A_PAGE),
      isIndexing: search.q !== '' && (await app.searchIndex.isIndexing()),
    });
  };
