import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { prepareArticle } from '../../src/app/import/article-intake.ts';
import { importPair } from '../../src/app/import/import-pair.ts';
import { allConcepts } from '../../src/store/glossary/concepts.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

/** A story with the people, posts and bodies of a visit; in French the minister, a woman, is “le ministre”. */
const VISIT = {
  en: `Foreign ministers meet in Varna

Norland Foreign Minister Ilse Brandt and Southland Foreign Minister Marko Petrov walk into a hall in Varna on Jan. 16.

President Viktor Melnik received Foreign Minister Ilse Brandt on Tuesday for talks on trade.

Brandt said she welcomed the agreement. The United Nations and the National Security Council had asked for it.

Melnik's spokesman, Dmitry Orlov, gave no details. John Harker of the National Security Council declined to comment.`,
  fr: `Les ministres des Affaires étrangères se rencontrent à Varna

Le ministre norlandais des Affaires étrangères Ilse Brandt et le ministre sudlandais des Affaires étrangères Marko Petrov entrent dans une salle à Varna, le 16 janvier.

Le président Viktor Melnik a reçu mardi le ministre des Affaires étrangères Ilse Brandt pour des entretiens sur le commerce.

Brandt a dit se réjouir de l’accord. Les Nations Unies et le Conseil de sécurité nationale l’avaient demandé.

Le porte-parole de Melnik, Dmitri Orlov, n’a pas donné de détails. John Harker, du Conseil de sécurité nationale, n’a pas fait de commentaire.`,
};

const server = ownServer();

const { openPage } = ownBrowser();

async function importVisit(): Promise<number> {
  const [source, target] = await Promise.all([
    prepareArticle({ text: VISIT.en, name: 'the source', language: 'en' }, server.app.packs),
    prepareArticle({ text: VISIT.fr, name: 'the target', language: 'fr' }, server.app.packs),
  ]);
  const id = await importPair(server.app, { source, target });
  await server.app.queue.settled(id);
  return id;
}

const terms = async () =>
  (await allConcepts(server.app.store.db)).map((concept) => concept.terms.map(({ text }) => text).join(' / '));

async function decide(page: Page, key: string): Promise<void> {
  const before = await page.locator('.candidate').count();
  await page.keyboard.press(key);
  await page.waitForFunction((count) => document.querySelectorAll('.candidate').length !== count, before);
}

