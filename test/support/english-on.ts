import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** English texts of the program that stand on a French page, where they can be read or are read out. */
export async function englishOn(page: Page): Promise<string[]> {
  const words = await wordsOf(page);
  return [...new Set(words)].filter((text) => isEnglish(text) || patterns.some((pattern) => pattern.test(text)));
}

const french: Record<string, string | Record<string, string>> = JSON.parse(
  readFileSync('data/messages/fr.json', 'utf8'),
);
const formsOf = (entry: string | Record<string, string>) =>
  typeof entry === 'string' ? [entry] : Object.values(entry);
/** What French says, too: a word may be the same, or be the French of something else. */
const isFrench = new Set(Object.values(french).flatMap(formsOf));
const isEnglish = (text: string) => {
  const entry = french[text];
  return entry !== undefined && !formsOf(entry).includes(text) && !isFrench.has(text);
};

/** English texts with values in them, where enough of their own words stand around the values. */
const patterns = Object.entries(french).flatMap(([key, entry]) => {
  const words = key.replaceAll(/\{\w+\}/gu, ' ').match(/\p{L}{3,}/gu) ?? [];
  if (!key.includes('{') || words.length < 2 || formsOf(entry).includes(key)) return [];
  const escaped = key
    .split(/\{\w+\}/u)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]{}\\]/gu, '\\$&'))
    .join('.+?');
  return [new RegExp(`^${escaped}$`, 'u')];
});

/** What a page says in its own language: texts, and what is read out; what is of another language is marked so. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const others = 'script, style, code, kbd, textarea, .cells td, [lang]:not(html)';
    const found: string[] = [document.title.replace(/ · Vis-à-vis$/u, '')];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(others)) found.push(node.textContent ?? '');
    }
    for (const name of ['title', 'aria-label', 'placeholder']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (!element.closest('[lang]:not(html)')) found.push(element.getAttribute(name) ?? '');
      }
    }
    return found.map((text) => text.trim().replaceAll(/\s+/gu, ' ')).filter(Boolean);
  });
}
