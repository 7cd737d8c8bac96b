import { Problem } from '../../core/problem.ts';
import { hasTextToAlign } from '../../core/text/segment.ts';
import { insertPair } from '../../store/bitexts.ts';
import { rememberLines } from '../../store/publisher-lines.ts';
import type { App } from '../app.ts';
import { changedLines, type PreparedArticle } from './article-intake.ts';

/** Two articles that are translations of each other. */
export interface ArticlePair {
  readonly source: PreparedArticle;
  readonly target: PreparedArticle;
  /** What the bitext is called; by default the source's title. */
  readonly title?: string | undefined;
}

/**
 * Stores both articles and a bitext that waits for its alignment, all or
 * nothing, and puts it into the queue.
 * @returns the bitext's id
 * @throws Problem `empty-text` where a side has nothing to align, `bad-input` where both have one language
 */
export async function importPair(app: App, pair: ArticlePair): Promise<number> {
  checkPair(pair);
  const now = app.now();
  const id = await app.store.transaction(async (tx) => {
    for (const article of [pair.source, pair.target]) {
      await rememberLines(tx, article.publisher, changedLines(article), now);
    }
    const made = await insertPair(tx, { ...pair, title: pair.title?.trim() || pair.source.title }, now);
    // At once, so that a server on the same database does not come first and this program waits for nothing.
    await app.leases.take(tx, made);
    return made;
  });
  app.queue.add(id);
  return id;
}

function checkPair({ source, target }: ArticlePair): void {
  for (const [name, article] of [
    ['source', source],
    ['target', target],
  ] as const) {
    if (!hasTextToAlign(article)) {
      throw new Problem(
        'empty-text',
        `The ${name} has no text to align.`,
        'Every line of it is taken for boilerplate.',
        'Change the kind of the lines that belong to the article.',
      );
    }
  }
  if (source.language === target.language) {
    throw new Problem(
      'bad-input',
      'Both sides are in the same language.',
      `They are marked “${source.language}”.`,
      'Change the language of one side, or check that the right texts are in place.',
    );
  }
}
