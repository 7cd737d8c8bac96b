import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { editBitext } from '../../src/app/review/edit-bitext.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, press, violations } from '../support/browser.ts';
import { shapes } from '../support/notation.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

const { openPage, openReview } = ownBrowser();

const rows = async (id: number) => (await readBitext(server.app.store.db, id)).beads;

const said = (page: Page) => page.textContent('#announce');

const opened = (id: number, locale = 'en-GB') => openReview(server, id, { locale });

describe('several rows at once', () => {
  it('are chosen with Shift and the arrows, and confirmed or merged together', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(await page.locator('.row.selected').count()).toBe(3);
    expect(await said(page)).toBe('3 rows chosen');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Shift+ArrowUp', 'Enter');
    expect((await rows(id)).map(({ status }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'proposed',
      'proposed',
      'proposed',
    ]);
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'm');
    expect(shapes(await rows(id))).toBe('1-1 1-1 4-3');
    await press(page, 'Control+z', 'Control+z');
    expect(shapes(await rows(id))).toBe('1-1 1-1 2-1 1-1 1-1');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('that are doubtful and stand together are selected as one run', async () => {
    const bitext = bitextOf('1-1 1-1 1-1 1-1');
    const sure = [0.9, 0.4, 0.5, 0.9];
    const id = await storeBitext(server.app, {
      ...bitext,
      beads: bitext.beads.map((bead, i) => ({ ...bead, confidence: sure[i]! })),
    });
    const page = await opened(id);
    await press(page, 'n', 'Shift+N');
    expect(await page.locator('.row.selected').count()).toBe(2);
    await press(page, 'Enter');
    expect((await rows(id)).map(({ status }) => status)).toEqual(['proposed', 'confirmed', 'confirmed', 'proposed']);
    await page.context().close();
  });
});

describe('aligning again', () => {
  it('shows old and new side by side until one is taken', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    await press(page, 'ArrowDown', 'Shift+ArrowDown', 'm');
    expect(shapes(await rows(id))).toBe('1-1 3-2 1-1 1-1');
    await page.keyboard.press('r');
    await page.waitForSelector('.proposal');
    expect(await page.locator('.proposal li').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.proposal').count()).toBe(0);
    expect(shapes(await rows(id))).toBe('1-1 3-2 1-1 1-1');
    await page.keyboard.press('r');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Accept');
    await page.keyboard.press('Enter');
    await expect.poll(async () => shapes(await rows(id))).toBe('1-1 1-1 2-1 1-1 1-1');
    await expect.poll(() => page.locator('.row').count()).toBe(5);
    await press(page, 'm', 'b');
    expect(shapes(await rows(id))).toBe('1-1 1-1 2-1 1-1 1-1');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the mouse', () => {
  it('drags a segment to another row, and goes where the map is clicked', async () => {
    const id = await storeBitext(server.app, bitextOf(Array.from({ length: 80 }, () => '1-1').join(' ')));
    const page = await opened(id);
    await page.hover('.row:nth-child(1) .target .segment');
    await page.dragAndDrop('.handle', '.row:nth-child(3) .target');
    await expect.poll(async () => shapes((await rows(id)).slice(0, 3))).toBe('1-0 1-1 1-2');
    const map = page.locator('.map');
    await map.waitFor({ state: 'visible' });
    expect(await map.getAttribute('aria-label')).toContain('80 rows');
    const box = (await map.boundingBox())!;
    await map.click({ position: { x: 5, y: box.height * 0.75 } });
    const number = Number(await page.textContent('.row.current .n'));
    expect(number).toBeGreaterThan(55);
    expect(number).toBeLessThan(65);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a new version of a text', () => {
  it('shows in the row what has become of its words', async () => {
    const id = await importStory(server.app);
    const { beads } = await readBitext(server.app.store.db, id);
    await editBitext(server.app, id, {
      clientId: randomUUID(),
      author: 'a',
      operation: { action: 'setStatus', beads: beads.map((bead) => bead.id), status: 'confirmed' },
    });
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}/update`);
    const { source } = await readBitext(server.app.store.db, id);
    await page.fill('#sourceText', source.map(({ text }) => text.replace('12 million', '15 million')).join('\n\n'));
    await page.click('button.primary.large');
    await page.waitForSelector('.row.flagged .former');
    expect(await page.textContent('.former del')).toBe('12');
    expect(await page.textContent('.former ins')).toBe('15');
    expect(await violations(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
