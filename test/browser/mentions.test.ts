import { describe, expect, it } from 'vitest';
import { importStory } from '../support/app.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { member } from '../support/desk.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openPage } = ownBrowser();

describe('a comment', () => {
  it('completes names behind an @, and tells who is mentioned', async () => {
    const id = await importStory(server.app);
    const tom = await member(server.app, server.url, 'Tom', ['translator']);
    const ana = await member(server.app, server.url, 'Ana', ['reviser']);
    const page = await openPage();
    const [name = '', value = ''] = tom.cookie.split('=');
    await page.context().addCookies([{ name, value, url: server.url }]);
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await page.keyboard.press('k');
    await page.waitForSelector('#comment-dialog[open]');
    await page.keyboard.type('Look, @a');
    await page.waitForSelector('#comment-text-people [aria-selected="true"]');
    expect(await violations(page)).toEqual([]);
    // Leaves the offer and not the dialog.
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#comment-dialog')).toBe(true);
    await page.keyboard.type('n');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#comment-text')).toBe('Look, @Ana ');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.row .comment');
    expect((await ana.get('/work')).body).toContain('Tom mentions you in');
    expect(page.complaints).toEqual([]);
  });
});
