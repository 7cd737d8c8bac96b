import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../src/app/glossary/add-concepts.ts';
import { getConcept } from '../../src/app/glossary/concepts.ts';
import { editTerm } from '../../src/app/glossary/edit-term.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

const { openPage } = ownBrowser();

describe('terms as a table', () => {
  it('are edited, added, taken out and brought back by the keyboard', { timeout: 60_000 }, async () => {
    const [id] = await addConcepts(
      server.app,
      [
        {
          kind: 'role',
          definition: '',
          note: '',
          terms: [
            { language: 'en', text: 'dock warden', status: 'preferred', gender: '', partOfSpeech: '', note: '' },
            { language: 'fr', text: 'maître', status: 'preferred', gender: '', partOfSpeech: '', note: '' },
          ],
        },
      ],
      { author: '' },
    );
    const stored = async () => (await getConcept(server.app, id!)).terms.map((term) => `${term.language} ${term.text}`);
    const page = await openPage();
    await page.goto(`${server.url}/glossary/table?q=warden`);
    const saved = async (keys: readonly string[]) => {
      const answer = page.waitForResponse((one) => one.url().endsWith('/lines'));
      for (const key of keys) await page.keyboard.press(key);
      await answer;
      await page.waitForFunction(() => document.activeElement?.closest('td, th'));
    };
    await page.locator('td[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.keyboard.press('End');
    await page.keyboard.insertText(' de port');
    await saved(['Tab']);
    expect(await stored()).toEqual(['en dock warden', 'fr maître de port']);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['field'])).toBe('status');

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await saved(['Enter']);
    expect((await getConcept(server.app, id!)).terms[1]?.gender).toBe('masculine');

    await page.keyboard.press('Insert');
    await page.keyboard.insertText('de');
    await page.keyboard.press('Tab');
    await page.keyboard.press('H');
    await page.keyboard.insertText('afenwart');
    await saved(['Enter']);
    expect(await stored()).toEqual(['en dock warden', 'fr maître de port', 'de Hafenwart']);
    expect(await violations(page)).toEqual([]);

    await saved(['Delete']);
    expect(await stored()).toEqual(['en dock warden', 'fr maître de port']);
    // A status has to be there, and what is empty stays so: neither is a change.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await saved(['Control+z']);
    expect(await stored()).toEqual(['en dock warden', 'fr maître de port', 'de Hafenwart']);
    expect(page.complaints).toEqual([]);

    await editTerm(
      server.app,
      { concept: id!, at: 0, was: { text: 'dock warden' }, set: { text: 'dockwarden' } },
      { author: '' },
    );
    await page.keyboard.press('Home');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="alert"]');
    expect(await page.textContent('[role="alert"]')).toContain('It is now “dockwarden”.');
    expect(await page.inputValue('td input')).toBe('x');
    expect((await stored())[0]).toBe('en dockwarden');
    await page.context().close();
  });
});
