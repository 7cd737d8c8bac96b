import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type App, headOf } from '../../../src/app/app.ts';
import { openArticle } from '../../../src/app/library/article.ts';
import { lookAt, lookAtDue } from '../../../src/app/library/sources/look.ts';
import { acceptProposal, openProposals, refuseProposal } from '../../../src/app/library/sources/proposals.ts';
import {
  addSource,
  openSources,
  removeSource,
  SCHEDULES,
  setActive,
} from '../../../src/app/library/sources/sources.ts';
import { translator } from '../../../src/core/translator.ts';
import { readFeed } from '../../../src/intake/feeds/read-feed.ts';
import { claimSource } from '../../../src/store/sources/sources.ts';
import { openTestApp } from '../../support/app.ts';
import { english } from '../../support/english.ts';
import { newsPage, type SitePage, startSite } from '../../support/web-site.ts';

const HARBOUR = [
  'The harbour of Brant will be deepened next year, said Mayor Ida Holm. Work starts in March 2027.',
  'It costs 12 million euros, and the town of Brant pays 35 per cent of that, as the council agreed on Monday.',
];
const PORT = [
  'Le port de Brant sera approfondi l’an prochain, a dit la maire Ida Holm. Les travaux commencent en mars 2027.',
  'Ils coûtent 12 millions d’euros, et la ville de Brant en paie 35 pour cent, comme le conseil l’a décidé lundi.',
];
const BRIDGE = [
  'The old bridge over the river Lenn is closed to lorries from today, the ministry said. It was built in 1931.',
  'Nearly 4800 lorries crossed it each day. A new one opens in 2031, said the engineer Paul Adler.',
];
const PONT = [
  'Le vieux pont sur la rivière Lenn est fermé aux camions dès aujourd’hui, dit le ministère. Il date de 1931.',
  'Près de 4800 camions le passaient chaque jour. Un nouveau ouvre en 2031, a dit l’ingénieur Paul Adler.',
];
const alternate = (language: string, address: string) =>
  `<link rel="alternate" hreflang="${language}" href="${address}">`;
const dated = (day: string) => `<meta property="article:published_time" content="${day}">`;

