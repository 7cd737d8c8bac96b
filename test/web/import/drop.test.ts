import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import { STORY, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);
const drop = (source: string, target: string) =>
  agent()
    .post('/bitexts/drop')
    .attach('sourceFile', Buffer.from(source), 'a.txt')
    .attach('targetFile', Buffer.from(target), 'b.txt');
const unescaped = (html: string) => html.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('two files dropped on the first page', () => {
  it('are aligned at once, and shown first where something about them is doubtful', async () => {
    const made = await drop(STORY.en, STORY.fr).expect(303);
    expect(made.headers['location']).toMatch(/^\/bitexts\/\d+$/u);
    await server.app.queue.settled(Number(made.headers['location']?.split('/').pop()));
    const again = await drop(STORY.en, STORY.fr).expect(200);
    expect(again.text).toContain('These very texts are a bitext already');
    expect((await drop(STORY.en, STORY.en).expect(200)).text).toContain('Both sides hold the same text');
    expect((await drop(STORY.en, '').expect(422)).text).toContain(STORY.en.slice(0, 22));
  });

  it('can be swapped on the preview', async () => {
    const { text } = await drop(STORY.en, STORY.fr).expect(200);
    const held = (name: string) =>
      unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'u').exec(text)?.[1] ?? '');
    const fields = ['title', 'source', 'target', 'sourceLanguage', 'targetLanguage'].map((name) => [name, held(name)]);
    const swapped = await agent().post('/bitexts/swap').type('form').send(Object.fromEntries(fields)).expect(200);
    expect(swapped.text).toMatch(/name="sourceLanguage"[^>]*value="fr"/u);
    expect(swapped.text).toContain('value="Le port sera approfondi"');
  });
});

describe('the rows of a bitext', () => {
  it('are found by an empty side, and the next text that waits is at hand', async () => {
    const id = await storeBitext(server.app, bitextOf('1-1 1-0 0-1 1-1'), 'Waits');
    const query = { ...EVERY_ROW, filter: 'empty' } as const;
    const { rows } = await openReview(server.app, id, { query, author: '' });
    expect(rows.map(({ number }) => number)).toEqual([2, 3]);
    const next = await agent().get('/bitexts/1/next').expect(303);
    expect(next.headers['location']).toBe(`/bitexts/${id}`);
    expect((await agent().get('/bitexts/1').expect(200)).text).toContain('href="/articles/1"');
  });
});
