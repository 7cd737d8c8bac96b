import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { type ParallelRow, parallelRows } from '../../core/bitext/parallel.ts';
import { plainDocument } from '../../core/formats/format.ts';
import type { ParallelDocument } from '../../core/formats/parallel-tmx.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { bitextsOfArticles } from '../../store/library/article-bitexts.ts';
import { findArticle } from '../../store/library/article-details.ts';
import type { Db } from '../../store/open-store.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { codesOf } from '../../store/review/codes.ts';
import { work } from '../jobs/work.ts';

/** A page of an article with its translations side by side. */
export interface ParallelPage extends ParallelDocument {
  readonly bitexts: readonly number[];
  /** The number of the first row of the page, from 1. */
  readonly first: number;
  readonly pages: number;
  /** Rows of a page. */
  readonly size: number;
  /** Rows of which a translation is of another source, by their numbers, with the languages of these translations. */
  readonly differing: readonly { readonly number: number; readonly languages: readonly string[] }[];
}

/** Rows of a page: most articles are read on one. */
const ROWS = 500;

/** Some of an article and of all its translations that are aligned, side by side. */
export const readParallel = work<{ readonly article: number; readonly page: number }, ParallelPage>(
  'read translations side by side',
  { room: 'page' },
  async ({ store }, { article, page }) => {
    const { rows, ...document } = await parallelDocument(store.db, article);
    const first = page * ROWS;
    return {
      ...document,
      rows: rows.slice(first, first + ROWS),
      first: first + 1,
      size: ROWS,
      pages: Math.max(1, Math.ceil(rows.length / ROWS)),
      differing: rows.flatMap((row, at) => {
        const languages = differingIn(row, document.languages);
        return languages.length > 0 ? [{ number: at + 1, languages }] : [];
      }),
    };
  },
);

/** The languages in which a row translates something else than its source. */
export function differingIn({ cells }: ParallelRow, languages: readonly string[]): string[] {
  return languages.filter((_, k) => cells[k] && cells[k].differs !== null);
}

/**
 * An article with all its translations that are aligned, without inline codes.
 * @throws Problem `not-found` where there is no such article, `not-ready` where no translation is aligned
 */
export async function parallelDocument(
  db: Db,
  id: number,
): Promise<ParallelDocument & { readonly bitexts: readonly number[] }> {
  const article = await findArticle(db, id);
  if (!article) throw new Problem('not-found', msg('Article {article} not found.', { article: String(id) }));
  const stored = await bitextsOfArticles(db, [id], DOUBTFUL_BELOW);
  const ready = stored.filter(({ source, state }) => source.article === id && state === 'ready');
  if (ready.length === 0) {
    throw new Problem(
      'not-ready',
      'This article has no translation that is aligned.',
      '',
      'Add one on the page of the article, or wait until it is aligned.',
    );
  }
  // The text as it is now says how the source reads, where translations are of several versions.
  ready.sort((a, b) => b.source.revision - a.source.revision);
  const bitexts = await Promise.all(
    ready.map(async (one) => {
      const document = { title: article.title, bitext: await readBitext(db, one.id), codes: await codesOf(db, one.id) };
      return plainDocument(document).bitext;
    }),
  );
  return {
    title: article.title,
    language: article.language,
    languages: ready.map(({ target }) => target.language),
    bitexts: ready.map((one) => one.id),
    rows: parallelRows(bitexts),
  };
}
