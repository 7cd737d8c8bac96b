import { describe, expect, it } from 'vitest';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { storeBitext } from '../support/app.ts';
import { bitextWith } from '../support/bitexts.ts';
import { ownBrowser, press, violations } from '../support/browser.ts';
import { longBitext } from '../support/long-bitext.ts';
import { ownServer } from '../support/server.ts';

const ROWS = [
  ['The gate is open.', 'Le portail est ouvert.'],
  ['On Monday the orchard had 340 trees.', 'Jeudi, le verger comptait 430 arbres.'],
  ['The mill is old.', 'Le moulin est vieux.'],
  ['The pond holds 340 fish.', 'L’étang abrite 430 poissons.'],
] as const;

const server = ownServer();
const { openReview } = ownBrowser();

describe('findings on the review page', () => {
  it('are gone through, taken and dismissed by the keyboard', async () => {
    const id = await storeBitext(server.app, bitextWith(ROWS), 'The orchard');
    const page = await openReview(server, id);
    const target = async (at: number) => (await readBitext(server.app.store.db, id)).target[at]?.text;
    const current = () => page.getAttribute('.row.current', 'data-bead');
    expect(await page.locator('.check-finding').count()).toBe(3);
    expect(await page.evaluate(() => CSS.highlights.get('finding-error')?.size ?? 0)).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('v');
    expect(await current()).toBe('202');
    const first = await page.textContent('.current-finding .reason');
    expect(await page.textContent('#announce')).toBe(first);
    await page.keyboard.press('v');
    expect(await current()).toBe('202');
    expect(await page.textContent('.current-finding .reason')).not.toBe(first);
    await page.keyboard.press('v');
    expect(await current()).toBe('204');

    await press(page, 'a');
    expect(await target(3)).toBe('L’étang abrite 340 poissons.');
    expect(await page.locator('#b204 .check-finding').count()).toBe(0);
    await press(page, 'Control+z');
    expect(await target(3)).toBe('L’étang abrite 430 poissons.');
    expect(await page.locator('#b204 .check-finding').count()).toBe(1);

    await page.keyboard.press('q');
    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
    await page.keyboard.insertText('counted again');
    await page.selectOption('#b204 select[name="where"]', 'here');
    await page.click('#b204 .dismissal button');
    await page.waitForSelector('#b204 .check-finding', { state: 'detached' });
    // The same was found in the second row, where the day is wrong, too.
    expect(await page.locator('.check-finding').count()).toBe(1);
    expect(await page.textContent('#b202 .n-findings')).toBe('1');
    await page.keyboard.press('Shift+v');
    expect(await current()).toBe('202');
    await page.reload();
    expect(await page.locator('.check-finding').count()).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('come behind the rows where these are many', async () => {
    const many = bitextWith(Array.from({ length: 420 }, (_, i) => (i === 400 ? ROWS[3] : ROWS[0])));
    const id = await storeBitext(server.app, many, 'Many');
    const page = await openReview(server, id);
    await page.waitForSelector('#b601 .check-finding');
    expect(await page.textContent('#b601 .n-findings')).toBe('1');
    expect(await page.locator('[data-unchecked]').count()).toBe(0);
    await page.keyboard.press('v');
    expect(await page.getAttribute('.row.current', 'data-bead')).toBe('601');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('are reached in a long text whose rows are not all there', async () => {
    const long = longBitext(2400);
    const target = long.target.map((segment, i) =>
      i === 2200 ? { ...segment, text: `${segment.text} Le verger compte 430 arbres.` } : segment,
    );
    const source = long.source.map((segment, i) =>
      i === 2200 ? { ...segment, text: `${segment.text} The orchard has 340 trees.` } : segment,
    );
    const id = await storeBitext(server.app, { ...long, source, target }, 'Long');
    const page = await openReview(server, id);
    await page.keyboard.press('Shift+v');
    await page.waitForSelector('.row.current .check-finding');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
