import type { ArticleDetails, Label } from '../../core/article.ts';
import { Problem } from '../../core/problem.ts';
import { isWebAddress } from '../../core/text/web-address.ts';
import { setDetails } from '../../store/library/article-details.ts';
import { setLabels } from '../../store/library/article-labels.ts';
import type { App } from '../app.ts';
import { requireUnlockedArticle } from '../workflow/lock.ts';
import { articleOf } from './article.ts';

/** What stands about an article, as somebody wants it. */
export interface ArticleChange {
  readonly details: ArticleDetails;
  readonly labels: readonly Label[];
  /** The version that the change was made from. */
  readonly version: number;
}

/**
 * Saves what stands about an article, all of it or nothing.
 * @throws Problem `not-found`; `bad-input` where it has no title or its address is none; `conflict` where somebody has
 *   changed it since, or the title is one of a translation that is locked
 */
export async function editArticle(app: App, id: number, { details, labels, version }: ArticleChange): Promise<void> {
  const { title } = await articleOf(app, id);
  if (details.title === '') throw new Problem('bad-input', 'An article needs a title.', '', 'Write its headline.');
  if (details.address !== '' && !isWebAddress(details.address)) {
    throw new Problem(
      'bad-input',
      'This is not an address on the web.',
      '',
      'Write it as the browser shows it, with https:// at its beginning.',
    );
  }
  await app.store.transaction(async (tx) => {
    // What stands about it, such as its address, is often known only once it is published; the title is one of its words.
    if (details.title !== title) await requireUnlockedArticle(tx, id);
    if (!(await setDetails(tx, id, details, version))) {
      throw new Problem(
        'conflict',
        'Someone has changed this article.',
        '',
        'Compare both and save again, or cancel to keep what is stored.',
      );
    }
    await setLabels(tx, id, labels);
  });
}
