import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** A page that keeps every error and every refusal of the content security policy. */
export type WatchedPage = Page & { readonly complaints: string[] };

/** A browser that a file of tests has for itself, from its first test to its last. */
export interface OwnBrowser {
  openPage(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** The review page of a bitext, with its cursor. */
  openReview(
    server: { readonly url: string },
    path: number | string,
    options?: BrowserContextOptions,
  ): Promise<WatchedPage>;
}

export function ownBrowser(): OwnBrowser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? 'chromium',
      // Chromium's own sandbox is not available to root, as whom CI machines run.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    });
  });
  afterAll(() => browser?.close());

  async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
    if (!browser) throw new Error('The browser runs while tests run.');
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    return watched(await context.newPage());
  }

  return {
    openPage,
    async openReview(server, path, options) {
      const page = await openPage(options);
      await page.goto(`${server.url}/bitexts/${path}`);
      await page.waitForSelector('.row.current');
      return page;
    },
  };
}

function watched(page: Page): WatchedPage {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return Object.assign(page, { complaints });
}

/** Presses keys one after another; each change is answered before the next key. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await saved(page);
  }
}

/** Waits until every change has been answered. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.body.classList.contains('saving'));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page by WCAG 2.2 AA, one line each.
 * @param rules the names of the only rules to go by, where the page has been held to all of them before
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const result = await axe.run({ runOnly, resultTypes: ['violations'], preload: false });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: STANDARDS },
  );
}
