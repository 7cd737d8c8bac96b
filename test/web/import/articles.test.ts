import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library/library.ts';
import { MAX_FILE_BYTES } from '../../../src/app/limits.ts';
import { STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);

describe('bringing in a pair', () => {
  it('remembers what was changed for the publisher', async () => {
    const page = (words: string) =>
      Buffer.from(
        `<!doctype html><html><head><meta property="og:site_name" content="The Gazette"></head><body><article><h1>Head</h1><p>${'The harbour will be deepened next year. '.repeat(12)}</p><p>Our stories daily at your door</p><p>${words}</p></article></body></html>`,
      );
    const preview = async (words: string) =>
      (
        await agent()
          .post('/bitexts/preview')
          .attach('sourceFile', page(words), 'a.html')
          .field('targetText', STORY.fr)
          .expect(200)
      ).text;
    const first = await preview('One.');
    expect(first).toContain('value="The Gazette"');
    const held = (name: string) => unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(first)?.[1] ?? '');
    const { blocks, text } = JSON.parse(held('source')) as { blocks: { start: number; end: number }[]; text: string };
    const at = blocks.findIndex(({ start, end }) => text.slice(start, end).startsWith('Our stories'));
    await agent()
      .post('/bitexts')
      .type('form')
      .send({
        title: 'Gazette',
        source: held('source'),
        target: held('target'),
        sourceLanguage: 'en',
        targetLanguage: 'fr',
        sourcePublisher: 'The Gazette',
        [`sourceKind${at}`]: 'boilerplate',
      })
      .expect(303);
    expect(await preview('Another story.')).toContain('your earlier choice for this publisher');
  });

  it('reads a file in the encoding that is named, and shows the one that was found', async () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2e]);
    const send = (encoding: string) =>
      agent()
        .post('/bitexts/preview')
        .attach('sourceFile', bytes, 'a.txt')
        .field('sourceEncoding', encoding)
        .field('targetText', STORY.fr);
    expect((await send('windows-1251').expect(200)).text).toContain('Привет.');
    expect((await send('').expect(200)).text).toMatch(/Read as [\w-]+/u);
    await send('no-such').expect(400);
  });

  it('keeps the structure of what is pasted with its formatting', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .field('sourceText', 'Head One Item')
      .field('sourceHtml', '<h1>Head</h1><p>One.</p><ul><li>Item</li></ul><script>alert(1)</script>')
      .field('targetText', STORY.fr)
      .expect(200);
    expect(response.text).toContain('<div class="block list-item">');
    expect(response.text).not.toContain('alert(1)');
  });

  it('previews, then stores what the preview holds, with the kinds chosen there', async () => {
    const preview = await agent()
      .post('/bitexts/preview')
      .field('sourceText', `${STORY.en}\n\nShare`)
      .field('targetText', STORY.fr)
      .expect(200);
    const hidden = (name: string) =>
      unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(preview.text)?.[1] ?? '');
    expect(hidden('sourceLanguage')).toBe('en');
    expect(hidden('targetLanguage')).toBe('fr');
    expect(preview.text).toContain('block boilerplate');
    const created = await agent()
      .post('/bitexts')
      .type('form')
      .send({
        title: 'By form',
        source: hidden('source'),
        target: hidden('target'),
        sourceLanguage: 'en',
        targetLanguage: 'fr',
        sourceKind1: 'boilerplate',
      })
      .expect(303);
    const made = Number(created.headers.location?.split('/').pop());
    await server.app.queue.settled(made);
    const review = await agent().get(`/bitexts/${made}`).expect(200);
    expect(review.text).toContain('By form');
    expect(review.text).toContain('2 lines outside the article (not aligned)');
  });

  it.each([
    ['an empty side', { sourceText: 'Hello.', targetText: '' }, 422, 'The translation is empty.'],
    [
      'a wrong language tag',
      { sourceText: 'Hello.', targetText: 'Bonjour.', sourceLanguage: 'no such!' },
      400,
      'not a language',
    ],
  ])('refuses %s', async (_name, fields, status, message) => {
    const before = (await openLibrary(server.app, {})).counts;
    let form = agent().post('/bitexts/preview');
    for (const [name, value] of Object.entries(fields)) form = form.field(name, value);
    const response = await form.expect(status);
    expect(response.text).toContain(message);
    expect((await openLibrary(server.app, {})).counts).toEqual(before);
  });

  it('refuses a 30 MB file', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.alloc(MAX_FILE_BYTES + 10 * 1024 * 1024), 'big.txt')
      .expect(413);
    expect(response.text).toContain('too large');
  });

  it('refuses a Word file that is none', async () => {
    const response = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.from('hello'), 'story.docx')
      .field('targetText', 'Bonjour.')
      .expect(422);
    expect(response.text).toContain('“story.docx” is not what its name says');
  });

  it('refuses both sides in one language, as problem+json to programs', async () => {
    const article = JSON.stringify({
      title: 'x',
      text: 'Hello.',
      blocks: [{ start: 0, end: 6, kind: 'body', reason: null }],
    });
    const response = await agent()
      .post('/bitexts')
      .set('accept', 'application/json')
      .type('form')
      .send({ source: article, target: article, sourceLanguage: 'en', targetLanguage: 'en' })
      .expect(422);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(response.text)).toMatchObject({ status: 422, title: 'Both sides are in the same language.' });
  });

  it('refuses a preview that was tampered with', async () => {
    await agent()
      .post('/bitexts')
      .type('form')
      .send({ source: '{', target: '{}', sourceLanguage: 'en', targetLanguage: 'fr' })
      .expect(400);
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
