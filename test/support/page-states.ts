import type { Page } from 'playwright-core';
import { STORY } from './app.ts';

/** A page as it can be met: how one comes to it, in whichever language it speaks. */
export interface PageState {
  readonly name: string;
  open(page: Page, url: string): Promise<unknown>;
}

/** The pages of a database in which there is nothing. */
export const EMPTY_STATES: readonly PageState[] = [
  ...['/', '/archive', '/articles', '/glossary', '/export', '/nothing'].map(at),
  {
    name: 'the form for two texts, sent with nothing in it',
    async open(page, url) {
      await page.goto(`${url}/bitexts/new`);
      await page.click('button.primary.large');
      await page.waitForSelector('.problem-box');
    },
  },
  {
    name: 'the preview of two texts',
    async open(page, url) {
      await page.goto(`${url}/bitexts/new`);
      await page.fill('#sourceText', `${STORY.en}\n\nShare`);
      await page.fill('#targetText', STORY.fr);
      await page.click('button.primary.large');
      await page.waitForSelector('.block.boilerplate');
    },
  },
];

/** The pages of a database with the samples and the starter glossary. */
export const FULL_STATES: readonly PageState[] = [
  ...[
    '/',
    '/?q=dam',
    '/articles',
    '/articles?texts=all&language=ar&sort=title',
    '/articles?q=nowhere',
    '/articles/1',
    '/articles/4',
    '/articles/5/edit',
    '/articles/5/text',
    '/articles/5/revisions',
    '/articles/5/translations/new',
    '/articles/5/read',
    '/bitexts/new',
    '/bitexts/1?show=flagged',
    '/bitexts/1/rows/46',
    '/bitexts/1/update',
    '/bitexts/1/history',
    '/bitexts/1/read',
    '/bitexts/2/read?as=target',
    '/bitexts/1/replace?find=the&with=a',
    '/bitexts/1/check',
    '/bitexts/1/candidates',
    '/bitexts/1/clean',
    '/candidates',
    '/check',
    '/check/profiles',
    '/export',
    '/glossary?q=Lavrov',
    '/glossary/1',
    '/glossary/1/edit',
    '/glossary/1/uses',
    '/glossary/new',
    '/glossary/duplicates',
    '/glossary/exchange',
    '/glossary/glossaries',
    '/glossary/history',
    '/glossary/names',
    '/glossary/table?q=Lavrov',
    '/help',
    '/help/elements',
    '/lookup?q=Ministers%20of%20two%20countries%20meet%20over%20the%20dam.&from=en&to=ar',
    '/memories/new',
    '/pairs/new',
    '/rules',
    '/rules?language=de&text=Am%203.%20Mai.%20Er%20kam.',
    '/search?q=the&language=en',
    '/settings',
  ].map(at),
  ...['/bitexts/1', '/bitexts/2', '/bitexts/3?show=doubtful', '/bitexts/1?find=the&word=on'].map((path) => ({
    name: path,
    async open(page: Page, url: string) {
      await page.goto(url + path);
      await page.waitForSelector('.row.current');
    },
  })),
];

/** Addresses where nothing is, and what the page says there. */
export const WRONG_ADDRESSES = [
  '/bitexts/999',
  '/bitexts/1/rows/9999999',
  '/glossary/999',
  '/articles/999',
  '/export/file',
];

function at(path: string): PageState {
  return { name: path, open: (page, url) => page.goto(url + path) };
}
