import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { parallelDocument } from '../../../src/app/export/parallel-text.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { addTranslation } from '../../../src/app/library/add-translation.ts';
import { openArticle } from '../../../src/app/library/article.ts';
import { type ArticleQuery, EVERY_ARTICLE, openArticles } from '../../../src/app/library/articles.ts';
import { editArticle } from '../../../src/app/library/edit-article.ts';
import { archiveBitext } from '../../../src/app/library/library.ts';
import { reviseArticle } from '../../../src/app/library/revise-article.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { updateTexts } from '../../../src/app/review/update-texts.ts';
import { agrees } from '../../../src/core/bitext/parallel.ts';
import { translator } from '../../../src/core/translator.ts';
import { insertPair } from '../../../src/store/bitexts.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp, STORY, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

const { t } = translator('en', {});
const SPANISH =
  'El puerto será dragado\n\nEl puerto de Brant será dragado el próximo año. Las obras empiezan en marzo de 2027. Cuestan 12 millones de euros.\n\n«Esperamos demasiado», dijo la alcaldesa Ida Holm. El concejo municipal dio su acuerdo el lunes.';
const PLAIN = { publisher: '', author: '', published: '', address: '', licence: '' };

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const titles = async (query: Partial<ArticleQuery>, page = 0) => {
  const { articles } = await openArticles(app, { ...EVERY_ARTICLE, ...query }, { page });
  return articles.map(({ title }) => title);
};

async function addSpanish(article: number): Promise<number> {
  const id = await addTranslation(
    app,
    article,
    await prepareArticle({ text: SPANISH, name: 'target', language: 'es' }, app.packs),
  );
  await app.queue.settled(id);
  return id;
}

describe('the list of articles', () => {
  it('finds them by word, language, publisher, day, label and state', async () => {
    await importStory(app);
    const [first] = (await openArticles(app)).articles;
    expect(first).toMatchObject({ title: 'Harbour to be deepened', language: 'en' });
    expect(first?.bitexts).toMatchObject([{ target: { language: 'fr', title: 'Le port sera approfondi' }, beads: 5 }]);
    await editArticle(app, first!.id, {
      version: 1,
      details: { ...PLAIN, title: 'Harbour to be deepened', publisher: 'The Gazette', published: '2026-11-02' },
      labels: [{ kind: 'topic', name: 'ports' }],
    });
    await storeBitext(app, bitextOf('1-1'), 'Another');
    for (const query of [
      { search: 'approfondi' },
      { search: 'mayor' },
      { publisher: 'The Gazette' },
      { from: '2026-11-01', to: '2026-11-02' },
      { label: { kind: 'topic', name: 'ports' } },
    ] as const) {
      expect(await titles(query), JSON.stringify(query)).toEqual(['Harbour to be deepened']);
    }
    for (const query of [
      { search: 'nowhere' },
      { from: '2026-11-03' },
      { label: { kind: 'desk', name: 'ports' } },
      { missing: 'fr' },
      { state: 'done' },
    ] as const) {
      expect(await titles(query), JSON.stringify(query)).toEqual([]);
    }
    expect(await titles({ missing: 'es' })).toEqual(['Another', 'Harbour to be deepened']);
    expect(await titles({ texts: 'translations', language: 'fr', search: 'approfondi' })).toEqual([
      'Le port sera approfondi',
    ]);
    expect(await titles({ sort: 'date' })).toEqual(['Harbour to be deepened', 'Another']);
    expect(await titles({ state: 'review' })).toEqual(['Another', 'Harbour to be deepened']);
  });

  it('leaves out what is in the archive, and the sides of a memory', async () => {
    const id = await importStory(app);
    await app.store.transaction((tx) => {
      const side = (language: string) => ({ language, title: 'old.tmx', text: 'old.tmx', blocks: [], isMemory: true });
      return insertPair(tx, { title: 'old.tmx', source: side('en'), target: side('fr') }, app.now());
    });
    expect(await titles({})).toEqual(['Harbour to be deepened']);
    await archiveBitext(app, id);
    expect(await titles({})).toEqual([]);
    expect(await titles({ state: 'archived' })).toEqual(['Harbour to be deepened']);
  });

  it('goes through any number of them by pages, each once', async () => {
    await app.store.transaction(async (tx) => {
      for (let i = 0; i < 120; i++) {
        const side = (language: string) => ({ language, title: `Story ${i}`, text: `Story ${i}.`, blocks: [] });
        await insertPair(tx, { title: `Story ${i}`, source: side('en'), target: side('fr') }, app.now());
      }
    });
    const pages = await Promise.all([0, 1, 2, 3].map((page) => titles({ sort: 'title' }, page)));
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20, 0]);
    expect(new Set(pages.flat()).size).toBe(120);
    expect((await openArticles(app)).found).toBe(120);
  });
});

