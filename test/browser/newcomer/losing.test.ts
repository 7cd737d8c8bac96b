import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library/library.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, STORY } from '../../support/app.ts';
import { ownBrowser, press, saved } from '../../support/browser.ts';
import { ownServer } from '../../support/server.ts';

// What a newcomer lost: words that were typed, and text that came out otherwise than it was made.

const server = ownServer();
const { openPage, openReview } = ownBrowser();

const textsOf = async (id: number) => (await readBitext(server.app.store.db, id)).target.map(({ text }) => text);

describe('what is typed stays', () => {
  it('where one side is left empty, the other is still in the form', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.waitForSelector('.problem-box');
    expect(await page.inputValue('#sourceText')).toBe(STORY.en);
    expect(await page.textContent('.problem-box')).toContain('The translation is empty.');
    await page.context().close();
  });

  it('the preview’s way back leads to the texts', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.fill('#targetText', STORY.fr);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    expect(await page.inputValue('#sourceText')).toBe(STORY.en);
    expect(await page.inputValue('#targetText')).toBe(STORY.fr);
    await page.context().close();
  });

  it('a comment that was left with Escape is there when it is opened again', async () => {
    const page = await openReview(server, await importStory(server.app));
    await page.keyboard.press('k');
    await page.keyboard.insertText('Ask the desk about the date.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    expect(await page.inputValue('#comment-text')).toBe('Ask the desk about the date.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.comment');
    await page.keyboard.press('k');
    expect(await page.inputValue('#comment-text')).toBe('');
    await page.context().close();
  });

  it('a dialog says how its text is saved', async () => {
    const page = await openReview(server, await importStory(server.app));
    for (const [key, dialog] of [
      ['k', '#comment-dialog'],
      ['f', '#note-dialog'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator(dialog).textContent()).toContain('Ctrl+Enter saves');
      await page.keyboard.press('Escape');
    }
    await press(page, 'e');
    expect(await page.locator('.edit-hint').textContent()).toContain('Enter saves');
    await page.context().close();
  });
});

describe('what is stored is what was meant', () => {
  it('two clicks on “Align” make one bitext', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.fill('#targetText', STORY.fr);
    await page.getByRole('button', { name: 'Preview' }).click();
    const before = (await openLibrary(server.app, {})).entries.length;
    await page.getByRole('button', { name: 'Align' }).dblclick();
    await page.waitForSelector('.row.current');
    expect((await openLibrary(server.app, {})).entries).toHaveLength(before + 1);
    await page.context().close();
  });

  it('a language is known by its name, and a word that names none is refused with the texts kept', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.fill('#targetText', STORY.fr);
    await page.fill('[name="sourceLanguage"]', 'klingon');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.textContent('.problem-box')).toContain('klingon');
    expect(await page.inputValue('#targetText')).toBe(STORY.fr);
    await page.fill('[name="sourceLanguage"]', 'English');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.waitForSelector('.block');
    expect(await page.inputValue('[name="sourceLanguage"]')).toBe('en');
    await page.context().close();
  });

  it('a segment that is split and joined again is as it was', async () => {
    const id = await importStory(server.app);
    const before = await textsOf(id);
    const page = await openReview(server, id);
    await press(page, 'ArrowDown', 'ArrowRight', 'e');
    await page.keyboard.press('Home');
    for (let i = 0; i < 'Le port'.length; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await page.waitForFunction(() => document.querySelectorAll('.row.current .target .segment').length === 2);
    await saved(page);
    await page.locator('.row.current .target .segment').first().click();
    await press(page, 'j');
    expect(await textsOf(id)).toEqual(before);
    await page.context().close();
  });

  it('a long headline is the title whole', async () => {
    const headline = `The harbour of Brant ${'and its old northern quay '.repeat(7)}will be deepened`;
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en.replace('Harbour to be deepened', headline));
    await page.fill('#targetText', STORY.fr);
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.inputValue('[name="title"]')).toBe(headline);
    await page.context().close();
  });

  it('a sentence that stands on one side alone keeps its place when the texts are updated', async () => {
    const id = await importStory(server.app);
    const page = await openReview(server, id);
    await press(page, 'Enter', 'Enter', 'ArrowRight', 'ArrowDown', 'o', 'Home');
    await page.goto(`${server.url}/bitexts/${id}/update`);
    await page.fill('textarea >> nth=1', STORY.fr.replace('a donné son accord', 'a dit oui'));
    await page.locator('main button.primary').click();
    await page.waitForSelector('.row');
    const french = await page.locator('.row .target').allTextContents();
    const order = ['Le port sera', 'Le port de Brant', 'Les travaux', 'Nous avons', 'Le conseil'];
    const places = order.map((start) => french.findIndex((text) => text.includes(start)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    await page.context().close();
  });
});
