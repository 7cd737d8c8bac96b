import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORY } from '../support/app.ts';
import { ownBrowser, violations } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
const { openPage } = ownBrowser();

describe('bringing in', () => {
  it('a folder shows its pairs first and then stores them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    for (const language of ['en', 'fr'] as const) {
      mkdirSync(join(folder, language));
      writeFileSync(join(folder, language, 'harbour.txt'), STORY[language]);
    }
    writeFileSync(join(folder, 'en', 'alone.txt'), 'Nobody has translated me.');
    const page = await openPage();
    await page.goto(`${server.url}/pairs/new`);
    await page.setInputFiles('[webkitdirectory]', folder);
    await page.getByRole('button', { name: 'Preview' }).press('Enter');
    await page.waitForSelector('#outcome h2');
    expect(await page.textContent('#outcome h2')).toBe('1 pair');
    expect(await page.textContent('#outcome details')).toContain('en/alone.txt');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#outcome .stored');
    expect(await page.textContent('#outcome h2')).toBe('1 pair stored');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: /harbour\.txt/u }).click();
    await page.waitForSelector('.row');
    expect(await page.textContent('.rows')).toContain('Le port sera approfondi');
    expect(page.complaints).toEqual([]);
    await page.context().close();
    rmSync(folder, { recursive: true });
  });

  it('a table asks what its columns are', async () => {
    const page = await openPage();
    await page.goto(`${server.url}/memories/new`);
    await page.setInputFiles('[name="file"]', {
      name: 'words.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('1;The harbour is deep.;Le port est profond.\n2;The town is old.;La ville est ancienne.\n'),
    });
    await page.fill('[name="title"]', 'Harbour words');
    await page.getByRole('button', { name: 'Import' }).press('Enter');
    await page.waitForSelector('form.columns');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('column');
    const columns = page.locator('[name="column"]');
    for (const [at, value] of ['', 'source', 'target'].entries()) await columns.nth(at).selectOption(value);
    await page.fill('[name="from"]', 'en');
    await page.fill('[name="to"]', 'fr');
    await page.getByRole('button', { name: 'Import' }).press('Enter');
    await page.waitForSelector('.row');
    expect(await page.textContent('h1')).toContain('Harbour words');
    expect(await page.locator('.row').count()).toBe(2);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
