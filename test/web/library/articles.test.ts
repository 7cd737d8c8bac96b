import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArticle } from '../../../src/app/library/article.ts';
import { importStory, STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
beforeAll(async () => {
  await importStory(server.app);
});

const agent = () => request(server.url);
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
const SPANISH =
  'El puerto será dragado\n\nEl puerto de Brant será dragado el próximo año. Las obras empiezan en marzo de 2027. Cuestan 12 millones de euros.\n\n«Esperamos demasiado», dijo la alcaldesa Ida Holm. El concejo municipal dio su acuerdo el lunes.';

describe('the details of an article', () => {
  const opened = async () => (await agent().get('/articles/1/edit').expect(200)).text;
  const save = (page: string, fields: Readonly<Record<string, string>>) =>
    agent()
      .post('/articles/1/edit')
      .type('form')
      .send({ title: 'Harbour to be deepened', version: hidden(page, 'version'), ...fields });

  it('are saved with their labels, and found by them', async () => {
    await save(await opened(), {
      publisher: 'The Gazette',
      published: '2026-11-02',
      topic: 'ports, money, ports',
      desk: 'Économie',
    }).expect(303);
    const { text } = await agent().get('/articles?label=topic:money').expect(200);
    for (const shown of ['Harbour to be deepened', 'The Gazette', '2 Nov 2026', 'Économie', 'ports'])
      expect(text).toContain(shown);
    expect((await agent().get('/articles?label=topic:fish').expect(200)).text).toContain('No article matches.');
  });

  it('do not overwrite what somebody else has saved since, and show both', async () => {
    const [mine, theirs] = [await opened(), await opened()];
    await save(theirs, { author: 'Ann Roe', client: 'Theirs' }).expect(303);
    const refused = await save(mine, { author: 'Bob Doe', client: 'Mine' }).expect(409);
    for (const shown of ['Ann Roe', 'Bob Doe', 'Theirs', 'Mine']) expect(refused.text).toContain(shown);
    await save(refused.text, { author: 'Bob Doe', client: 'Mine' }).expect(303);
    expect((await openArticle(server.app, 1)).article.author).toBe('Bob Doe');
  });

  it('come back with what was typed where they are refused', async () => {
    const refused = await save(await opened(), { author: 'Long thought over', address: 'data:text/html,x' }).expect(
      422,
    );
    expect(refused.text).toContain('Long thought over');
    expect(refused.text).toContain('not an address on the web');
  });
});

describe('several translations of an article', () => {
  it('are added, read side by side, and go out in one file', async () => {
    const empty = await agent()
      .post('/articles/1/translations')
      .field('targetLanguage', 'es')
      .field('targetText', '')
      .expect(422);
    expect(empty.text).toContain('value="es"');
    const added = await agent()
      .post('/articles/1/translations')
      .field('targetLanguage', 'Spanish')
      .field('targetText', SPANISH)
      .expect(303);
    await server.app.queue.settled(Number(added.headers['location']?.split('/').pop()));
    const { text: page } = await agent().get('/articles/1/read').expect(200);
    for (const shown of ['Le port sera approfondi', 'El puerto será dragado', 'Spanish', 'French'])
      expect(page).toContain(shown);
    const { text: tmx } = await agent().get('/articles/1/file?format=tmx').expect(200).buffer(true);
    const [unit = ''] = tmx.match(/<tu>.*?<\/tu>/su) ?? [];
    expect([...unit.matchAll(/xml:lang="(\w+)"/gu)].map(([, tag]) => tag)).toEqual(['en', 'es', 'fr']);
    expect(unit).toContain('<seg>El puerto será dragado</seg>');
    // Nothing is confirmed, which is said instead of an empty file.
    await agent().get('/articles/1/file?format=tmx&status=confirmed').expect(422);
    const sheet = await agent().get('/articles/1/file?format=xlsx').expect(200);
    expect(sheet.headers['content-disposition']).toContain('.xlsx');
  });

  it('are renewed when the text is mended, which is refused where somebody else has mended it since', async () => {
    const { text: form } = await agent().get('/articles/1/text').expect(200);
    expect(form).toContain('The harbour of Brant');
    const send = (text: string) =>
      agent()
        .post('/articles/1/text')
        .type('form')
        .send({ text, revision: hidden(form, 'revision') });
    const saved = await send(STORY.en.replace('on Monday', 'on Tuesday')).expect(303);
    const { text: compared } = await agent()
      .get(saved.headers['location'] ?? '')
      .expect(200);
    expect(compared).toMatch(/<del>Monday<\/del><ins>Tuesday<\/ins>/u);
    expect(compared).toContain('Rows kept: 0');
    const refused = await send('Mine.').expect(409);
    expect(refused.text).toContain('Mine.');
    expect(refused.text).toContain('on Tuesday');
  });
});
