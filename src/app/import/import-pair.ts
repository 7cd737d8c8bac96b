import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { hasTextToAlign } from '../../core/text/segment.ts';
import { insertPair } from '../../store/bitexts.ts';
import { rememberLines } from '../../store/publisher-lines.ts';
import type { App } from '../app.ts';
import { changedLines, type PreparedArticle } from './article-intake.ts';
import { settlePair } from './settle-pair.ts';

/** Two articles that are translations of each other. */
export interface ArticlePair {
  readonly source: PreparedArticle;
  readonly target: PreparedArticle;
  /** What the bitext is called; by default the source's title. */
  readonly title?: string | undefined;
}

/**
 * Stores both articles and a bitext that waits for its alignment, all or
 * nothing, and puts it into the queue. Lines that nobody has looked through are sorted by each other first.
 * @returns the bitext's id
 * @throws Problem `empty-text` where a side has nothing to align, `bad-input` where both have one language
 */
export async function importPair(app: App, { title, ...read }: ArticlePair): Promise<number> {
  const pair = await settlePair(read, app, app.intake);
  checkPair(pair);
  const now = app.now();
  const id = await app.store.transaction(async (tx) => {
    for (const article of [pair.source, pair.target]) {
      await rememberLines(tx, article.publisher, changedLines(article), now);
    }
    const made = await insertPair(tx, { ...pair, title: title?.trim() || pair.source.title }, now);
    // At once, so that a server on the same database does not come first and this program waits for nothing.
    await app.leases.take(tx, made);
    return made;
  });
  app.queue.add(id);
  return id;
}

function checkPair({ source, target }: ArticlePair): void {
  if (!hasTextToAlign(source)) throw nothingToAlign(msg('The source has no text to align.'));
  if (!hasTextToAlign(target)) throw nothingToAlign(msg('The translation has no text to align.'));
  if (source.language === target.language) {
    throw new Problem(
      'bad-input',
      'Both sides are in the same language.',
      msg('They are marked “{language}”.', { language: source.language }),
      'Change the language of one side, or check that you chose the right texts.',
    );
  }
}

function nothingToAlign(title: Message): Problem {
  return new Problem(
    'empty-text',
    title,
    'Every line of it is treated as outside the article.',
    'Change the type of the lines that belong to the article.',
  );
}
