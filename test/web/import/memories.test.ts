import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);

describe('bringing in a translation memory', () => {
  const tmx = (units: string) =>
    Buffer.from(`<tmx version="1.4"><header srclang="en"/><body>${units}</body></tmx>`, 'utf8');
  const unit = (en: string, fr: string) =>
    `<tu><tuv xml:lang="EN-GB"><seg>${en}</seg></tuv><tuv xml:lang="FR"><seg>${fr}</seg></tuv></tu>`;
  const send = (file: Buffer) => agent().post('/memories').attach('file', file, 'old.tmx');

  it('stores it and opens it, or says first what was lost', async () => {
    const { headers } = await send(tmx(unit('Good evening.', 'Bonsoir.'))).expect(303);
    const page = (await agent().get(headers['location']!).expect(200)).text;
    expect(page).toContain('Bonsoir.');
    expect(page).toContain('<span class="status">assumed</span>');
    const foreign = '<tu><tuv xml:lang="de"><seg>Guten Abend.</seg></tuv></tu>';
    const lossy = await send(tmx(unit('Good evening.', 'Bonsoir.') + foreign)).expect(200);
    expect(lossy.text).toContain('because they have neither language: 1');
    expect(lossy.text).toMatch(/href="\/bitexts\/\d+">Open the memory/u);
  });

  it('says what is wrong with a file, and stores nothing of it', async () => {
    const before = (await agent().get('/')).text.match(/href="\/bitexts\/\d+/gu);
    const wrong = await send(Buffer.from('%PDF-1.7 not a memory')).field('title', 'My memory').expect(415);
    expect(wrong.text).toContain('value="My memory"');
    expect(wrong.text).toContain('old.tmx is neither TMX nor XLIFF');
    await agent().post('/memories').expect(400);
    expect((await agent().get('/')).text.match(/href="\/bitexts\/\d+/gu)).toEqual(before);
  });
});

describe('bringing in a table', () => {
  it('shows what its columns are taken for, and stores them as they are said to be', async () => {
    const sent = Buffer.from('no;english text;french text\n1;Good evening.;Bonsoir.\n2;Good night.;Bonne nuit.\n');
    const preview = await agent().post('/memories').attach('file', sent, 'words.csv').field('from', 'en').expect(200);
    expect(preview.text).toContain('Choose what each column contains. Nothing is imported yet.');
    expect(preview.text).toContain('<td dir="auto">Good night.</td>');
    const held = preview.text.match(/name="held" value="([^"]*)"/u)![1]!;
    const send = (columns: readonly string[]) => {
      const request = agent().post('/tables').field({ held, from: 'en', to: 'fr', headed: 'on' });
      for (const column of columns) request.field('column', column);
      return request;
    };
    expect((await send(['source', '', '']).expect(422)).text).toContain('Choose one column for the translation.');
    const unknown = agent().post('/tables').field({ held, from: 'zz9', to: 'fr', title: 'Mine', column: 'note' });
    const kept = (await unknown.expect(400)).text;
    expect(kept).toContain('“zz9” is not a language.');
    for (const part of ['value="zz9"', 'value="Mine"', '<option value="note" selected>']) expect(kept).toContain(part);
    await agent().post('/tables').field({ held: 'x' }).expect(400);
    const gone = { held: '00000000-0000-4000-8000-000000000000', from: 'en', to: 'fr' };
    expect((await agent().post('/tables').field(gone).expect(409)).text).toContain('The table is no longer there.');
    // Whoever said that a column is left out need not be told.
    const [{ headers }, again] = await Promise.all([
      send(['', 'source', 'target']).expect(303),
      send(['', 'source', 'target']).expect(303),
    ]);
    expect(again.headers['location']).toBe(headers['location']);
    expect((await send(['', 'source', 'target']).expect(303)).headers['location']).toBe(headers['location']);
    const page = (await agent().get(headers['location']!).expect(200)).text;
    expect(page).toContain('Bonne nuit.');
    expect(page).not.toContain('english text');
  });
});
