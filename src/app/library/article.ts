import type { Label } from '../../core/article.ts';
import type { SegmentKind } from '../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { findRevision, type StoredRevision } from '../../store/articles.ts';
import { type ArticleBitext, bitextsOfArticles } from '../../store/library/article-bitexts.ts';
import {
  findArticle,
  type RevisionHead,
  revisionsOf,
  type StoredArticle,
} from '../../store/library/article-details.ts';
import { labelsOf } from '../../store/library/article-labels.ts';
import type { Db } from '../../store/open-store.ts';
import { freeRevisions } from '../../store/trash/keys.ts';
import type { App, BitextHead } from '../app.ts';
import { type ShownWorkflow, shownWorkflows } from '../workflow/shown-workflow.ts';

export type { RevisionHead, StoredArticle };

/** An article with everything that its page shows. */
export interface OpenArticle {
  readonly article: StoredArticle;
  readonly labels: readonly Label[];
  /** What it translates; null of an original. */
  readonly original: StoredArticle | null;
  /** The bitexts between it and its translations. */
  readonly translations: readonly ArticleBitext[];
  /** Those between it and what it translates. */
  readonly own: readonly ArticleBitext[];
  /** The newest first. */
  readonly revisions: readonly RevisionHead[];
  /** The numbers of those that can be deleted by themselves. */
  readonly free: readonly number[];
  /** The newest revision as one reads it, paragraph by paragraph. */
  readonly paragraphs: readonly Paragraph[];
  /** The work on these translations, by bitext; null where nobody has an account. */
  readonly workflows: ReadonlyMap<number, ShownWorkflow> | null;
  /** Lines that stand around the article and take no part in its translations. */
  readonly outside: readonly string[];
}

export interface Paragraph {
  readonly kind: SegmentKind;
  readonly text: string;
}

/** An article as its page shows it. @throws Problem `not-found` */
export async function openArticle(app: App, id: number): Promise<OpenArticle> {
  const { db } = app.store;
  const article = await articleOf(app, id);
  const bitexts = await bitextsOfArticles(db, [id], DOUBTFUL_BELOW);
  const paragraphs = paragraphsOf(await latestRevision(db, id));
  return {
    article,
    labels: (await labelsOf(db, [id])).get(id) ?? [],
    original: article.translationOf === null ? null : ((await findArticle(db, article.translationOf)) ?? null),
    translations: bitexts.filter(({ source }) => source.article === id),
    own: bitexts.filter(({ target }) => target.article === id),
    revisions: await revisionsOf(db, id),
    free: (await freeRevisions(db, id)).map(({ number }) => number),
    paragraphs: paragraphs.filter(({ kind }) => kind !== 'boilerplate'),
    workflows: await shownWorkflows(
      app,
      bitexts.map((bitext) => bitext.id),
    ),
    outside: paragraphs.filter(({ kind }) => kind === 'boilerplate').map(({ text }) => text),
  };
}

/** What stands about an article. @throws Problem `not-found` */
export async function articleOf({ store }: Pick<App, 'store'>, id: number): Promise<StoredArticle> {
  const article = await findArticle(store.db, id);
  if (article) return article;
  throw new Problem(
    'not-found',
    msg('Article {article} not found.', { article: String(id) }),
    'It may have been deleted.',
    'Look for it in the list of articles.',
  );
}

/** The article of a bitext's source; null of a memory, which has none. */
export async function articleOfBitext(
  { store }: Pick<App, 'store'>,
  { sourceRevision }: BitextHead,
): Promise<number | null> {
  const revision = await findRevision(store.db, sourceRevision);
  const article = revision && (await findArticle(store.db, revision.articleId));
  return article?.id ?? null;
}

/** The newest revision of an article. */
export async function latestRevision(db: Db, id: number): Promise<StoredRevision> {
  const [newest] = await revisionsOf(db, id);
  const revision = newest && (await findRevision(db, newest.id));
  if (revision) return revision;
  throw new Problem('internal', msg('Article {article} has no text.', { article: String(id) }));
}

/** The paragraphs of a revision. One that was stored line by line has a paragraph a line. */
export function paragraphsOf({ text, blocks }: Pick<StoredRevision, 'text' | 'blocks'>): Paragraph[] {
  if (blocks.length > 0) {
    const paragraphs = blocks.map(({ start, end, kind }) => ({ kind, text: text.slice(start, end) }));
    return paragraphs.filter((paragraph) => paragraph.text !== '');
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'body', text: line }));
}
