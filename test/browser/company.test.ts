import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { importStory } from '../support/app.ts';
import { ownBrowser, press, saved, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openPage, openReview } = ownBrowser();

/** A person who has given a name, at the rows of a bitext. */
async function named(name: string, id: number) {
  const page = await openPage();
  await page.goto(`${server.url}/settings`);
  await page.fill('input[name="name"]', name);
  await page.click('button.primary');
  await page.goto(`${server.url}/bitexts/${id}`);
  await page.waitForSelector('.row.current');
  return page;
}

const others = (page: Page) => page.locator('#others').textContent();
/** The others hear of it as soon as the page has come to rest. */
const SOON = { timeout: 15_000 };
const close = (...pages: Page[]) => Promise.all(pages.map((page) => page.context().close()));

it('who has the same text open is seen, with the row, and nothing of it when one is alone', async () => {
  const id = await importStory(server.app);
  const ann = await named('Ann', id);
  expect(await ann.locator('#others').isVisible()).toBe(false);
  const asked: string[] = [];
  ann.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await press(ann, 'ArrowDown');
  await ann.waitForTimeout(900);
  expect(asked.filter((path) => path.endsWith('/company'))).toEqual([]);

  const bob = await named('Bob', id);
  await expect.poll(() => others(ann), SOON).toContain('Bob (row 1)');
  await expect.poll(() => others(bob), SOON).toContain('Ann (row 2)');
  expect(await ann.locator('.row').first().locator('.here').textContent()).toBe('Bob');
  expect(await violations(ann)).toEqual([]);
  await press(bob, 'End', 'Enter');
  await expect.poll(() => others(ann), SOON).toContain('Bob (row 5)');
  await expect.poll(() => ann.locator('.row').last().locator('.here').textContent(), SOON).toBe('Bob');
  await ann.click('#others button');
  expect(await ann.textContent('.row.current .n')).toBe('5');

  await close(bob);
  await expect.poll(() => ann.locator('#others').isVisible(), SOON).toBe(false);
  expect(await ann.locator('.here').count()).toBe(0);
  expect(ann.complaints).toEqual([]);
  await close(ann);
});

it('comments are answered, settled and opened again, and others see it at once', async () => {
  const id = await importStory(server.app);
  const [ann, bob] = [await named('Ann', id), await named('Bob', id)];
  await ann.keyboard.press('k');
  await ann.keyboard.insertText('Is this the mayor’s title?');
  await ann.keyboard.press('Control+Enter');
  await bob.waitForSelector('.comment');
  await bob.keyboard.press('Tab');
  await bob.click('.comment .reply');
  await bob.keyboard.insertText('Yes, since May.');
  await bob.keyboard.press('Control+Enter');
  await expect.poll(() => ann.locator('.comment .said').allTextContents(), SOON).toHaveLength(2);
  expect(await ann.locator('.comment').count()).toBe(1);
  expect(await ann.locator('.said').last().textContent()).toContain('Bob');
  await ann.click('.comment [name="resolved"]');
  await bob.waitForSelector('.comment.resolved');
  expect(await bob.locator('.comment summary').textContent()).toBe('Resolved by Ann');
  expect(await violations(bob)).toEqual([]);
  await bob.goto(`${server.url}/bitexts/${id}?show=comments`);
  expect(await bob.locator('.row').count()).toBe(0);
  await bob.goto(`${server.url}/bitexts/${id}?show=resolved`);
  await bob.waitForSelector('.row.current');
  await bob.click('.comment summary');
  await bob.click('.comment .reply');
  await bob.keyboard.insertText('Or since June?');
  await bob.keyboard.press('Control+Enter');
  await expect.poll(() => ann.locator('.comment.resolved').count(), SOON).toBe(0);
  expect(await ann.locator('.said').count()).toBe(3);
  expect([...ann.complaints, ...bob.complaints]).toEqual([]);
  await close(ann, bob);
});

it('without script, too, a comment is answered and settled on the page of its row', async () => {
  const id = await importStory(server.app);
  const ann = await openReview(server, id);
  await ann.keyboard.press('k');
  await ann.keyboard.insertText('Which port?');
  await ann.keyboard.press('Control+Enter');
  await ann.waitForSelector('.comment');
  const bob = await openPage({ javaScriptEnabled: false });
  await bob.goto(`${server.url}/bitexts/${id}`);
  await bob.click('.comment .reply');
  await bob.locator('textarea[name="text"]').first().fill('The northern one.');
  await bob.getByRole('button', { name: 'Reply' }).click();
  expect(await bob.locator('.said').count()).toBe(2);
  await bob.click('.comment [name="resolved"]');
  expect(await bob.locator('.comment.resolved').count()).toBe(1);
  await close(ann, bob);
});

it('the history says which row was changed, and how, and leads there', async () => {
  const id = await importStory(server.app);
  const page = await openReview(server, id);
  await press(page, 'ArrowDown', 'e');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('The harbour of Brant will be deepened in May.');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.keyboard.press('End');
  await press(page, 'x');
  await page.goto(`${server.url}/bitexts/${id}/history`);
  expect(await page.locator('.history-label a').allTextContents()).toEqual(['row 5', 'row 2']);
  expect(await page.locator('.history-list ins').allTextContents()).toContain('May');
  await page.locator('.history-label a').last().click();
  await page.waitForSelector('.row.current');
  expect(await page.textContent('.row.current .n')).toBe('2');
  await page.locator('.row.current .number').click();
  await page.getByRole('link', { name: 'History of this row' }).click();
  expect(await page.locator('.history-list li').count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await close(page);
});
