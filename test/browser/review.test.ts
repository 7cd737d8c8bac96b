import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../src/app/glossary/add-concepts.ts';
import { removeConcepts } from '../../src/app/glossary/concept-edits.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory, STORY } from '../support/app.ts';
import { ownBrowser, press, violations } from '../support/browser.ts';
import { shapes } from '../support/notation.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openPage } = ownBrowser();

const stored = async (id: number) => {
  const { beads } = await readBitext(server.app.store.db, id);
  return {
    shapes: shapes(beads),
    statuses: beads.map((bead) => bead.status),
    notes: beads.map((bead) => bead.note).filter(Boolean),
  };
};

describe('a whole review with the keyboard', () => {
  it('goes from two pasted texts to confirmed rows, undo and a TMX', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.focus('#sourceText');
    await page.keyboard.insertText(STORY.en);
    await page.focus('#targetText');
    await page.keyboard.insertText(STORY.fr);
    for (let field = 0; field < 4; field++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Align');
    await page.keyboard.press('Enter');
    await page.waitForURL(/bitexts\/\d+/);
    await page.waitForSelector('.row.current');
    const id = Number(page.url().match(/bitexts\/(\d+)/)?.[1]);
    expect((await stored(id)).shapes).toBe('1-1 1-1 2-1 1-1 1-1');

    await press(page, 'Enter', 'Enter');
    expect((await stored(id)).statuses.slice(0, 3)).toEqual(['confirmed', 'confirmed', 'proposed']);

    await press(page, 'ArrowDown', 's');
    expect((await stored(id)).shapes).toBe('1-1 1-1 1-1 1-0 1-1 1-1');
    await press(page, 'Control+z');
    expect((await stored(id)).shapes).toBe('1-1 1-1 2-1 1-1 1-1');
    await press(page, 'Control+y', 'Control+z');

    await press(page, 'm');
    expect((await stored(id)).shapes).toBe('1-1 1-1 3-2 1-1');
    expect(await page.locator('.row .n').allTextContents()).toEqual(['1', '2', '3', '4']);
    await page.reload();
    await page.waitForSelector('.row.current');
    await press(page, 'Control+z');
    expect((await stored(id)).shapes).toBe('1-1 1-1 2-1 1-1 1-1');
    await page.keyboard.press('Escape');

    await press(page, 'f');
    await page.keyboard.insertText('why so');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.row.flagged .note');
    expect((await stored(id)).notes).toEqual(['why so']);

    await press(page, 'Enter', 'x');
    expect((await stored(id)).statuses).toContain('excluded');
    await press(page, 'u');

    await press(page, 'ArrowRight', 'e');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('Un texte. Un autre texte.');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.row.current')?.textContent?.includes('Un autre texte.'));
    await page.keyboard.press('e');
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 'Un texte.'.length; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await page.waitForFunction(() => document.querySelectorAll('.row.current .target .segment').length === 2);
    await press(page, 'j');
    await page.waitForFunction(() => document.querySelectorAll('.row.current .target .segment').length === 1);
    await press(page, 'Alt+ArrowDown', 'Alt+ArrowUp');

    await press(page, '?');
    expect(await page.locator('#keys-dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(page.complaints).toEqual([]);

    await page.locator('a', { hasText: 'Export' }).last().click();
    const download = page.waitForEvent('download');
    await page.locator('button', { hasText: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('Harbour-to-be-deepened.tmx');
    await page.context().close();
  });

  it('keeps changes while the server is away and sends them once it is back', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.toast.waiting');
    expect((await stored(id)).statuses).not.toContain('confirmed');
    await page.context().setOffline(false);
    await page.waitForFunction(() => !document.body.classList.contains('saving'));
    expect((await stored(id)).statuses.slice(0, 3)).toEqual(['confirmed', 'confirmed', 'proposed']);
    await page.context().close();
  });

  it('shows a conflict and the rows as they stand', async () => {
    const id = await importStory(server.app);
    const [first, second] = [await openPage(), await openPage()];
    // The second page does not hear of the first one’s edit before it makes its own.
    await second.route('**/events?*', (route) => route.abort());
    for (const page of [first, second]) {
      await page.goto(`${server.url}/bitexts/${id}`);
      await page.waitForSelector('.row.current');
    }
    await press(first, 'm');
    await second.keyboard.press('Enter');
    await second.waitForSelector('.toast[role="alert"]');
    expect(await second.locator('.toast').textContent()).toContain('This row has changed');
    await second.locator('.toast button').click();
    await second.waitForFunction(() => document.querySelectorAll('.row').length === 4);
    expect((await stored(id)).shapes).toBe('2-2 2-1 1-1 1-1');
    await first.context().close();
    await second.context().close();
  });
});

describe('why a row', () => {
  it('shows what speaks for it and takes the runner-up with one key', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'ArrowDown', 'ArrowDown', 'w');
    const panel = page.locator('.row.current .why');
    await panel.waitFor();
    expect(await panel.textContent()).toContain('12 million – 12 millions');
    expect(await panel.textContent()).toContain('Alternative');
    expect(await page.evaluate(() => CSS.highlights.get('linked')?.size)).toBeGreaterThan(2);
    await panel.locator('.linked-words').first().focus();
    expect(await page.evaluate(() => CSS.highlights.get('linked')?.size)).toBe(2);
    expect(await violations(page)).toEqual([]);
    await press(page, 'Escape');
    expect(await panel.count()).toBe(0);
    await page.locator('.row').nth(2).locator('.source > .segment').nth(1).click();
    await press(page, 's');
    expect((await stored(id)).shapes).not.toBe('1-1 1-1 2-1 1-1 1-1');
    await press(page, 't');
    await expect.poll(async () => (await stored(id)).shapes).toBe('1-1 1-1 2-1 1-1 1-1');
    // What comes of it in several rows is confirmed with one key.
    await page.locator('.row').nth(3).locator('.source > .segment').click();
    await press(page, 'm', 't');
    await expect.poll(() => page.locator('.row.selected').count()).toBe(2);
    expect(await page.textContent('.status-line')).toContain('Enter confirms its 2 rows.');
    await press(page, 'Enter');
    expect(await page.locator('.row.confirmed').count()).toBe(2);
    expect(await page.locator('.row.selected').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('with the mouse', () => {
  it('confirms, changes a kind in the preview, drops a file, archives and takes back', async () => {
    const page = await openPage();
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    writeFileSync(join(folder, 'story.en.txt'), STORY.en);
    await page.goto(`${server.url}/bitexts/new`);
    await page.setInputFiles('input[name="sourceFile"]', join(folder, 'story.en.txt'));
    await page.fill('#targetText', STORY.fr);
    await page.click('button.primary.large');
    await page.waitForSelector('.block');
    // A click before the page's module has run would go nowhere.
    await page.waitForLoadState('load');
    await page.locator('.block-text').first().click();
    expect(await page.locator('.block').first().getAttribute('class')).toBe('block boilerplate');
    await page.click('button.primary.large');
    await page.waitForSelector('.row.current');
    const id = Number(page.url().match(/bitexts\/(\d+)/)?.[1]);
    await page.locator('.row').nth(1).locator('.tick').click();
    await page.waitForSelector('.row.confirmed');
    expect((await stored(id)).statuses[1]).toBe('confirmed');
    await page.goto(server.url);
    await page.locator('li', { hasText: 'Harbour' }).first().locator('button', { hasText: 'Archive' }).click();
    expect(await page.locator('.toast').textContent()).toContain('is in the archive');
    await page.locator('.toast button').click();
    expect(await page.locator('.library li').count()).toBeGreaterThan(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('shows the rows and changes them by forms', async () => {
    const id = await importStory(server.app);
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${server.url}/bitexts/${id}`);
    expect(await page.locator('.row').count()).toBe(5);
    await page.locator('.row').first().locator('.tick').click();
    expect((await stored(id)).statuses[0]).toBe('confirmed');
    await page.locator('.row').nth(2).locator('.number').click();
    await page.locator('button', { hasText: 'Split the row before it' }).click();
    expect((await stored(id)).shapes).toBe('1-1 1-1 1-1 1-0 1-1 1-1');
    await page.locator('#undo').click();
    expect((await stored(id)).shapes).toBe('1-1 1-1 2-1 1-1 1-1');
    await page.context().close();
  });
});

describe('a term that is not to be used', () => {
  it('is named in its row and put right with one key, and back', async () => {
    const term = (language: string, text: string, status: 'preferred' | 'deprecated') =>
      ({ language, text, status, partOfSpeech: '', gender: '', note: '' }) as const;
    const [concept = 0] = await addConcepts(
      server.app,
      [
        {
          kind: 'role',
          definition: '',
          note: '',
          terms: [
            term('en', 'mayor', 'preferred'),
            term('fr', 'maire', 'deprecated'),
            term('fr', 'bourgmestre', 'preferred'),
          ],
        },
      ],
      { author: 'a' },
    );
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}?show=terms`);
    await page.waitForSelector('.row.current');
    expect(await page.locator('.term-finding .reason').allTextContents()).toEqual([
      expect.stringContaining('“maire” is out of use; the glossary has “bourgmestre”.'),
    ]);
    expect(await violations(page)).toEqual([]);
    await press(page, 'g');
    expect(await page.textContent('.row.current .target')).toContain('la bourgmestre Ida Holm');
    expect(await page.locator('.term-finding').count()).toBe(0);
    await press(page, 'Control+z');
    expect(await page.textContent('.row.current .target')).toContain('la maire Ida Holm');
    await page.click('.term-finding button');
    await page.waitForFunction(() => !document.querySelector('.term-finding'));
    await page.context().close();
    await removeConcepts(server.app, [concept], { author: 'a' });
  });
});
