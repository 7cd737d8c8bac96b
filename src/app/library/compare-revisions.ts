import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { type ComparedParagraph, compareTexts } from '../../core/text/compare-texts.ts';
import { findRevision } from '../../store/articles.ts';
import { revisionsOf } from '../../store/library/article-details.ts';
import type { App } from '../app.ts';
import { work } from '../jobs/work.ts';
import { articleOf, paragraphsOf, type RevisionHead, type StoredArticle } from './article.ts';

/** Two revisions of an article, and what the later one has changed. */
export interface ComparedRevisions {
  readonly article: StoredArticle;
  /** All of them, the newest first. */
  readonly revisions: readonly RevisionHead[];
  /** Their numbers. */
  readonly from: number;
  readonly to: number;
  readonly paragraphs: readonly ComparedParagraph[];
}

/**
 * The revisions of an article, two of them compared: those of the given numbers, else the newest with the one before it.
 * @throws Problem `not-found` where the article or a revision is not there
 */
export async function compareRevisions(
  app: App,
  id: number,
  wanted: { readonly from: number | null; readonly to: number | null },
  signal: AbortSignal,
): Promise<ComparedRevisions> {
  const article = await articleOf(app, id);
  const revisions = await revisionsOf(app.store.db, id);
  const to = wanted.to ?? revisions[0]?.number ?? 1;
  const from = wanted.from ?? Math.max(1, to - 1);
  const [before, after] = [from, to].map((number) => {
    const found = revisions.find((revision) => revision.number === number);
    if (found) return found.id;
    throw new Problem(
      'not-found',
      msg('This article has no revision {number}.', { number: String(number) }),
      '',
      'Choose one of the list.',
    );
  });
  const paragraphs = await app.pool.run(findChanges, { before: before!, after: after! }, { signal });
  return { article, revisions, from, to, paragraphs };
}

export const findChanges = work<{ readonly before: number; readonly after: number }, ComparedParagraph[]>(
  'compare two revisions',
  { room: 'page' },
  async ({ store }, { before, after }) => {
    const textsOf = async (id: number) => {
      const revision = await findRevision(store.db, id);
      return revision ? paragraphsOf(revision).map(({ text }) => text) : [];
    };
    return compareTexts(await textsOf(before), await textsOf(after));
  },
);