describe('from an article to a glossary', () => {
  it('takes less than two minutes by the keyboard, and the wrong title is found', { timeout: 120_000 }, async () => {
    const id = await importVisit();
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}/candidates`);
    expect(await violations(page)).toEqual([]);
    await page.waitForLoadState('networkidle');
    await page.locator('.candidate').first().focus();
    for (;;) {
      const at = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      if (!at.includes('–')) break;
      if (/Varna|Norland|Southland/u.test(at)) await decide(page, 'x');
      else await decide(page, at.includes('Ilse Brandt') ? 'f' : 'a');
      if ((await page.locator('.candidate').count()) === 0) break;
    }
    const made = await terms();
    for (const entry of [
      'Ilse Brandt / Ilse Brandt',
      'Marko Petrov / Marko Petrov',
      'Viktor Melnik / Viktor Melnik',
      'Dmitry Orlov / Dmitri Orlov',
      'John Harker / John Harker',
      'foreign minister / ministre des Affaires étrangères',
      'United Nations / Nations Unies',
      'National Security Council / Conseil de sécurité nationale',
    ]) {
      expect(made, entry).toContain(entry);
    }
    await page.goto(`${server.url}/bitexts/${id}?show=terms`);
    await page.waitForSelector('.term-finding');
    expect(await page.locator('.term-finding .reason').allTextContents()).toContainEqual(
      expect.stringContaining('use “la ministre des Affaires étrangères” for this person'),
    );
    await page.goto(`${server.url}/bitexts/${id}/check`);
    expect(await violations(page)).toEqual([]);
    const before = await page.locator('.findings > li').count();
    await page.locator('.findings > li a').first().focus();
    await page.keyboard.press('d');
    await page.keyboard.insertText('the house writes it so');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.set-aside');
    expect(await page.locator('main > .findings > li').count()).toBe(before - 1);
    expect(await page.textContent('.set-aside')).toContain('the house writes it so');
    await page.goto(`${server.url}/bitexts/${id}/candidates`);
    expect(await page.textContent('main')).not.toContain('Varna – Varna');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('an entry from a row', () => {
  it('takes the selected words and what they are linked with', async () => {
    const id = await importVisit();
    const page = await openPage();
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await page.evaluate(() => {
      const segment = [...document.querySelectorAll('.source > .segment')].find((one) =>
        one.textContent?.includes('talks on trade'),
      )!;
      (segment as HTMLElement).focus();
      const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf('trade');
        if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + 5);
      }
    });
    await page.keyboard.press('d');
    await page.waitForSelector('#term-dialog[open]');
    expect(await page.inputValue('#term-dialog [name="source"]')).toBe('trade');
    expect(await page.inputValue('#term-dialog [name="target"]')).toBe('commerce');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.term:has-text("trade")');
    expect(await terms()).toContain('trade / commerce');
    // The row is drawn anew when the answer comes, and a pointer that rests tells the browser nothing.
    await expect
      .poll(
        async () => {
          await page.mouse.move(0, 0);
          await page.hover('.term:has-text("trade")');
          return page.waitForSelector('.term-card:visible', { timeout: 1000 }).catch(() => null);
        },
        { timeout: 20_000 },
      )
      .not.toBeNull();
    expect(await page.textContent('.term-card')).toContain('commerce');
    expect(await violations(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the glossary', () => {
  it('is edited, merged, taken back, exported and brought in again', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/glossary/new`);
    expect(await violations(page)).toEqual([]);
    await page.selectOption('[name="kind"]', 'role');
    await page.locator('[name="language"]').first().fill('en');
    await page.locator('[name="text"]').first().fill('harbour master');
    await page.click('button.primary:has-text("Save")');
    await page.waitForURL(/glossary\/\d+$/);
    const role = page.url().split('/').at(-1);
    await page.goto(`${server.url}/glossary/new`);
    await page.selectOption('[name="kind"]', 'person');
    await page.locator('[name="language"]').first().fill('en');
    await page.locator('[name="text"]').first().fill('Ida Holm');
    await page.locator('[name="relation"]').first().selectOption('holds');
    await page.locator('[name="relationTo"]').first().fill('harbour master');
    await page.locator('[name="since"]').first().fill('2021-05');
    await page.click('button.primary:has-text("Save")');
    await page.goto(`${server.url}/glossary/${role}?on=2024-01-16`);
    expect(await page.textContent('main [role="status"]')).toBe('Ida Holm');
    expect(await violations(page)).toEqual([]);
    for (const path of [
      '/glossary',
      '/glossary/history',
      '/glossary/duplicates',
      '/glossary/glossaries',
      '/glossary/exchange',
      '/check',
      '/search?q=minister',
      `/glossary/${role}/uses`,
      `/glossary/${role}/edit`,
    ]) {
      await page.goto(server.url + path);
      expect(await violations(page), path).toEqual([]);
    }
    await page.goto(`${server.url}/glossary?q=harbour`);
    await page.check(`[name="concept"][value="${role}"]`);
    await page.click('button[value="delete"]');
    await page.goto(`${server.url}/glossary/history`);
    await page.locator('button:has-text("Undo")').first().click();
    await page.goto(`${server.url}/glossary/${role}`);
    expect(await page.textContent('h1')).toBe('harbour master');
    expect(await page.textContent('main')).toContain('Ida Holm');

    await page.goto(`${server.url}/glossary/exchange`);
    const csv =
      'concept;kind;language;term;status\n1;role;en;harbour master;deprecated\n1;role;fr;capitaine de port;\n2;role;en;pilot;\n';
    await page.setInputFiles('input[type="file"]', {
      name: 'terms.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await page.click('button.primary:has-text("Preview")');
    await page.waitForSelector('.import-conflicting');
    expect(await violations(page)).toEqual([]);
    await page.locator('tr.import-conflicting select').selectOption('merge');
    await page.click('button.primary.large');
    await page.waitForURL(/glossary$/);
    expect(await terms()).toEqual(expect.arrayContaining(['harbour master / capitaine de port', 'pilot']));
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
