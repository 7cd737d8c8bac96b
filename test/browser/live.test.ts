import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultIn, rowsOf } from '../../src/core/bitext/bitext.ts';
import { rowKey } from '../../src/core/bitext/row-key.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, saved } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openReview } = ownBrowser();

const opened = (id: number) => openReview(server, id);
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.row')].map((row) => `${row.dataset['bead']} ${row.dataset['key']}`),
  );

describe('two at one bitext', () => {
  it('see each other’s edits where they are, and undo their own alone', async () => {
    const id = await importStory(server.app);
    const [ann, bob] = [await opened(id), await opened(id)];
    for (let step = 0; step < 4; step++) await bob.keyboard.press('ArrowDown');
    const at = () => bob.evaluate(() => document.activeElement?.textContent);
    const before = await at();
    await ann.keyboard.press('m');
    await expect.poll(() => bob.locator('.row').count()).toBe(4);
    expect(await at()).toBe(before);
    expect(await bob.textContent('#announce')).toContain('Another user: Merged two rows');
    await bob.keyboard.press('Enter');
    await expect.poll(() => ann.locator('.row.confirmed').count()).toBe(1);
    expect(await ann.textContent('#counts')).toBe('1 of 4 rows confirmed');
    await ann.keyboard.press('Control+z');
    await expect.poll(() => bob.locator('.row').count()).toBe(5);
    expect(await bob.locator('.row.confirmed').count()).toBe(1);
    await Promise.all([ann, bob].map((page) => page.context().close()));
  });

  it('end with the same rows after a hundred and fifty keys each', { timeout: 120_000 }, async () => {
    const id = await storeBitext(
      server.app,
      bitextOf(Array.from({ length: 30 }, (_, i) => ['1-1', '2-1', '1-2', '1-0'][i % 4]).join(' ')),
    );
    const pages = [await opened(id), await opened(id)];
    const keys = [
      'm',
      's',
      'Enter',
      'u',
      'Alt+ArrowDown',
      'Alt+ArrowUp',
      'o',
      'Control+z',
      'ArrowDown',
      'ArrowDown',
      'ArrowUp',
      'ArrowRight',
      'x',
    ];
    await Promise.all(
      pages.map(async (page, who) => {
        let state = 7 + who;
        for (let press = 0; press < 150; press++) {
          state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
          await page.keyboard.press(keys[state % keys.length]!);
          if (press % 6 === 0) await saved(page);
        }
        await saved(page);
      }),
    );
    const bitext = await readBitext(server.app.store.db, id);
    expect(faultIn(bitext)).toBeNull();
    const stored = rowsOf(bitext).map((row) => `${row.bead.id} ${rowKey(row)}`);
    for (const page of pages) await expect.poll(() => shown(page)).toEqual(stored);
    await Promise.all(pages.map((page) => page.context().close()));
  });

  it('a row that is being edited stays, and saving it says that it has changed', async () => {
    const id = await importStory(server.app);
    const [ann, bob] = [await opened(id), await opened(id)];
    await bob.keyboard.press('e');
    await bob.waitForSelector('textarea.segment-field');
    await bob.keyboard.type('Mine: ');
    await ann.keyboard.press('Enter');
    await ann.waitForSelector('.row.confirmed');
    expect(await bob.inputValue('textarea.segment-field')).toContain('Mine: ');
    await bob.keyboard.press('Enter');
    await bob.waitForSelector('.toast[role="alert"]');
    expect(await bob.textContent('.toast')).toContain('This row has changed');
    await Promise.all([ann, bob].map((page) => page.context().close()));
  });
});

describe('a text that is typed in place', () => {
  const typeInto = async (page: Page, words: string) => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.keyboard.type(words);
  };

  it('outlives a reload, is offered beside its row, and is gone once it is saved', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    await typeInto(page, ' Typed and not saved.');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.waitForSelector('.row .draft');
    expect(await page.textContent('.draft p')).toContain('Typed and not saved.');
    await page.click('.draft button:first-of-type');
    await page.keyboard.press('Enter');
    await saved(page);
    await expect.poll(() => page.locator('.draft').count()).toBe(0);
    expect((await readBitext(server.app.store.db, id)).source.map(({ text }) => text).join()).toContain(
      'Typed and not saved.',
    );
    await page.context().close();
  });

  it('is offered with what stands there now where somebody else was quicker', async () => {
    const id = await importStory(server.app);
    const [ann, bob] = [await opened(id), await opened(id)];
    await typeInto(ann, ' By Ann.');
    await typeInto(bob, ' By Bob.');
    await bob.keyboard.press('Enter');
    await saved(bob);
    await ann.keyboard.press('Enter');
    await ann.waitForSelector('.row .draft');
    await expect.poll(() => ann.textContent('.row:has(.draft) .source')).toContain('By Bob.');
    expect(await ann.textContent('.draft p')).toContain('By Ann.');
    await ann.click('.draft button:last-of-type');
    expect(await ann.locator('.draft').count()).toBe(0);
    await Promise.all([ann, bob].map((page) => page.context().close()));
  });
});
