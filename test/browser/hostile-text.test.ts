import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../src/app/glossary/add-concepts.ts';
import { removeConcepts } from '../../src/app/glossary/concept-edits.ts';
import { addComment, giveName } from '../../src/app/review/comments.ts';
import { storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';
import { ownBrowser, press } from '../support/browser.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

const { openPage } = ownBrowser();

describe('hostile text', () => {
  const EVIL = '"><img src=x onerror="document.title=1"><script>document.title=2</script>\'{{7*7}}<%= 1 %>';

  it('runs nowhere: titles, segments, notes, terms, comments, file names, searches', async () => {
    const bitext = bitextOf('1-1 1-1');
    const spiked = (side: typeof bitext.source) =>
      side.map((segment) => ({ ...segment, text: `${EVIL} ${segment.id}` }));
    const id = await storeBitext(
      server.app,
      {
        ...bitext,
        source: spiked(bitext.source),
        target: spiked(bitext.target),
        beads: bitext.beads.map((bead) => ({ ...bead, note: EVIL, status: 'flagged' as const })),
      },
      EVIL,
    );
    const [concept = 0] = await addConcepts(
      server.app,
      [
        {
          kind: 'term',
          definition: EVIL,
          note: EVIL,
          terms: ['en', 'fr'].map((language) => ({
            language,
            text: `script ${EVIL}`,
            status: 'forbidden' as const,
            partOfSpeech: EVIL,
            gender: '' as const,
            note: EVIL,
          })),
        },
      ],
      { author: 'a' },
    );
    await addComment(server.app, id, { side: 'source', segment: 1, author: EVIL, text: EVIL });
    await giveName(server.app, EVIL, EVIL);
    const page = await openPage();
    const find = encodeURIComponent(EVIL);
    for (const path of [
      '/',
      `/?q=${find}`,
      `/bitexts/${id}`,
      `/bitexts/${id}?find=${find}`,
      `/bitexts/${id}/rows/201`,
      `/bitexts/${id}/history`,
      `/bitexts/${id}/read`,
      `/bitexts/${id}/read?as=source`,
      `/bitexts/${id}/update`,
      `/bitexts/${id}/replace?find=onerror&with=${find}`,
      `/export?bitext=${id}`,
      '/glossary',
      `/glossary/${concept}`,
      `/glossary/${concept}/edit`,
      `/glossary/${concept}/uses`,
      '/glossary/history',
      '/glossary/duplicates',
      `/bitexts/${id}/check`,
      `/bitexts/${id}/candidates`,
      '/check',
      `/search?q=${find}`,
      `/rules?text=${find}`,
    ]) {
      await page.goto(server.url + path);
      await page.waitForLoadState('networkidle');
      expect(await page.title(), path).toContain('Vis-à-vis');
      expect(await page.locator('img[src="x"], main script').count(), path).toBe(0);
    }
    await page.goto(`${server.url}/bitexts/${id}`);
    await page.waitForSelector('.row.current');
    await press(page, 'w', 'm', 'e');
    await page.keyboard.press('Enter');
    await page.goto(`${server.url}/bitexts/new`);
    await page.setInputFiles('[name="sourceFile"]', {
      name: `${EVIL}.doc`,
      mimeType: 'text/plain',
      buffer: Buffer.from([0xd0, 0xcf, 0x11]),
    });
    await page.fill('#targetText', 'x');
    await page.click('button.primary.large');
    await page.waitForSelector('.problem-box');
    expect(await page.locator('img[src="x"], main script').count()).toBe(0);
    const own = page.complaints.filter((text) => !text.startsWith('Failed to load resource'));
    expect(own).toEqual([]);
    await removeConcepts(server.app, [concept], { author: 'a' });
    await page.context().close();
  });
});
