import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory } from '../support/app.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('a filtered view changes only what it shows, and stays as it is numbered', async () => {
  const id = await importStory(server.app);
  const page = await openPage(browser);
  await page.goto(`${server.url}/bitexts/${id}?find=harbour`);
  await page.waitForSelector('.row.current');
  const numbers = () => page.locator('.row .number > .n').allTextContents();
  const before = await numbers();
  const shown = await page.locator('.row').count();
  const all = (await readBitext(server.app.store.db, id)).beads.length;
  expect(shown).toBeLessThan(all);
  const idle = () => page.waitForFunction(() => !document.body.classList.contains('saving'));
  await page.fill('#threshold', '50');
  await page.locator('.row .segment').first().click();
  await page.keyboard.press('c');
  await idle();
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
