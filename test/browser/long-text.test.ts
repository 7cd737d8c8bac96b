import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const ROWS = 3000;
const DOUBTFUL = 2500;

const server = ownServer();
const { openPage, openReview } = ownBrowser();
let id: number;
let beads: readonly number[];

beforeAll(async () => {
  const bitext = bitextOf(Array.from({ length: ROWS }, () => '1-1').join(' '));
  const rows = bitext.beads.map((bead, i) => ({ ...bead, confidence: i === DOUBTFUL - 1 ? 0.3 : 0.98 }));
  beads = rows.map((bead) => bead.id);
  id = await storeBitext(server.app, { ...bitext, beads: rows });
});

const open = (hash = '') => openReview(server, `${id}${hash}`);
const currentNumber = (page: Page) => page.evaluate(() => document.querySelector('.row.current .n')?.textContent);

describe('a long text', () => {
  it('is sent in part, and the rest when it is wanted', async () => {
    const html = await (await fetch(`${server.url}/bitexts/${id}`)).text();
    expect(html.length).toBeLessThan(500_000);
    const page = await open();
    expect(await page.locator('.row').count()).toBeLessThan(400);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.row .n')].some((n) => Number(n.textContent) > 1200),
    );
    expect(await page.locator('.row').count()).toBeLessThan(1000);
    const numbers = await page.evaluate(() =>
      [...document.querySelectorAll('.row .n')].map((n) => Number(n.textContent)),
    );
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(page.complaints).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is walked through with a key held down', async () => {
    const page = await open();
    for (let press = 0; press < 200; press++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => currentNumber(page)).toBe('201');
    for (let press = 0; press < 200; press++) await page.keyboard.press('ArrowUp');
    await expect.poll(() => currentNumber(page)).toBe('1');
    await page.context().close();
  });

  it('opens at the row of its address, and goes to a doubtful one far away', async () => {
    const page = await open(`#b${beads[1799]}`);
    expect(await currentNumber(page)).toBe('1800');
    await page.keyboard.press('n');
    await expect.poll(() => currentNumber(page)).toBe(String(DOUBTFUL));
    await page.keyboard.press('Enter');
    await expect.poll(() => currentNumber(page)).toBe(String(DOUBTFUL + 1));
    await expect.poll(() => page.locator('.row.confirmed').count()).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps its numbers when rows are merged', async () => {
    const page = await open(`#b${beads[999]}`);
    await page.keyboard.press('m');
    await expect.poll(() => page.locator(`#b${beads[1000]}`).count()).toBe(0);
    const number = await page.evaluate((bead) => document.querySelector(`#b${bead} .n`)?.textContent, beads[1001]);
    expect(number).toBe('1001');
    await page.context().close();
  });

  it('of which a search has found much is sent in pieces, too; what is edited there stays', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}?find=s&in=source&from=50`);
    await page.waitForSelector('.row.current');
    const numbers = () =>
      page.evaluate(() => [...document.querySelectorAll('.row .n')].map((n) => Number(n.textContent)));
    expect((await numbers()).length).toBeLessThan(400);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.row.confirmed').count()).toBe(1);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(
      (last) => [...document.querySelectorAll('.row .n')].at(-1)?.textContent === last,
      `${ROWS - 1}`,
    );
    const seen = await numbers();
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    // The doubtful row is not among them.
    expect(seen).not.toContain(DOUBTFUL);
    expect(seen[0]).toBe(1);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => [...document.querySelectorAll('.row .n')][1]?.textContent === '2');
    expect(await page.locator('.row.confirmed .n').first().textContent()).toBe('1');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
