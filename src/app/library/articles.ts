import type { Label } from '../../core/article.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { type ArticleBitext, bitextsOfArticles } from '../../store/library/article-bitexts.ts';
import { allLabels, labelsOf } from '../../store/library/article-labels.ts';
import {
  ARTICLE_SORTS,
  ARTICLE_STATES,
  type ArticleQuery,
  articleChoices,
  type ListedArticle,
  labelIn,
  listArticles,
} from '../../store/library/article-list.ts';
import type { Db } from '../../store/open-store.ts';
import type { App } from '../app.ts';
import { work } from '../jobs/work.ts';
import { type ShownWorkflow, shownWorkflows } from '../workflow/shown-workflow.ts';

export { ARTICLE_SORTS, ARTICLE_STATES, type ArticleBitext, type ArticleQuery, labelIn };

/** An article in the list, with its labels and its translations. */
export interface ArticleEntry extends ListedArticle {
  readonly labels: readonly Label[];
  /** The bitexts between it and its translations; of a translation, that with its original. */
  readonly bitexts: readonly ArticleBitext[];
}

/** A page of the list of articles. */
export interface ArticleList {
  /** The work on their translations, by bitext; null where nobody has an account. */
  readonly workflows: ReadonlyMap<number, ShownWorkflow> | null;
  readonly articles: readonly ArticleEntry[];
  readonly found: number;
  /** What the filters offer. */
  readonly choices: {
    readonly publishers: readonly string[];
    readonly languages: readonly string[];
    readonly labels: readonly Label[];
  };
}

/** Articles of a page. */
export const ARTICLES_A_PAGE = 50;

/** Every article but for archived ones, the newest first. */
export const EVERY_ARTICLE: ArticleQuery = {
  search: '',
  texts: 'originals',
  language: '',
  missing: '',
  publisher: '',
  from: '',
  to: '',
  state: '',
  label: null,
  stage: '',
  person: '',
  dueBy: '',
  sort: 'added',
};

/** A page of the articles of a query, 0 being the first. A search is done beside the server's thread, since a common word stands in every text. */
export async function openArticles(
  app: App,
  query: ArticleQuery = EVERY_ARTICLE,
  { page = 0, signal }: { readonly page?: number; readonly signal?: AbortSignal } = {},
): Promise<ArticleList> {
  const { db } = app.store;
  const wanted = { query, page };
  if (query.search) await app.searchIndex.ready();
  const isLong =
    query.sort === 'due' || [query.search, query.state, query.stage, query.person, query.dueBy].some(Boolean);
  const list = isLong ? await app.pool.run(findArticles, wanted, { signal }) : await pageOf(db, wanted);
  const bitexts = list.articles.flatMap((article) => article.bitexts.map(({ id }) => id));
  const workflows = await shownWorkflows(app, bitexts);
  return { ...list, workflows, choices: { ...(await articleChoices(db)), labels: await allLabels(db) } };
}

/** Every label that an article has, for the fields where labels are typed. */
export function everyLabel({ store }: App): Promise<Label[]> {
  return allLabels(store.db);
}

interface WantedPage {
  readonly query: ArticleQuery;
  readonly page: number;
}

type FoundArticles = Pick<ArticleList, 'articles' | 'found'>;

export const findArticles = work<WantedPage, FoundArticles>('find articles', { room: 'page' }, ({ store }, wanted) =>
  pageOf(store.db, wanted),
);

async function pageOf(db: Db, { query, page }: WantedPage): Promise<FoundArticles> {
  const { articles, found } = await listArticles(db, query, {
    doubtBelow: DOUBTFUL_BELOW,
    limit: ARTICLES_A_PAGE,
    offset: page * ARTICLES_A_PAGE,
  });
  const ids = articles.map(({ id }) => id);
  const labels = await labelsOf(db, ids);
  const bitexts = await bitextsOfArticles(db, ids, DOUBTFUL_BELOW);
  return {
    found,
    articles: articles.map((article) => ({
      ...article,
      labels: labels.get(article.id) ?? [],
      bitexts: bitexts.filter(({ source, target }) => source.article === article.id || target.article === article.id),
    })),
  };
}
