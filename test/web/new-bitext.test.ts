import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/app/library/library.ts';
import { STORY } from '../support/app.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();

const agent = () => request(server.url);
const unescaped = (html: string) =>
  html
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const fieldIn = (page: string, name: string) =>
  unescaped(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'u').exec(page)?.[1] ?? '');
const typedIn = (page: string, name: string) =>
  unescaped(new RegExp(`name="${name}"[^>]*>\\n?([^<]*)</textarea>`, 'u').exec(page)?.[1] ?? '');

function send(fields: Readonly<Record<string, string>>) {
  let form = agent().post('/bitexts/preview');
  for (const [name, value] of Object.entries(fields)) form = form.field(name, value);
  return form;
}

/** What the preview's form sends when its button is pressed. */
function previewed(page: string): Record<string, string> {
  const names = ['source', 'target', 'sourceLanguage', 'targetLanguage', 'token', 'title'];
  return Object.fromEntries(names.map((name) => [name, fieldIn(page, name)]));
}

describe('the form for a new bitext', () => {
  it('comes back with what was typed where a side is empty', async () => {
    const { text } = await send({ sourceText: STORY.en, targetText: ' ', sourceLanguage: 'English' }).expect(422);
    expect(typedIn(text, 'sourceText')).toBe(STORY.en);
    expect(text).toContain('The translation is empty.');
  });

  it('comes back with both texts where one file cannot be read, and with the text of the one that can', async () => {
    const { text } = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.from(STORY.en), 'story.txt')
      .attach('targetFile', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'story.docx')
      .expect(422);
    expect(typedIn(text, 'sourceText')).toBe(STORY.en);
    expect(text).toContain('story.docx');
  });

  it('says what is wrong on both sides at once', async () => {
    const { text } = await send({ sourceText: '', targetText: '' }).expect(422);
    expect(text).toContain('The source is empty.');
    expect(text).toContain('The translation is empty.');
  });

  it('takes languages by name and refuses words that name none', async () => {
    const good = await send({
      sourceText: STORY.en,
      targetText: STORY.fr,
      sourceLanguage: 'English',
      targetLanguage: 'français',
    });
    expect(fieldIn(good.text, 'sourceLanguage')).toBe('en');
    expect(fieldIn(good.text, 'targetLanguage')).toBe('fr');
    const bad = await send({ sourceText: STORY.en, targetText: STORY.fr, sourceLanguage: 'klingon' }).expect(400);
    expect(bad.text).toContain('klingon');
    expect(typedIn(bad.text, 'targetText')).toBe(STORY.fr);
  });

  it('is led back to from the preview with both texts', async () => {
    const preview = await send({ sourceText: STORY.en, targetText: STORY.fr }).expect(200);
    const { text } = await agent().post('/bitexts/new').type('form').send(previewed(preview.text)).expect(200);
    expect(typedIn(text, 'sourceText')).toBe(STORY.en);
    expect(typedIn(text, 'targetText')).toBe(STORY.fr);
    expect(fieldIn(text, 'sourceLanguage')).toBe('en');
  });

  it('keeps the kinds of lines of a text that went back and forth unchanged', async () => {
    const html =
      '<article><h1>Harbour</h1><p>The harbour will be deepened next year.</p><h2>Costs</h2><p>It costs a lot of money.</p></article>';
    const first = await agent()
      .post('/bitexts/preview')
      .attach('sourceFile', Buffer.from(`<!doctype html><html><body>${html}</body></html>`), 'story.html')
      .field('targetText', STORY.fr);
    const back = await agent().post('/bitexts/new').type('form').send(previewed(first.text));
    const again = await send({
      sourceText: typedIn(back.text, 'sourceText').replaceAll('\n', '\r\n'),
      sourceRead: fieldIn(back.text, 'sourceRead'),
      targetText: typedIn(back.text, 'targetText'),
      targetRead: fieldIn(back.text, 'targetRead'),
    }).expect(200);
    expect(JSON.parse(fieldIn(again.text, 'source')).blocks).toEqual(JSON.parse(fieldIn(first.text, 'source')).blocks);
  });
});

describe('the preview', () => {
  it('tells what speaks against the pair before anything is stored', async () => {
    const same = await send({ sourceText: STORY.en, targetText: STORY.en }).expect(200);
    expect(same.text).toContain('Both sides hold the same text.');
    const one = await send({ sourceText: STORY.en, targetText: `${STORY.en} More.` }).expect(200);
    expect(one.text).toContain('Both sides are in the same language.');
    const wrong = await send({ sourceText: STORY.en, targetText: STORY.fr, targetLanguage: 'de' }).expect(200);
    expect(wrong.text).toContain('but looks like “fr”');
    const long = Array.from({ length: 40 }, (_, i) => `Le navire numéro ${i} a quitté le port ce matin.`).join(' ');
    const apart = await send({ sourceText: 'The ship left the port.', targetText: long }).expect(200);
    expect(apart.text).toContain('Sentences in the source: 1, in the translation: 40.');
  });

  it('shows itself again where the pair cannot be aligned', async () => {
    const preview = await send({ sourceText: STORY.en, targetText: `${STORY.en} More.` });
    const { text } = await agent().post('/bitexts').type('form').send(previewed(preview.text)).expect(422);
    expect(text).toContain('Both sides are in the same language.');
    expect(JSON.parse(fieldIn(text, 'source')).text).toBe(STORY.en);
  });

  it('makes one bitext however often it is sent, and tells of texts that are there', async () => {
    const before = (await openLibrary(server.app, {})).entries.length;
    const preview = await send({ sourceText: STORY.en, targetText: STORY.fr }).expect(200);
    const create = () => agent().post('/bitexts').type('form').send(previewed(preview.text)).expect(303);
    const [first, second] = await Promise.all([create(), create()]);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect((await openLibrary(server.app, {})).entries).toHaveLength(before + 1);
    const again = await send({ sourceText: STORY.en, targetText: STORY.fr }).expect(200);
    expect(again.text).toContain('These very texts are a bitext already:');
    expect(again.text).toContain(`href="${first.headers['location']}"`);
  });
});
