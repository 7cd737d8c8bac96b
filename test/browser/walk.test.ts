import { beforeAll, describe, expect, it } from 'vitest';
import { addStarterGlossary } from '../../src/app/glossary/starter-glossary.ts';
import { addSamples } from '../../src/app/library/samples.ts';
import { verbatim } from '../../src/core/message.ts';
import { setState } from '../../src/store/bitexts.ts';
import { faultsInTree } from '../support/accessible-tree.ts';
import { storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, press, violations, type WatchedPage } from '../support/browser.ts';
import { englishOn } from '../support/english-on.ts';
import { EMPTY_STATES, FULL_STATES, type PageState, WRONG_ADDRESSES } from '../support/page-states.ts';
import { ownServer } from '../support/server.ts';

// Each page is met once in English and once in French, and looked at there in both themes and all widths. A layout is one
// for both languages, and so are its colours: axe goes by all rules in the light theme where the screen is wide, in the dark one
// where it is narrow, and by the rules of colours in the other theme. Chromium's account of what a screen reader gets is looked at, too. VISAVIS_WALK=whole makes it all rules everywhere.

const whole = process.env['VISAVIS_WALK'] === 'whole';
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };
const OTHER_WIDTHS = [900, 2560];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const [empty, full] = [ownServer(), ownServer()];
const { openPage } = ownBrowser();
let pages: Record<'en' | 'fr', WatchedPage>;
beforeAll(async () => {
  for (const id of await addSamples(full.app)) await full.app.queue.settled(id);
  await addStarterGlossary(full.app);
  const [en, fr] = await Promise.all([
    openPage({ locale: 'en-GB', reducedMotion: 'reduce', viewport: WIDE }),
    openPage({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: NARROW }),
  ]);
  pages = { en, fr };
});

describe('a page with nothing in the database', () => {
  it.each(EMPTY_STATES)('$name', (state) => walk(state, empty.url));
});

describe('an empty library', () => {
  it('opens the samples in one click: a doubtful row with its reasons, a term of the starter glossary and a finding are in sight', async () => {
    const page = pages.en;
    await page.setViewportSize(WIDE);
    await page.goto(empty.url);
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
    await page.goto(empty.url);
    expect(await page.locator('.library li').count()).toBe(3);
  });
});

describe('a page with samples', () => {
  it.each(FULL_STATES)('$name', (state) => walk(state, full.url));

  it.each(['aligning', 'failed'] as const)('of a bitext that is %s', async (state) => {
    const id = await storeBitext(empty.app, bitextOf('1-1'));
    const problem = state === 'failed' ? verbatim('It was too long.') : null;
    await setState(empty.app.store.db, id, { state, progress: 0.4, ...(problem && { problem }) });
    await walk({ name: state, open: (page, url) => page.goto(`${url}/bitexts/${id}`) }, empty.url);
  });

  it('in French says in French that there is nothing', async () => {
    for (const path of WRONG_ADDRESSES) {
      await pages.fr.goto(full.url + path);
      expect(await englishOn(pages.fr), path).toEqual([]);
    }
  });
});

/** Looks at one page in both languages, both themes and all widths. */
async function walk(state: PageState, url: string): Promise<void> {
  await Promise.all([look('en', state, url), look('fr', state, url)]);
}

async function look(language: 'en' | 'fr', state: PageState, url: string): Promise<void> {
  const page = pages[language];
  const [size, theme, other] =
    language === 'en' ? ([WIDE, 'light', 'dark'] as const) : ([NARROW, 'dark', 'light'] as const);
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme });
  await state.open(page, url);
  expect(await page.getAttribute('html', 'lang')).toBe(language);
  expect(await violations(page), `${language} ${theme} ${size.width}`).toEqual([]);
  await page.emulateMedia({ colorScheme: other });
  expect(await violations(page, OF_COLOURS), `${language} ${other} ${size.width}`).toEqual([]);
  for (const width of [NARROW.width, WIDE.width, ...OTHER_WIDTHS]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `${language}, pixels beyond ${width}`).toBeLessThanOrEqual(0);
    for (const colorScheme of whole ? (['light', 'dark'] as const) : []) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${language} ${colorScheme} ${width}`).toEqual([]);
    }
  }
  if (language === 'en') expect(await faultsInTree(page)).toEqual([]);
  else expect(await englishOn(page)).toEqual([]);
}

describe('the review page', () => {
  it('says and asks in French what it says and asks, and its dialogs are as they should be', async () => {
    const page = pages.fr;
    await page.setViewportSize(WIDE);
    await page.goto(`${full.url}/bitexts/3`);
    await page.waitForSelector('.row.current');
    const acts = [
      'n',
      'w',
      'p',
      'Escape',
      'x',
      'Control+z',
      'Control+z',
      'Shift+ArrowDown',
      'm',
      'Control+z',
      'l',
      'r',
    ];
    for (const key of acts) {
      await press(page, key);
      expect(await englishOn(page), key).toEqual([]);
    }
    for (const key of ['?', 'k', 'f', 'd', 'Shift+g']) {
      await press(page, key);
      await page.waitForSelector('dialog[open]');
      expect(await englishOn(page), key).toEqual([]);
      expect(await violations(page), key).toEqual([]);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog[open]', { state: 'detached' });
    }
  });

  it('sets language and direction of each side', async () => {
    await pages.en.goto(`${full.url}/bitexts/2`);
    const side = pages.en.locator('.row .target').first();
    expect([await side.getAttribute('dir'), await side.getAttribute('lang')]).toEqual(['rtl', 'ar']);
  });
});
