import { describe, expect, it } from 'vitest';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, STORY, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { ownBrowser, press } from '../../support/browser.ts';
import { ownServer } from '../../support/server.ts';

// Where a newcomer was led nowhere.

const server = ownServer();
const { openPage, openReview } = ownBrowser();

describe('the review page', () => {
  it('opens its help at the top, and finds a shortcut in it', async () => {
    const page = await openReview(server, await importStory(server.app), { viewport: { width: 1280, height: 600 } });
    await page.keyboard.press('?');
    expect(await page.locator('#keys-dialog').evaluate((dialog) => dialog.scrollTop)).toBe(0);
    expect(await page.locator('#keys-dialog h2').isVisible()).toBe(true);
    await page.keyboard.type('alternative');
    const rows = page.locator('#keys-table tr:visible');
    expect(await rows.allTextContents()).toEqual([
      'Decide',
      expect.stringContaining('Explain this row'),
      expect.stringContaining('Use the alternative'),
    ]);
    await page.context().close();
  });

  it('redoes what was undone, whichever case the browser gives the key', async () => {
    const id = await importStory(server.app);
    const page = await openReview(server, id);
    await press(page, 'Enter', 'Control+z');
    await page.evaluate(() => {
      const pressed = { key: 'z', ctrlKey: true, shiftKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed));
    });
    await expect.poll(() => page.locator('.row.confirmed').count()).toBe(1);
    await page.context().close();
  });

  it('takes a row back in with the key that excluded it', async () => {
    const page = await openReview(server, await importStory(server.app));
    await press(page, 'x');
    expect(await page.locator('.row.excluded').count()).toBe(1);
    await press(page, 'x');
    expect(await page.locator('.row.excluded').count()).toBe(0);
    expect(await page.locator('.toast').count()).toBe(0);
    await page.context().close();
  });

  it('has a list of rows with nothing on one side, each with the rows around it', async () => {
    const id = await storeBitext(server.app, bitextOf('1-1 1-1 1-0 1-1 0-1 1-1'));
    const page = await openReview(server, `${id}?show=empty`);
    expect(await page.locator('.row .n').allTextContents()).toEqual(['3', '5']);
    await expect.poll(() => page.locator('.row.current .neighbour .number').allTextContents()).toEqual(['2', '4']);
    await press(page, 'ArrowDown');
    await page.locator('.row').last().locator('.segment').first().click();
    await expect.poll(() => page.locator('.row.current .neighbour .number').allTextContents()).toEqual(['4', '6']);
    expect(await page.locator('.neighbour').count()).toBe(2);
    await page.context().close();
  });

  it('goes from doubtful row to doubtful row with Enter alone, and says where to go at the end', async () => {
    const { beads, ...rest } = bitextOf(Array.from({ length: 9 }, () => '1-1').join(' '));
    const doubtful = new Set([1, 4, 7]);
    const id = await storeBitext(server.app, {
      ...rest,
      beads: beads.map((bead, i) => ({ ...bead, confidence: doubtful.has(i) ? 0.4 : 0.99 })),
    });
    const page = await openReview(server, `${id}?show=doubtful`);
    await press(page, 'Enter', 'Enter', 'Enter');
    const { beads: after } = await readBitext(server.app.store.db, id);
    expect(after.flatMap(({ status }, i) => (status === 'confirmed' ? [i] : []))).toEqual([1, 4, 7]);
    await expect.poll(() => page.textContent('.status-line')).toContain('That was the last row of this filter.');
    await page.click('.status-line a:has-text("Show all rows")');
    await page.waitForSelector('.row.current');
    expect(await page.locator('.row').count()).toBe(9);
    await page.context().close();
  });

  it('ends in a download and the next text', async () => {
    await importStory(server.app);
    const page = await openReview(server, await importStory(server.app));
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
    expect(await page.locator('#done').textContent()).toContain('All rows are reviewed.');
    const download = page.waitForEvent('download');
    await page.locator('#done a').first().click();
    expect((await download).suggestedFilename()).toMatch(/\.tmx$/u);
    await page.locator('#done a').last().click();
    await page.waitForSelector('.row.current');
    await page.context().close();
  });
});

describe('other pages', () => {
  it('two texts in one language are told on the preview, beside the fields that mend it', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.fill('#targetText', `${STORY.en} And more.`);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.waitForSelector('.block');
    expect(await page.locator('main').textContent()).toContain('Both sides are in the same language.');
    expect(await page.locator('[name="targetLanguage"]').isVisible()).toBe(true);
    await page.context().close();
  });

  it('a word is not replaced by nothing before anybody has said by what', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}?find=port&in=target`);
    await page.click('button[formaction$="/replace"]');
    await page.waitForSelector('h1:has-text("Replace")');
    expect(await page.locator('main form[method="post"] button').count()).toBe(0);
    await page.context().close();
  });

  it('a row in which a word stands on both sides is found once, and rows of the same texts as one', async () => {
    await importStory(server.app);
    await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/search?q=Brant`);
    const links = await page
      .locator('.concordance a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links).size).toBe(links.length);
    const texts = await page.locator('.concordance p[lang="en"]').allTextContents();
    expect(new Set(texts).size).toBe(texts.length);
    expect(await page.locator('.concordance details').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});
