import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory } from '../support/app.ts';
import { ownBrowser, press, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

const { openPage, openReview } = ownBrowser();

const rows = async (id: number) => (await readBitext(server.app.store.db, id)).beads;

const said = (page: Page) => page.textContent('#announce');

const opened = (id: number, locale = 'en-GB') => openReview(server, id, { locale });

describe('comments', () => {
  it('are written, shown with the name, and deleted on the row’s page', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/settings`);
    await page.fill('input[name="name"]', 'Ann <script>');
    await page.click('button.primary');
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await page.keyboard.press('k');
    await page.keyboard.insertText('<img src=x onerror=alert(1)> sure?');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.row .comment');
    expect(await page.textContent('.comment-text')).toBe('<img src=x onerror=alert(1)> sure?');
    expect(await page.textContent('.comment .by')).toContain('Ann <script>');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/bitexts/${id}?show=comments`);
    expect(await page.locator('.row').count()).toBe(1);
    await page.click('.number');
    await page.click('.comment button');
    await page.waitForURL(/bitexts\/\d+#b/);
    expect(await page.locator('.comment').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('search and replace', () => {
  it('go by the keyboard: find, preview, replace, undo', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    await page.keyboard.press('/');
    await page.keyboard.insertText('port');
    await page.keyboard.press('Enter');
    await page.waitForURL(/find=port/);
    expect(await page.locator('.row').count()).toBe(2);
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    await page.click('button[formaction$="/replace"]');
    await page.fill('input[name="with"]', 'havre');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.replacements li');
    expect(await page.locator('.replacements li ins').first().textContent()).toBe('havre');
    expect(await violations(page)).toEqual([]);
    await page.locator('.replacements input[type="checkbox"]').first().uncheck();
    await page.click('button.primary:has-text("Replace")');
    await page.waitForSelector('.row.current');
    const { target } = await readBitext(server.app.store.db, id);
    expect(target.map(({ text }) => text.includes('havre'))).toEqual([false, true, false, false, false]);
    await press(page, 'Control+z');
    expect((await readBitext(server.app.store.db, id)).target[1]?.text).toContain('Le port de Brant');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('reading', () => {
  it.each(['rows', 'paragraphs', 'source', 'target'])('shows the text by %s', async (as) => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}/read?as=${as}`);
    expect(await page.textContent('.passages')).toContain(as === 'target' ? 'sera approfondi' : 'will be deepened');
    expect(await violations(page)).toEqual([]);
    if (as === 'target') {
      await page.locator('.sentence').first().focus();
      expect(await page.locator('.counterpart:visible').textContent()).toBe('Harbour to be deepened');
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.no-print:visible, .site:visible').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('keys', () => {
  it('can be changed, an action that had the key loses it, and the page goes by them', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/settings`);
    await page.click('button[data-action="merge"]');
    await page.keyboard.press('x');
    await page.waitForFunction(() => document.querySelector('tr:has([data-action="merge"]) kbd')?.textContent === 'X');
    expect(await page.textContent('tr:has([data-action="exclude"]) th')).toBe('no key');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'm');
    expect(await rows(id)).toHaveLength(5);
    await press(page, 'x');
    expect(await rows(id)).toHaveLength(4);
    await page.goto(`${server.url}/settings`);
    await page.click('text=Restore default shortcuts');
    expect(await page.textContent('tr:has([data-action="merge"]) th')).toBe('M or Ctrl + M');
    await page.context().close();
  });
});

describe('a screen reader', () => {
  it('hears what a row is, where the cursor stands, and what has become of it', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    const tree = await page.locator('main').ariaSnapshot();
    expect(tree).toMatch(/list:[\s\S]*listitem "1-1, proposed, confidence \d+%"/u);
    expect(tree).toContain('progressbar "Reviewed"');
    expect(tree).toContain('toolbar "Change the current row"');
    await press(page, 'Enter');
    expect(await said(page)).toBe('Confirmed a row');
    expect(await page.locator('.row').first().getAttribute('aria-label')).toContain('1-1, confirmed');
    await press(page, 'ArrowUp', 'u');
    expect(await said(page)).toBe('Reopened a row');
    await page.context().close();
  });
});

describe('in French', () => {
  it('speaks the browser’s language, or the one that was set', async () => {
    const id = await importStory(server.app);
    const page = await opened(id, 'fr-FR');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.textContent('.action-bar')).toContain('Fusionner');
    await press(page, 'Shift+ArrowDown', 'm');
    expect(await said(page)).toBe('2 lignes fusionnées');
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'm');
    expect(await page.textContent('.toast')).toContain('Il n’y a pas de ligne en dessous');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/settings`);
    await page.selectOption('select[name="language"]', 'en');
    await page.click('button.primary');
    expect(await page.textContent('h1')).toBe('Settings');
    await page.context().close();
  });
});
