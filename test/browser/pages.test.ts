import { beforeAll, describe, expect, it } from 'vitest';
import { addStarterGlossary } from '../../src/app/glossary/starter-glossary.ts';
import { addSamples } from '../../src/app/library/samples.ts';
import { verbatim } from '../../src/core/message.ts';
import { setState } from '../../src/store/bitexts.ts';
import { importStory, STORY } from '../support/app.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { EMPTY_PAGES, FULL_PAGES } from '../support/every-page.ts';
import { ownServer, startTestServer } from '../support/server.ts';

const [empty, full] = [ownServer(), ownServer()];
const { openPage } = ownBrowser();
beforeAll(async () => {
  for (const id of await addSamples(full.app)) await full.app.queue.settled(id);
  await addStarterGlossary(full.app);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ...EMPTY_PAGES.map((path) => ['empty', path] as const),
    ...FULL_PAGES.map((path) => ['full', path] as const),
  ])('axe finds nothing wrong with the %s %s', async (which, path) => {
    const page = await openPage({ colorScheme });
    await page.goto((which === 'empty' ? empty : full).url + path);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('axe finds nothing wrong with a bitext that waits or has failed', async () => {
    const fresh = await startTestServer();
    const id = await importStory(fresh.app);
    for (const state of ['aligning', 'failed'] as const) {
      await setState(fresh.app.store.db, id, {
        state,
        progress: 0.4,
        ...(state === 'failed' && { problem: verbatim('It was too long.') }),
      });
      // A page that waits loads itself anew when the state changes, and would end this visit.
      const page = await openPage({ colorScheme });
      await page.goto(`${fresh.url}/bitexts/${id}`);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
    await fresh.stop();
  });

  it('axe finds nothing wrong with the preview, a problem in the form, and the dialogs', async () => {
    const page = await openPage({ colorScheme });
    await page.goto(`${empty.url}/bitexts/new`);
    await page.click('button.primary.large');
    await page.waitForSelector('.problem-box');
    expect(await violations(page)).toEqual([]);
    await page.fill('#sourceText', `${STORY.en}\n\nShare`);
    await page.fill('#targetText', STORY.fr);
    await page.click('button.primary.large');
    await page.waitForSelector('.block.boilerplate');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${full.url}/bitexts/1`);
    await page.keyboard.press('?');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('layout', () => {
  it.each([390, 900, 1440, 2560])('no page is wider than a screen of %i px', async (width) => {
    const page = await openPage({ viewport: { width, height: 800 } });
    for (const path of FULL_PAGES) {
      await page.goto(full.url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  it('sets language and direction of each side', async () => {
    const page = await openPage();
    await page.goto(`${full.url}/bitexts/2`);
    expect(await page.locator('.row .target').first().getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.row .target').first().getAttribute('lang')).toBe('ar');
    await page.context().close();
  });
});

describe('an empty library', () => {
  it('opens the samples in one click: a doubtful row with its reasons, a term of the starter glossary and a finding are in sight', async () => {
    const fresh = await startTestServer();
    const page = await openPage();
    await page.goto(fresh.url);
    await page.click('text=Open the sample articles');
    await page.waitForSelector('.row.doubtful.current .why', { timeout: 50_000 });
    for (const what of ['.row.doubtful.current .why', '.row .term', '.row .check-finding']) {
      const inSight = (selector: string) =>
        [...document.querySelectorAll(selector)].some((element) => {
          const { left, top, bottom } = element.getBoundingClientRect();
          // What is stuck to the edges of the page covers what is behind it.
          return [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint(left + 5, y)));
        });
      await page.waitForFunction(inSight, what);
    }
    await page.goto(fresh.url);
    expect(await page.locator('.library li').count()).toBe(3);
    await page.context().close();
    await fresh.stop();
  });
});
