import { expect, it } from 'vitest';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory } from '../support/app.ts';
import { ownBrowser, saved } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openReview } = ownBrowser();

it('a filtered view changes only what it shows, and stays as it is numbered', async () => {
  const id = await importStory(server.app);
  const page = await openReview(server, `${id}?find=harbour`);
  const numbers = () => page.locator('.row .number > .n').allTextContents();
  const before = await numbers();
  const shown = await page.locator('.row').count();
  const all = (await readBitext(server.app.store.db, id)).beads.length;
  expect(shown).toBeLessThan(all);
  await page.fill('#threshold', '50');
  await page.locator('.row .segment').first().click();
  await page.keyboard.press('c');
  await saved(page);
  await expect.poll(() => page.locator('.row.confirmed').count()).toBe(shown);
  expect(await numbers()).toEqual(before);
  const confirmed = (await readBitext(server.app.store.db, id)).beads.filter(({ status }) => status === 'confirmed');
  expect(confirmed).toHaveLength(shown);
  await page.locator('.row').last().locator('.segment').first().click();
  await page.keyboard.press('m');
  await page.waitForSelector('.toast');
  expect(await page.textContent('.toast')).toContain('a row that is not shown');
  expect((await readBitext(server.app.store.db, id)).beads).toHaveLength(all);
  expect(await numbers()).toEqual(before);
  await page.context().close();
});
