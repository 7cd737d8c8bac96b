import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStory, STORY } from '../support/app.ts';
import { ownBrowser, violations, type WatchedPage } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';
import { newsPage, startSite } from '../support/web-site.ts';
import { changedIn, wordFile } from '../support/word-file.ts';

const server = ownServer({ fetching: { mayReach: (address) => address === '127.0.0.1' } });
const { openPage } = ownBrowser();
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  const head = '<link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" hreflang="en" href="/en">';
  const page = (language: 'en' | 'fr') => {
    const [title = '', ...paragraphs] = STORY[language].split('\n\n');
    return { body: newsPage(`${title} (web)`, paragraphs, { head, language }) };
  };
  site = await startSite({ '/en': page('en'), '/fr': page('fr') });
});
afterAll(() => site.stop());

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Drops files onto the page, as from the desktop. */
async function dropFiles(page: WatchedPage, files: readonly ReturnType<typeof file>[]): Promise<void> {
  const data = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, text } of given) transfer.items.add(new File([text], name, { type: 'text/plain' }));
      return transfer;
    },
    files.map(({ name, buffer }) => ({ name, text: buffer.toString() })),
  );
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: data });
}

describe('from two files to a translation memory', () => {
  it('are at most six acts', async () => {
    const page = await openPage({ acceptDownloads: true });
    await page.goto(server.url);
    let acts = 0;
    const act = async (work: Promise<unknown>) => {
      acts += 1;
      await work;
    };
    await act(dropFiles(page, [file('a.en.txt', STORY.en), file('a.fr.txt', STORY.fr)]));
    await page.waitForSelector('.fits');
    expect(await violations(page)).toEqual([]);
    // The cursor stands on the button already.
    await act(page.keyboard.press('Enter'));
    await page.waitForSelector('.row.current');
    const download = page.waitForEvent('download');
    await act(page.getByRole('link', { name: 'Download TMX' }).first().click());
    const tmx = readFileSync((await (await download).path()) ?? '', 'utf8');
    expect(tmx).toContain('Le port sera approfondi');
    expect(acts).toBeLessThanOrEqual(6);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('are the same by addresses, of which one names the other', async () => {
    const page = await openPage();
    await page.goto(server.url);
    await page.getByLabel('Text, or the address of a page').first().fill(`${site.url}/en`);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'French' }).click();
    await page.waitForSelector('.fits');
    expect(await page.inputValue('#targetText')).toBe(`${site.url}/fr`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Align' }).press('Enter');
    await page.waitForSelector('.row.current');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the first page', () => {
  it('takes texts in any order, says what they are, and turns them round', async () => {
    const page = await openPage();
    await page.goto(server.url);
    await dropFiles(page, [file('un.txt', STORY.fr)]);
    await dropFiles(page, [file('one.txt', STORY.en)]);
    await page.waitForSelector('.pane[data-side="target"] .about');
    expect(await page.textContent('.pane[data-side="source"] .about')).toContain('French');
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.waitForFunction(() =>
      document.querySelector('.pane[data-side="source"] .about')?.textContent?.includes('English'),
    );
    await page.fill('#targetText', STORY.en);
    await page.waitForSelector('[data-about="pair"] .problem-box');
    expect(await page.inputValue('[name="targetFile"]')).toBe('');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('leads to the review without a script', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(server.url);
    await page.fill('#sourceText', `${STORY.en} It is final.`);
    await page.fill('#targetText', `${STORY.fr} C’est définitif.`);
    await page.getByRole('button', { name: 'Look at the texts first' }).click();
    await page.waitForSelector('.line-row');
    await page.getByRole('button', { name: 'Align' }).click();
    await page.waitForURL(/\/bitexts\/\d+/u);
    await page.context().close();
  });
});

describe('the preview', () => {
  it('leaves a line out by a click, or by the keyboard', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/new`);
    await page.fill('#sourceText', STORY.en);
    await page.fill('#targetText', STORY.fr);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.waitForSelector('.line-row');
    const lines = page.locator('.block.body');
    const first = page.getByLabel('Leave out line 2').first();
    await lines.first().locator('.block-text').click();
    expect(await first.isChecked()).toBe(true);
    await first.press('Space');
    expect(await first.isChecked()).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose the kind of every line' }).click();
    await page.waitForSelector('[name="sourceKind1"]');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a table corrected in Word', () => {
  it('goes out and comes back by the keyboard alone', async () => {
    const id = await importStory(server.app);
    const back = changedIn(await wordFile(server.app, id), (xml) =>
      xml.replace('sera approfondi', 'sera plus profond'),
    );
    const page = await openPage({ locale: 'fr-FR' });
    await page.goto(`${server.url}/bitexts/${id}/update#corrected`);
    await page.setInputFiles('#corrected input[type="file"]', {
      name: 'retour.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(back),
    });
    await page.focus('#corrected input[type="file"]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.corrections li');
    expect(await page.textContent('.corrections')).toContain('plus profond');
    expect(await violations(page)).toEqual([]);
    // The button that makes them has the focus.
    await page.keyboard.press('Enter');
    await page.waitForSelector('.row.current');
    expect(await page.textContent('.row.current')).toContain('Le port sera plus profond');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
