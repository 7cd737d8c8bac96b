import type { App } from '../../src/app/app.ts';
import { prepareArticle } from '../../src/app/import/article-intake.ts';
import { importPair } from '../../src/app/import/import-pair.ts';
import { type AppOptions, openApp } from '../../src/app/open-app.ts';
import type { Bitext } from '../../src/core/bitext/bitext.ts';
import { storeRows } from './stores.ts';

/** The compiled workers; the tests themselves run from the sources. */
export const COMPILED = new URL('../../dist/app/', import.meta.url);

export function openTestApp(
  database = ':memory:',
  options: Pick<AppOptions, 'serves' | 'fetching' | 'webhooks'> = {},
): Promise<App> {
  return openApp({ database, compiled: COMPILED, ...options });
}

export const STORY = {
  en: 'Harbour to be deepened\n\nThe harbour of Brant will be deepened next year. Work starts in March 2027. It costs 12 million euros.\n\n"We waited too long," said Mayor Ida Holm. The town council agreed on Monday.',
  fr: 'Le port sera approfondi\n\nLe port de Brant sera approfondi l’an prochain. Les travaux commencent en mars 2027 et coûtent 12 millions d’euros.\n\n« Nous avons trop attendu », a dit la maire Ida Holm. Le conseil municipal a donné son accord lundi.',
};

/** Brings in the story and waits until it is aligned. Its beads are 1-1 1-1 2-1 1-1 1-1. */
export async function importStory(app: App): Promise<number> {
  const [source, target] = await Promise.all([
    prepareArticle({ text: STORY.en, name: 'the source', language: 'en' }, app.packs),
    prepareArticle({ text: STORY.fr, name: 'the target', language: 'fr' }, app.packs),
  ]);
  const id = await importPair(app, { source, target });
  await app.queue.settled(id);
  return id;
}

/** Stores a bitext as it is, without aligning anything. Its notation is that of `bitextOf`. */
export function storeBitext(app: App, bitext: Bitext, title = 'Stored'): Promise<number> {
  return storeRows(app.store, bitext, title, app.now());
}
