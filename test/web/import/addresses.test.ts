import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleOf } from '../../../src/app/library/article.ts';
import { STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';
import { newsPage, startSite } from '../../support/web-site.ts';

const server = ownServer({ fetching: { mayReach: (address) => address === '127.0.0.1' } });
const agent = () => request(server.url);
const unescaped = (html: string) => html.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const held = (page: string, name: string) =>
  unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'u').exec(page)?.[1] ?? '');

const ALTERNATES =
  '<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" hreflang="x-default" href="/"><meta property="article:published_time" content="2026-11-20T08:00:00Z">';
const page = (language: 'en' | 'fr') => {
  const [title = '', ...paragraphs] = STORY[language].split('\n\n');
  return { body: newsPage(title, paragraphs, { head: ALTERNATES, language }) };
};
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite({ '/en': page('en'), '/fr': page('fr'), '/logo': { body: 'x', type: 'image/png' } });
});
afterAll(() => site.stop());

function send(to: string, fields: Readonly<Record<string, string>>) {
  let form = agent().post(to);
  for (const [name, value] of Object.entries(fields)) form = form.field(name, value);
  return form;
}

describe('the addresses of two pages', () => {
  it('are fetched, read and dated, and kept with the articles', async () => {
    const made = await send('/bitexts/drop', { sourceText: ` ${site.url}/en\n`, targetText: `${site.url}/fr` }).expect(
      303,
    );
    await server.app.queue.settled(Number(made.headers['location']?.split('/').pop()));
    for (const [id, language] of [
      [1, 'en'],
      [2, 'fr'],
    ] as const) {
      expect(await articleOf(server.app, id)).toMatchObject({
        language,
        title: STORY[language].split('\n')[0],
        address: `${site.url}/${language}`,
        publisher: '127.0.0.1',
        published: '2026-11-20',
      });
    }
    // Each was asked for once, with what its site asks of programs.
    expect(site.asked.sort()).toEqual(['/en', '/fr', '/robots.txt', '/robots.txt']);
  });

  it('pass through the preview', async () => {
    const { text } = await send('/bitexts/preview', { sourceText: `${site.url}/en`, targetText: STORY.fr }).expect(200);
    expect(JSON.parse(held(text, 'source'))).toMatchObject({ address: `${site.url}/en` });
  });

  it('lead to the other language in one click', async () => {
    const { text } = await send('/bitexts/drop', { sourceText: `${site.url}/en`, targetText: '' }).expect(422);
    expect(text).toContain('The translation is empty.');
    expect(held(text, 'targetAddress')).toBe(`${site.url}/fr`);
    expect(text.match(/name="\w+Address"/gu)).toHaveLength(1);
    const read = held(text, 'sourceRead');
    const both = { sourceText: JSON.parse(read).text, sourceRead: read, targetText: '' };
    const preview = await send('/bitexts/preview', { ...both, targetAddress: `${site.url}/fr` }).expect(200);
    expect(JSON.parse(held(preview.text, 'source')).address).toBe(`${site.url}/en`);
    expect(JSON.parse(held(preview.text, 'target')).address).toBe(`${site.url}/fr`);
  });

  it('that cannot be read come back with why, beside what was read', async () => {
    const { text } = await send('/bitexts/preview', { sourceText: `${site.url}/logo`, targetText: STORY.fr }).expect(
      415,
    );
    expect(unescaped(text)).toContain(`${site.url}/logo is not a page of text.`);
    expect(text).toContain(`\n${site.url}/logo</textarea>`);
    expect(text).toContain('Le port sera approfondi');
    const inside = await send('/bitexts/preview', { sourceText: 'http://127.0.0.2/', targetText: STORY.fr }).expect(
      403,
    );
    expect(inside.text).toContain('127.0.0.2 is not on the public internet.');
  });
});

describe('the address of a page', () => {
  it('brings a translation of an article, and a new version of a text', async () => {
    const translation = await send('/articles/1/translations', { targetText: `${site.url}/logo` }).expect(415);
    expect(translation.text).toContain('is not a page of text');
    const same = await send('/bitexts/1/update', { sourceText: `${site.url}/en` }).expect(400);
    expect(same.text).toContain('The texts are as they were.');
  });
});
