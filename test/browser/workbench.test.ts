import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../src/app/glossary/add-concepts.ts';
import { removeConcepts } from '../../src/app/glossary/concept-edits.ts';
import { addComment, giveName } from '../../src/app/review/comments.ts';
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
    await page.waitForFunction(() => document.activeElement?.textContent === 'Take the proposal');
    await page.keyboard.press('Enter');
    await expect.poll(async () => shapes(await rows(id))).toBe('1-1 1-1 2-1 1-1 1-1');
    await expect.poll(() => page.locator('.row').count()).toBe(5);
    await press(page, 'm', 'b');
    expect(shapes(await rows(id))).toBe('1-1 1-1 2-1 1-1 1-1');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('comments', () => {
  it('are written, shown with the name, and deleted on the row’s page', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/settings`);
    await page.fill('input[name="name"]', 'Ann <script>');
    await page.click('button.primary');
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await page.keyboard.press('k');
    await page.keyboard.insertText('<img src=x onerror=alert(1)> sure?');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.row .comment');
    expect(await page.textContent('.comment-text')).toBe('<img src=x onerror=alert(1)> sure?');
    expect(await page.textContent('.comment .by')).toContain('Ann <script>');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/bitexts/${id}?show=comments`);
    expect(await page.locator('.row').count()).toBe(1);
    await page.click('.number');
    await page.click('.comment button');
    await page.waitForURL(/bitexts\/\d+#b/);
    expect(await page.locator('.comment').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('search and replace', () => {
  it('go by the keyboard: find, preview, replace, undo', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    await page.keyboard.press('/');
    await page.keyboard.insertText('port');
    await page.keyboard.press('Enter');
    await page.waitForURL(/find=port/);
    expect(await page.locator('.row').count()).toBe(2);
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    await page.click('button[formaction$="/replace"]');
    await page.fill('input[name="with"]', 'havre');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.replacements li');
    expect(await page.locator('.replacements li ins').first().textContent()).toBe('havre');
    expect(await violations(page)).toEqual([]);
    await page.locator('.replacements input[type="checkbox"]').first().uncheck();
    await page.click('button.primary:has-text("Replace")');
    await page.waitForSelector('.row.current');
    const { target } = await readBitext(server.app.store.db, id);
    expect(target.map(({ text }) => text.includes('havre'))).toEqual([false, true, false, false, false]);
    await press(page, 'Control+z');
    expect((await readBitext(server.app.store.db, id)).target[1]?.text).toContain('Le port de Brant');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('reading', () => {
  it.each(['rows', 'paragraphs', 'source', 'target'])('shows the text by %s', async (as) => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}/read?as=${as}`);
    expect(await page.textContent('.passages')).toContain(as === 'target' ? 'sera approfondi' : 'will be deepened');
    expect(await violations(page)).toEqual([]);
    if (as === 'target') {
      await page.locator('.sentence').first().focus();
      expect(await page.locator('.counterpart:visible').textContent()).toBe('Harbour to be deepened');
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.no-print:visible, .site:visible').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('keys', () => {
  it('can be changed, an action that had the key loses it, and the page goes by them', async () => {
    const id = await importStory(server.app);
    const page = await openPage();
    await page.goto(`${server.url}/settings`);
    await page.click('button[data-action="merge"]');
    await page.keyboard.press('x');
    await page.waitForFunction(() => document.querySelector('tr:has([data-action="merge"]) kbd')?.textContent === 'X');
    expect(await page.textContent('tr:has([data-action="exclude"]) th')).toBe('no key');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'm');
    expect(await rows(id)).toHaveLength(5);
    await press(page, 'x');
    expect(await rows(id)).toHaveLength(4);
    await page.goto(`${server.url}/settings`);
    await page.click('text=Take the program’s keys again');
    expect(await page.textContent('tr:has([data-action="merge"]) th')).toBe('M or Ctrl + M');
    await page.context().close();
  });
});

describe('a screen reader', () => {
  it('hears what a row is, where the cursor stands, and what has become of it', async () => {
    const id = await importStory(server.app);
    const page = await opened(id);
    const tree = await page.locator('main').ariaSnapshot();
    expect(tree).toMatch(/list:[\s\S]*listitem "1-1, proposed, \d+ % sure"/u);
    expect(tree).toContain('progressbar "Reviewed"');
    expect(tree).toContain('toolbar "Change the current row"');
    await press(page, 'Enter');
    expect(await said(page)).toBe('Confirmed a row');
    expect(await page.locator('.row').first().getAttribute('aria-label')).toContain('1-1, confirmed');
    await press(page, 'ArrowUp', 'u');
    expect(await said(page)).toBe('Reopened a row');
    await page.context().close();
  });
});

describe('hostile text', () => {
  const EVIL = '"><img src=x onerror="document.title=1"><script>document.title=2</script>\'{{7*7}}<%= 1 %>';

  it('runs nowhere: titles, segments, notes, terms, comments, file names, searches', async () => {
    const bitext = bitextOf('1-1 1-1');
    const spiked = (side: typeof bitext.source) =>
      side.map((segment) => ({ ...segment, text: `${EVIL} ${segment.id}` }));
    const id = await storeBitext(
      server.app,
      {
        ...bitext,
        source: spiked(bitext.source),
        target: spiked(bitext.target),
        beads: bitext.beads.map((bead) => ({ ...bead, note: EVIL, status: 'flagged' as const })),
      },
      EVIL,
    );
    const [concept = 0] = await addConcepts(
      server.app,
      [
        {
          kind: 'term',
          definition: EVIL,
          note: EVIL,
          terms: ['en', 'fr'].map((language) => ({
            language,
            text: `script ${EVIL}`,
            status: 'forbidden' as const,
            partOfSpeech: EVIL,
            gender: '' as const,
            note: EVIL,
          })),
        },
      ],
      { author: 'a' },
    );
    await addComment(server.app, id, { side: 'source', segment: 1, author: EVIL, text: EVIL });
    await giveName(server.app, EVIL, EVIL);
    const page = await openPage();
    const find = encodeURIComponent(EVIL);
    for (const path of [
      '/',
      `/?q=${find}`,
      `/bitexts/${id}`,
      `/bitexts/${id}?find=${find}`,
      `/bitexts/${id}/rows/201`,
      `/bitexts/${id}/history`,
      `/bitexts/${id}/read`,
      `/bitexts/${id}/read?as=source`,
      `/bitexts/${id}/update`,
      `/bitexts/${id}/replace?find=onerror&with=${find}`,
      `/export?bitext=${id}`,
      '/glossary',
      `/glossary/${concept}`,
      `/glossary/${concept}/edit`,
      `/glossary/${concept}/uses`,
      '/glossary/history',
      '/glossary/duplicates',
      `/bitexts/${id}/check`,
      `/bitexts/${id}/candidates`,
      '/check',
      `/search?q=${find}`,
      `/rules?text=${find}`,
    ]) {
      await page.goto(server.url + path);
      await page.waitForLoadState('networkidle');
      expect(await page.title(), path).toContain('Vis-à-vis');
      expect(await page.locator('img[src="x"], main script').count(), path).toBe(0);
    }
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'w', 'm', 'e');
    await page.keyboard.press('Enter');
    await page.goto(`${server.url}/bitexts/new`);
    await page.setInputFiles('[name="sourceFile"]', {
      name: `${EVIL}.doc`,
      mimeType: 'text/plain',
      buffer: Buffer.from([0xd0, 0xcf, 0x11]),
    });
    await page.fill('#targetText', 'x');
    await page.click('button.primary.large');
    await page.waitForSelector('.problem-box');
    expect(await page.locator('img[src="x"], main script').count()).toBe(0);
    const own = page.complaints.filter((text) => !text.startsWith('Failed to load resource'));
    expect(own).toEqual([]);
    await removeConcepts(server.app, [concept], { author: 'a' });
    await page.context().close();
  });
});

describe('in French', () => {
  it('speaks the browser’s language, or the one that was set', async () => {
    const id = await importStory(server.app);
    const page = await opened(id, 'fr-FR');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.textContent('.action-bar')).toContain('Fusionner');
    await press(page, 'Shift+ArrowDown', 'm');
    expect(await said(page)).toBe('2 lignes fusionnées');
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'm');
    expect(await page.textContent('.toast')).toContain('Il n’y a pas de ligne en dessous');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/settings`);
    await page.selectOption('select[name="language"]', 'en');
    await page.click('button.primary');
    expect(await page.textContent('h1')).toBe('Settings');
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
