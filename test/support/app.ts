import type { App } from '../../src/app/app.ts';
import { prepareArticle } from '../../src/app/import/article-intake.ts';
import { importPair } from '../../src/app/import/import-pair.ts';
import { type AppOptions, openApp } from '../../src/app/open-app.ts';
import type { Bitext, Side } from '../../src/core/bitext/bitext.ts';
import { insertArticle } from '../../src/store/articles.ts';
import { insertBitext } from '../../src/store/bitexts.ts';
import { writeRows } from '../../src/store/review/bitext-rows.ts';

/** The compiled workers; the tests themselves run from the sources. */
export const COMPILED = new URL('../../dist/app/', import.meta.url);

export function openTestApp(database = ':memory:', options: Pick<AppOptions, 'serves'> = {}): Promise<App> {
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
export async function storeBitext(app: App, bitext: Bitext, title = 'Stored'): Promise<number> {
  const now = app.now();
  const article = (side: Side, language: string) => ({
    language,
    title,
    translationOf: null,
    text: bitext[side].map((segment) => segment.text).join('\n'),
    blocks: [],
  });
  return app.store.transaction(async (tx) => {
    const source = await insertArticle(tx, article('source', bitext.sourceLanguage), now);
    const target = await insertArticle(tx, article('target', bitext.targetLanguage), now);
    const id = await insertBitext(
      tx,
      {
        title,
        sourceLanguage: bitext.sourceLanguage,
        targetLanguage: bitext.targetLanguage,
        sourceRevision: source.revisionId,
        targetRevision: target.revisionId,
      },
      now,
    );
    await writeRows(tx, id, bitext, 1, now);
    return id;
  });
}