describe('an article', () => {
  it('is shown as one reads it, and its details are saved once for each version', async () => {
    await importStory(app);
    const { article, paragraphs, translations } = await openArticle(app, 1);
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body']);
    expect(translations).toHaveLength(1);
    const change = (author: string) =>
      editArticle(app, 1, { version: article.version, details: { ...PLAIN, title: 'Harbour', author }, labels: [] });
    await change('Ann');
    await expect(change('Bob')).rejects.toMatchObject({ code: 'conflict' });
    expect((await openArticle(app, 1)).article).toMatchObject({ title: 'Harbour', author: 'Ann', version: 2 });
    const wrong = { ...PLAIN, title: 'Harbour', address: 'javascript:alert(1)' };
    await expect(editArticle(app, 1, { version: 2, details: wrong, labels: [] })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(openArticle(app, 99)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes a further translation, aligned with the source as reviewers have cut it', async () => {
    const french = await importStory(app);
    const { source } = await readBitext(app.store.db, french);
    const operation = { action: 'join', side: 'source', segment: source[1]!.id } as const;
    await editBitext(app, french, { clientId: 'a', author: 'ann', operation });
    const spanish = await addSpanish(1);
    const texts = async (id: number) => (await readBitext(app.store.db, id)).source.map(({ text }) => text);
    expect(await texts(spanish)).toEqual(await texts(french));
    expect((await openArticle(app, 1)).translations.map(({ target }) => target.language)).toEqual(['es', 'fr']);
    await expect(addSpanish(1)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('refuses a translation in its own language, and one with nothing to align', async () => {
    await importStory(app);
    const add = async (text: string, language: string) =>
      addTranslation(app, 1, await prepareArticle({ text, name: 'target', language }, app.packs));
    await expect(add(STORY.en, 'en')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(add(STORY.fr, 'und')).rejects.toMatchObject({ code: 'bad-input' });
    expect((await openArticle(app, 1)).translations).toHaveLength(1);
  });

  it('is mended as a new revision that carries reviewed rows over in every translation', async () => {
    const french = await importStory(app);
    const spanish = await addSpanish(1);
    for (const id of [french, spanish]) {
      const { beads } = await readBitext(app.store.db, id);
      const operation = { action: 'setStatus', beads: beads.map((bead) => bead.id), status: 'confirmed' } as const;
      await editBitext(app, id, { clientId: String(id), author: 'ann', operation });
    }
    const { revisions } = await openArticle(app, 1);
    const mended = { text: STORY.en.replace('12 million', '14 million'), revision: revisions[0]!.id };
    const revised = await reviseArticle(app, 1, mended, { t });
    expect(revised.map(({ language, changed, lost }) => [language, changed, lost])).toEqual([
      ['es', 1, 0],
      ['fr', 1, 0],
    ]);
    const after = await openArticle(app, 1);
    expect(after.revisions.map(({ number }) => number)).toEqual([2, 1]);
    expect(after.translations.map(({ source, flagged }) => [source.revision, flagged])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    await expect(reviseArticle(app, 1, mended, { t })).rejects.toMatchObject({ code: 'conflict' });
    // One translation alone is brought to a third revision; then the others follow, without a fourth.
    const again = await prepareArticle({ text: STORY.en, name: 'new', language: 'en' }, app.packs);
    await updateTexts(app, after.translations[1]!.id, { source: again }, { t });
    const [third] = (await openArticle(app, 1)).revisions;
    const followed = await reviseArticle(app, 1, { text: STORY.en, revision: third!.id }, { t });
    expect(followed.map(({ language, lost }) => [language, lost])).toEqual([['es', 0]]);
    const all = await openArticle(app, 1);
    expect(all.translations.map(({ source }) => source.revision)).toEqual([3, 3]);
    const same = { text: STORY.en.replaceAll('\n', '\r\n'), revision: all.revisions[0]!.id };
    await expect(reviseArticle(app, 1, same, { t })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is read with all translations side by side, and says where their source differs', async () => {
    await importStory(app);
    const spanish = await addSpanish(1);
    const { source } = await readBitext(app.store.db, spanish);
    const segment = source.at(-1)!.id;
    const operation = { action: 'rewrite', side: 'source', segment, text: 'The council said yes.' } as const;
    await editBitext(app, spanish, { clientId: 'a', author: 'ann', operation });
    const { languages, rows } = await parallelDocument(app.store.db, 1);
    expect([...languages].sort()).toEqual(['es', 'fr']);
    expect(
      rows.filter((row) => !agrees(row)).map((row) => row.cells.map(({ differs }) => differs !== null)),
    ).toHaveLength(1);
    expect(rows.map((row) => row.cells.every(({ text }) => text !== ''))).not.toContain(false);
  });
});
