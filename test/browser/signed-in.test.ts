import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { type Listening, listen } from '../../src/web/listen.ts';
import { importStory, openTestApp } from '../support/app.ts';
import { ownBrowser, violations } from '../support/browser.ts';

const PASSWORD = 'a pier of seven planks';
/** An address of this machine that is not its own alone; a machine without a network has none. */
const LAN = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

const { openPage } = ownBrowser();

describe.runIf(LAN)('a team in a network', () => {
  let app: App;
  let server: Listening;
  beforeAll(async () => {
    app = await openTestApp();
    server = await listen(app, { port: 0, host: '0.0.0.0', password: PASSWORD });
  });
  afterAll(() => server.stop());

  it('signs in by the address of the machine, reviews, and signs out', async () => {
    const id = await importStory(app);
    const page = await openPage();
    const at = (path: string) => `http://${LAN}:${new URL(server.url).port}${path}`;
    await page.goto(at(`/bitexts/${id}?show=proposed`));
    expect(page.url()).toContain('/sign-in?to=');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/show=proposed/u);
    await page.goto(at(`/bitexts/${id}`));
    await page.waitForSelector('.row.current');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readBitext(app.store.db, id)).beads[0]?.status).toBe('confirmed');
    // Chromium says of each page that is not encrypted that it does without this header.
    expect(page.complaints.filter((one) => !one.startsWith('The Cross-Origin-Opener-Policy header'))).toEqual([]);
    await page.goto(at('/settings'));
    await page.click('form[action="/sign-out"] button');
    await page.waitForURL(/\/sign-in$/u);
    await page.goto(at('/'));
    expect(page.url()).toContain('/sign-in');
  });
});
