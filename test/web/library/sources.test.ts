import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visavis } from '../../support/cli.ts';
import { ownServer } from '../../support/server.ts';
import { newsPage, type SitePage, startSite } from '../../support/web-site.ts';

const server = ownServer({ fetching: { mayReach: () => true } });
const agent = () => request(server.url);
const page = async () => (await agent().get('/sources').expect(200)).text;
const pages: Record<string, SitePage> = {};
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite(pages);
  pages['/rss'] = {
    type: 'text/xml',
    body: '<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>',
  };
  pages['/a'] = {
    body: newsPage('The quay is mended', ['The quay of the town was mended in a week.', 'Ships come in again.']),
  };
  pages['/b'] = { body: newsPage('The fair opens', ['The fair opens its gates on Sunday.', 'It stays for a month.']) };
});
afterAll(() => site.stop());

describe('the page of sources', () => {
  it('takes a feed, looks at it, and has somebody decide on what it proposes', async () => {
    expect(await page()).toContain('Nothing waits.');
    const refused = await agent().post('/sources').type('form').send({ place: 'mailto:x', languages: '' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('not an address on the web')]);
    await agent()
      .post('/sources')
      .type('form')
      .send({ place: `${site.url}/rss`, languages: 'fr, de' })
      .expect(303);
    expect(await page()).toContain('Not looked at yet.');
    await agent().post('/sources/1').type('form').send({ action: 'look' }).expect(303);
    const found = await page();
    for (const shown of ['The quay is mended', 'The fair opens', 'found 2, proposed 2, not readable 0']) {
      expect(found).toContain(shown);
    }
    const [fair, quay] = [...found.matchAll(/\/proposals\/(\d+)\/accept/gu)].map(([, id]) => id);
    const accepted = await agent().post(`/proposals/${quay}/accept`).expect(303);
    expect((await agent().get(accepted.headers['location']!).expect(200)).text).toContain('Ships come in again.');
    await agent().post(`/proposals/${fair}/refuse`).expect(303);
    await agent().post(`/proposals/${fair}/refuse`).expect(404);
    await agent().post('/sources/1').type('form').send({ action: 'look' }).expect(303);
    expect(await page()).toContain('Nothing waits.');
    await agent().post('/sources/1').type('form').send({ action: 'pause' }).expect(303);
    expect(await page()).toContain('paused');
    await agent().post('/sources/1').type('form').send({ action: 'delete' }).expect(303);
    expect(await page()).not.toContain(site.url);
  });

  it('has its like on the command line', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');
    const added = visavis('sources', 'add', 'https://paper.example/rss', '--languages', 'fr', '--db', file);
    expect(added).toMatchObject({ status: 0, stdout: '1\n' });
    visavis('sources', 'pause', '1', '--db', file);
    expect(visavis('sources', 'list', '--db', file).stdout).toBe('1\thttps://paper.example/rss\tpaused\t\t\t\n');
  });
});
