import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { editBitext } from '../../src/app/review/edit-bitext.ts';
import { setState } from '../../src/store/bitexts.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { liveRegions } from '../support/accessible-tree.ts';
import { importStory, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, press } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

// What changes where the focus is not is read out: once, politely; what went wrong at once.

const server = ownServer();
const { openPage, openReview } = ownBrowser();

/** A row is confirmed by somebody else. */
async function confirmElsewhere(id: number, row: number): Promise<void> {
  const { beads } = await readBitext(server.app.store.db, id);
  const operation = { action: 'setStatus', beads: [beads[row]!.id], status: 'confirmed' } as const;
  await editBitext(server.app, id, { clientId: crypto.randomUUID(), author: 'another', operation });
}

describe('what is read out of the review', () => {
  it('is what was done, how far it is, what others do and who they are, each once', async () => {
    const id = await importStory(server.app);
    const page = await openReview(server, id);
    const heard = await listen(page);
    await press(page, 'Enter');
    expect(await heard(2)).toEqual(['polite: 1 of 5 rows confirmed', 'polite: Confirmed a row']);
    await confirmElsewhere(id, 3);
    expect(await heard(2)).toEqual(['polite: 2 of 5 rows confirmed', 'polite: Another user: Confirmed a row']);
    const other = await openReview(server, id);
    expect(await heard(1)).toEqual(['polite: Also here: unknown user']);
    // Where the other one is on the page is seen, not heard.
    await other.keyboard.press('ArrowDown');
    await page.waitForSelector('.here');
    await other.context().close();
    expect(await heard(1)).toEqual(['polite: Nobody else is here.']);
    await page.fill('#threshold', '50');
    expect((await heard(1))[0]).toMatch(/^polite: \d rows? ha(?:s|ve) this confidence\.$/u);
    await page.context().close();
  });

  it('are problems as alerts, and a message in their sight is not covered', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    // The page does not hear what others do.
    await page.route('**/events?*', (route) => route.abort());
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'ArrowDown', 'x');
    const heard = await listen(page);
    await confirmElsewhere(id, 2);
    await press(page, 'ArrowDown', 'x');
    expect(await heard(1)).toEqual([expect.stringMatching(/^assertive: This row has changed/u)]);
    const [alert, line] = await Promise.all(['.toast', '.status-line'].map((part) => page.locator(part).boundingBox()));
    expect(alert!.y + alert!.height).toBeLessThanOrEqual(line!.y);
    await page.context().close();
  });
});

describe('to screen readers', () => {
  it('each live region is a status or an alert, and stands in no other', async () => {
    const id = await importStory(server.app);
    const aligning = await storeBitext(server.app, bitextOf('1-1'));
    await setState(server.app.store.db, aligning, { state: 'aligning', progress: 0.4 });
    const page = await openPage();
    for (const [path, least] of [
      ['/', 3],
      [`/bitexts/${id}`, 3],
      [`/bitexts/${id}/candidates`, 2],
      [`/bitexts/${aligning}`, 1],
      [`/export?bitext=${id}`, 1],
    ] as const) {
      await page.goto(server.url + path);
      const regions = await liveRegions(page);
      expect(regions.length, path).toBeGreaterThanOrEqual(least);
      const wrong = regions.filter(({ role, live, within }) => within || `${role} ${live}` !== 'status polite');
      expect(wrong, path).toEqual([]);
    }
    await page.context().close();
  });
});

/** Keeps what live regions say from now on; the function waits until so much was heard, and a moment for what is too much. */
async function listen(page: Page): Promise<(count: number) => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const regions = '[role="status"], [role="alert"], [aria-live]';
    new MutationObserver((changes) => {
      const changed = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        const region = at?.closest(regions);
        if (region) changed.add(region);
        for (const node of addedNodes) if (node instanceof Element && node.matches('[role="alert"]')) changed.add(node);
      }
      for (const region of changed) {
        const words = region.textContent?.replaceAll(/\s+/gu, ' ').trim();
        if (words) said.push(`${region.matches('[role="alert"]') ? 'assertive' : 'polite'}: ${words}`);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const all = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  let before = 0;
  return async (count) => {
    await expect.poll(async () => (await all()).length).toBeGreaterThanOrEqual(before + count);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const news = (await all()).slice(before);
    before += news.length;
    return news.sort();
  };
}