const pages: Record<string, SitePage> = {};
let site: Awaited<ReturnType<typeof startSite>>;
const rss = (...items: readonly (readonly [path: string, stamp: string])[]): SitePage => ({
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>${site.url}</link>${items
    .map(([path, stamp]) => `<item><title>x</title><link>${path}</link><pubDate>${stamp}</pubDate></item>`)
    .join('')}</channel></rss>`,
});

beforeAll(async () => {
  site = await startSite(pages);
});
afterAll(() => site.stop());

let app: App;
afterEach(() => app.close());
const opened = async () => {
  app = await openTestApp(':memory:', { fetching: { mayReach: () => true } });
  for (const path of Object.keys(pages)) delete pages[path];
  site.asked.length = 0;
  return app;
};
const turn = { ...translator('en', {}), author: 'ann' };

describe('a feed in two languages', () => {
  it('becomes pairs by what pages say of each other, else by likeness, and an article alone; nothing twice', async () => {
    await opened();
    pages['/en/harbour'] = {
      body: newsPage('Harbour', HARBOUR, { head: alternate('fr', '/fr/port') + dated('2026-11-02') }),
    };
    pages['/fr/port'] = { body: newsPage('Port', PORT, { language: 'fr', head: dated('2026-11-02') }) };
    pages['/en/bridge'] = { body: newsPage('Bridge', BRIDGE, { head: dated('2026-11-03') }) };
    pages['/fr/pont'] = { body: newsPage('Pont', PONT, { language: 'fr', head: dated('2026-11-03') }) };
    pages['/en/gone'] = { status: 410, body: '' };
    pages['/rss'] = rss(
      ['/en/harbour', 'a'],
      ['/fr/port', 'a'],
      ['/en/bridge', 'a'],
      ['/fr/pont', 'a'],
      ['/en/gone', 'a'],
    );
    const source = await addSource(app, { place: `${site.url}/rss`, languages: [] });
    expect(await lookAt(app, source)).toMatchObject({ found: 5, proposed: 4, missed: 1 });
    const proposals = await openProposals(app);
    expect(proposals.map(({ kind, page, partner }) => [kind, page.title, partner?.title])).toEqual([
      ['pair', 'Bridge', 'Pont'],
      ['pair', 'Harbour', 'Port'],
    ]);
    const [bridge, harbour] = proposals;
    expect(harbour!.isDoubtful).toBe(false);
    expect(harbour!.reasons.map((reason) => english(reason))).toContain(
      'one names the other as its version in this language',
    );
    expect(bridge!.reasons.map((reason) => english(reason))).toContain('published 0 days apart');
    const { kind, number } = await acceptProposal(app, harbour!.id, turn);
    expect(kind).toBe('bitext');
    await app.queue.settled(number);
    expect(await headOf(app, number)).toMatchObject({ state: 'ready', sourceLanguage: 'en', targetLanguage: 'fr' });
    await refuseProposal(app, bridge!.id);
    const asked = site.asked.length;
    pages['/rss'] = rss(['/en/harbour', 'a'], ['/fr/port', 'a'], ['/en/bridge', 'b'], ['/fr/pont', 'a']);
    expect(await lookAt(app, source)).toMatchObject({ found: 4, proposed: 0, missed: 0, failure: null });
    // What the feed says is as it was is not asked for again.
    expect(site.asked.slice(asked).filter((path) => path !== '/robots.txt')).toEqual(['/rss', '/en/bridge']);
    expect(await openProposals(app)).toEqual([]);
  });

  it('has the versions of its pages fetched in languages that are wanted, and new texts become revisions', async () => {
    await opened();
    pages['/en/harbour'] = {
      body: newsPage('Harbour', HARBOUR, { head: alternate('fr', '/fr/port') + alternate('de', '/de') }),
    };
    pages['/fr/port'] = { body: newsPage('Port', PORT, { language: 'fr' }) };
    pages['/rss'] = rss(['/en/harbour', '1']);
    const source = await addSource(app, { place: `${site.url}/rss`, languages: ['French'] });
    await lookAt(app, source);
    const [pair] = await openProposals(app);
    expect([pair!.kind, pair!.partner?.title]).toEqual(['pair', 'Port']);
    await app.queue.settled((await acceptProposal(app, pair!.id, turn)).number);
    pages['/en/harbour'] = { body: newsPage('Harbour', [...HARBOUR, 'The council corrected the sum on Tuesday.']) };
    pages['/rss'] = rss(['/en/harbour', '2']);
    expect(await lookAt(app, source)).toMatchObject({ proposed: 1 });
    const [revision] = await openProposals(app);
    expect(revision!.kind).toBe('revision');
    const accepted = await acceptProposal(app, revision!.id, turn);
    expect(accepted).toEqual({ kind: 'article', number: 1 });
    const { revisions, paragraphs } = await openArticle(app, 1);
    expect(revisions.map(({ number }) => number)).toEqual([2, 1]);
    expect(paragraphs.map(({ text }) => text)).toContain('The council corrected the sum on Tuesday.');
    // What a page says of an article is refused for this text alone.
    pages['/en/harbour'] = { body: newsPage('Harbour', [...HARBOUR, 'Nonsense.']) };
    pages['/rss'] = rss(['/en/harbour', '3']);
    await lookAt(app, source);
    await refuseProposal(app, (await openProposals(app))[0]!.id);
    pages['/rss'] = rss(['/en/harbour', '4']);
    expect(await lookAt(app, source)).toMatchObject({ proposed: 0 });
    pages['/en/harbour'] = { body: newsPage('Harbour', [...HARBOUR, 'Sense.']) };
    pages['/rss'] = rss(['/en/harbour', '5']);
    expect(await lookAt(app, source)).toMatchObject({ proposed: 1 });
  });

  it('is looked at when its time has come, by one program at a time; failures are said and kept', async () => {
    await opened();
    pages['/rss'] = { type: 'text/html', body: '<html><p>No feed.</p></html>' };
    const id = await addSource(app, { place: `${site.url}/rss`, languages: [], schedule: SCHEDULES.day });
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await claimSource(app.store.db, id, { program: 'other', now: app.now(), until: soon })).toBe(true);
    await expect(lookAt(app, id)).rejects.toMatchObject({ code: 'conflict' });
    await lookAtDue(app);
    expect((await openSources(app))[0]!.runs).toEqual([]);
    const later: App = { ...app, now: () => new Date(Date.now() + 120_000).toISOString() };
    await lookAtDue(later);
    const [source] = await openSources(app);
    expect(english(source!.runs[0]!.failure)).toContain('is not a feed');
    expect(Date.parse(source!.nextAt)).toBeGreaterThan(Date.now());
    await lookAtDue(later);
    await setActive(app, id, false);
    await lookAtDue({ ...app, now: () => '2999-01-01T00:00:00.000Z' });
    expect((await openSources(app))[0]!.runs).toHaveLength(1);
    await expect(addSource(app, { place: `${site.url}/rss`, languages: [] })).rejects.toMatchObject({
      code: 'bad-request',
    });
    for (const wrong of [{ place: 'file:///etc/passwd' }, { languages: ['x!'] }, { schedule: 'now and then' }]) {
      const given = { place: `${site.url}/other`, languages: [], ...wrong };
      await expect(addSource(app, given)).rejects.toMatchObject({ code: 'bad-request' });
    }
    await removeSource(app, id);
    expect(await openSources(app)).toEqual([]);
  });

  it('is not fetched from a private network', async () => {
    app = await openTestApp();
    const id = await addSource(app, { place: `${site.url}/rss`, languages: [] });
    expect(english((await lookAt(app, id)).failure)).toContain('is not on the public internet');
  });
});

describe('readFeed', () => {
  const read = (text: string) => readFeed(new TextEncoder().encode(text), 'feed', 'https://paper.example/feeds/all');

  it('reads Atom and RSS of all ages, without what is no page', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/self"/><entry><link rel="enclosure" href="/sound"/>
      <link href="/one#top"/><published>p</published><updated>u</updated></entry><entry><link rel="alternate" href="mailto:x"/></entry></feed>`;
    expect(read(atom)).toEqual([{ address: 'https://paper.example/one', stamp: 'u' }]);
    const rdf = `<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><channel><link>/</link></channel><item><link> two </link><dc:date>d</dc:date></item></rdf:RDF>`;
    expect(read(rdf)).toEqual([{ address: 'https://paper.example/feeds/two', stamp: 'd' }]);
    const guids = `<rss><channel><item><guid>https://a.example/1</guid></item><item><guid isPermaLink="false">7</guid></item>
      <item><link><![CDATA[/3]]></link></item></channel></rss>`;
    expect(read(guids).map(({ address }) => address)).toEqual(['https://a.example/1', 'https://paper.example/3']);
  });

  it('says what is none', () => {
    for (const text of [
      '',
      'words',
      '<html></html>',
      '<rss><channel>',
      '<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>',
    ]) {
      expect(() => read(text), text).toThrow('is not a feed');
    }
  });
});
