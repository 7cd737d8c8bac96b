import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setState } from '../../../src/store/bitexts.ts';
import { importStory, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { ownBrowser, press, saved } from '../../support/browser.ts';
import { ownServer } from '../../support/server.ts';

// What a newcomer was not told: keys that seemed dead, work that seemed to stand still.

const server = ownServer();
const { openPage, openReview } = ownBrowser();

/** What the status line says, where it can be seen. */
async function seen(page: Page): Promise<string> {
  const line = page.locator('.status-line');
  const width = await line.evaluate((element) => element.getBoundingClientRect().width);
  return width > 50 ? ((await line.textContent()) ?? '') : '';
}

describe('every act says what it did', () => {
  it.each([
    ['x', 'Excluded a row'],
    ['m', 'Merged two rows'],
    ['Shift+s', 'Swapped'],
    ['n', 'No doubtful rows left.'],
    ['p', 'Segment marked.'],
    ['Shift+ArrowDown', '2 rows chosen'],
    ['g', 'No term to replace in this row.'],
  ])('%s', async (key, words) => {
    const page = await openReview(server, await importStory(server.app));
    await press(page, key);
    await expect.poll(() => seen(page)).toContain(words);
    await page.context().close();
  });

  it('an undo of what is out of sight says what was undone, and offers to do it again', async () => {
    const id = await storeBitext(server.app, bitextOf(Array.from({ length: 40 }, () => '1-1').join(' ')));
    const page = await openReview(server, id);
    await press(page, 'x');
    await page.keyboard.press('End');
    await press(page, 'Control+z');
    expect(await seen(page)).toContain('Undid: Excluded a row');
    expect(await page.locator('[data-offer="redo"]').isVisible()).toBe(true);
    expect(await page.locator('[data-offer="undo"]').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('what takes long says so', () => {
  it('a key that is pressed again before the answer does it once, and nothing is wrong', async () => {
    const id = await storeBitext(server.app, bitextOf('1-1'));
    const page = await openReview(server, id);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Enter');
    await saved(page);
    await expect.poll(() => page.locator('.row.confirmed').count()).toBe(1);
    expect(await page.locator('.toast[role="alert"]').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('a change that is not answered at once is said to be worked on', async () => {
    const id = await importStory(server.app);
    const page = await openReview(server, id);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/confirm-by-confidence', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await page.fill('#threshold', '50');
    await page.locator('.segment').first().click();
    await page.keyboard.press('c');
    await expect.poll(() => seen(page)).toContain('Working…');
    answer();
    await saved(page);
    await expect.poll(() => seen(page)).toContain('Confirmed');
    await page.context().close();
  });

  it('a text that is being aligned is ready in the list as soon as it is, and keeps the focus', async () => {
    const id = await storeBitext(server.app, bitextOf('1-1 1-1'), 'Tide');
    await setState(server.app.store.db, id, { state: 'aligning', progress: 0.4 });
    const page = await openPage();
    await page.goto(server.url);
    const entry = page.locator(`#bitext-${id}`);
    expect(await entry.textContent()).toContain('Aligning…');
    await entry.getByRole('link', { name: 'Tide' }).focus();
    await setState(server.app.store.db, id, { state: 'ready', progress: 1 });
    await expect.poll(() => entry.textContent(), { timeout: 10_000 }).toContain('0 of 2 rows confirmed');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tide');
    await page.context().close();
  });

  it('a preview that takes long says that it is worked on, and can be stopped', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', 'One.');
    await page.fill('#targetText', 'Un.');
    // As if the server took its time: the page stays.
    await page.evaluate(() => {
      document.querySelector('.pair-form')?.addEventListener('submit', (event) => event.preventDefault());
    });
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.textContent('.waits')).toContain('Working…');
    await page.locator('.waits button').click();
    expect(await page.inputValue('#sourceText')).toBe('One.');
    expect(await page.getByRole('button', { name: 'Preview' }).isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('what went wrong is said, and is over once it is over', () => {
  it('a message goes with the next thing that is done, and with Escape', async () => {
    const page = await openReview(server, await importStory(server.app));
    await press(page, 'Control+z');
    await page.waitForSelector('.toast');
    await press(page, 'Enter');
    expect(await page.locator('.toast').count()).toBe(0);
    await press(page, 'Control+z', 'Control+z');
    await page.waitForSelector('.toast');
    await page.keyboard.press('Escape');
    expect(await page.locator('.toast').count()).toBe(0);
    await page.context().close();
  });
});
