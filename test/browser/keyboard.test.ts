import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { STORY } from '../support/app.ts';
import { ownBrowser, press, saved } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

// A day's work with keys alone: nothing is clicked, no field is reached but by Tab, the focus can be seen wherever it goes, and it is never lost.

const server = ownServer();
const { openPage } = ownBrowser();

it('aligns, reviews, mends, exports, keeps the glossary and decides on candidates', { timeout: 180_000 }, async () => {
  const page = await openPage({ reducedMotion: 'reduce', acceptDownloads: true });
  page.setDefaultTimeout(60_000);
  await page.goto(server.url);
  for (const text of [STORY.en, STORY.fr]) {
    await tabTo(page, 'Text, or the address of a page');
    await page.keyboard.insertText(text);
  }
  await page.waitForSelector('.fits');
  await follow(page, 'Look at the texts first', '.line-row');
  await follow(page, 'Align', '.row.current');

  // Confirm; edit; cut a segment and join it; merge and split rows; move; flag; comment; undo.
  await review(page, 'Enter');
  expect(await page.textContent('.row.current .n')).toBe('2');
  await page.keyboard.press('e');
  await page.keyboard.insertText(' By 2028.');
  await review(page, 'Enter');
  expect(await page.textContent('.row.current')).toContain('By 2028.');
  await page.keyboard.press('e');
  for (let back = 0; back < 'By 2028.'.length; back++) await page.keyboard.press('ArrowLeft');
  await review(page, 'Shift+Enter');
  expect(await page.locator('.row.current .source .segment').count()).toBe(2);
  await page.keyboard.press('ArrowUp');
  await review(page, 'j');
  expect(await page.locator('.row.current .source .segment').count()).toBe(1);
  await review(page, 'm');
  expect(await page.locator('.row').count()).toBe(4);
  await page.keyboard.press('ArrowDown');
  await review(page, 's', 'Alt+ArrowUp', 'Control+z');
  expect(await page.locator('.row').count()).toBe(5);
  for (const [key, words] of [
    ['f', 'Ask the mayor’s office.'],
    ['k', 'Which harbour?'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForSelector('dialog[open]');
    await page.keyboard.insertText(words);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.textContent('.row.current')).toContain(words);
    await saved(page);
    await seesFocus(page, key);
  }
  await review(page, 'Control+z', 'Control+y');
  // A passage: the rows below the one that is flagged.
  const below = Number(await page.textContent('.row.current .n')) + 1;
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.textContent('.row.current .n')).toBe(String(below));
  await review(page, 'Shift+Enter');
  await expect.poll(() => spoken(page)).toContain('4 of 5 rows confirmed');
  expect(await page.textContent('.rows')).toContain('By 2028.');
  // By buttons, too: that of the last one is hidden or disabled once it has been pressed.
  await follow(page, 'Undo', '.row.current');
  await seesFocus(page, 'Undo');

  const download = page.waitForEvent('download');
  await follow(page, 'Download TMX');
  const tmx = readFileSync((await (await download).path()) ?? '', 'utf8');
  expect(tmx).toContain('a dit la maire Ida Holm');
  await seesFocus(page, 'Download TMX');

  await follow(page, 'Term candidates', '.candidate:focus');
  await seesFocus(page, 'the first candidate');
  await page.keyboard.press('a');
  await expect.poll(() => spoken(page)).toContain('Accepted.');
  await seesFocus(page, 'accepting');

  await follow(page, 'Glossary', 'h1:has-text("Glossary")');
  await follow(page, 'New concept', '.concept-form');
  for (const [language, term] of [
    ['en', 'harbour'],
    ['fr', 'havre'],
  ] as const) {
    await tabTo(page, 'Language');
    await page.keyboard.insertText(language);
    await tabTo(page, 'Term');
    await page.keyboard.insertText(term);
  }
  await follow(page, 'Save', 'h1:has-text("harbour")');
  expect(page.complaints).toEqual([]);
  await page.context().close();
});

/** Presses keys on the rows one after another; the focus is at a segment after each. */
async function review(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await press(page, key);
    await page.waitForSelector('.segment:focus');
    await seesFocus(page, key);
  }
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 120; tabs++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (!focus?.name.startsWith(name)) continue;
    expect(focus.hidden, `the focus on “${name}”`).toBe('');
    return;
  }
  throw new Error(`“${name}” is not reached with Tab on ${page.url()}`);
}

/** Goes to a link or button, presses Enter, and waits for what comes of it. */
async function follow(page: Page, name: string, then?: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  if (then) await page.waitForSelector(then);
}

async function seesFocus(page: Page, after: string): Promise<void> {
  const focus = await focusOf(page);
  expect(focus?.hidden, `the focus after “${after}”`).toBe('');
}

/** What has the focus, by its name, and why it cannot be seen; null where nothing has it. */
function focusOf(page: Page): Promise<{ name: string; hidden: string } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { labels } =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : { labels: null };
    const names = [element.getAttribute('aria-label'), labels?.[0]?.textContent, element.textContent, element.title];
    const name = names.find((each) => each?.trim())?.trim() ?? '';
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + Math.min(8, width / 2), top + Math.min(8, height / 2));
    const isOnTop = at !== null && (element.contains(at) || at.contains(element));
    const isMarked = outlineStyle !== 'none' || boxShadow !== 'none' || element.matches('.row.current *, .candidate');
    return { name, hidden: [isMarked ? '' : 'is not marked', isOnTop ? '' : 'is out of sight'].join('') };
  });
}

/** What live regions say. */
async function spoken(page: Page): Promise<string> {
  const said = await page.locator('[role="status"], [role="alert"]').allTextContents();
  return said.join(' ');
}
