import { describe, expect, it } from 'vitest';
import { importStory } from '../support/app.ts';
import { ownBrowser, press, saved } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openReview } = ownBrowser();

describe('the review page', () => {
  it('says what was done where everybody sees it, with a way back, and ends in a download', async () => {
    const id = await importStory(server.app);
    const page = await openReview(server, id);
    const line = page.locator('.status-line');
    const isInSight = () => line.evaluate((element) => element.getBoundingClientRect().width > 50);
    const number = () => page.textContent('.row.current .n');
    expect(await isInSight()).toBe(false);
    await press(page, 'Enter');
    expect(await isInSight()).toBe(true);
    expect(await page.textContent('#announce')).toBe('Confirmed a row');
    expect(await page.locator('[data-offer="redo"]').isVisible()).toBe(false);
    await page.click('[data-offer="undo"]');
    await saved(page);
    expect(await page.textContent('#announce')).toBe('Undid: Confirmed a row');
    expect(await page.locator('.row.confirmed').count()).toBe(0);

    await page.keyboard.press('End');
    expect(await number()).toBe('5');
    await page.keyboard.press('Home');
    expect(await number()).toBe('1');
    await page.keyboard.press('PageDown');
    expect(await number()).toBe('5');
    await page.keyboard.press('Shift+G');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect.poll(number).toBe('3');

    await page.keyboard.press('Home');
    expect(await page.locator('#done').isVisible()).toBe(false);
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    await expect.poll(() => page.textContent('#announce')).toBe('That was the last row here.');
    expect(await page.locator('#done').isVisible()).toBe(true);
    await page.click('.more-actions summary');
    await page.click('.more-actions button:has-text("Shortcuts")');
    await page.fill('#keys-find', 'glossary');
    const shown = await page.locator('#keys-table tr:visible').allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.every((text) => /glossary/iu.test(text))).toBe(true);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
