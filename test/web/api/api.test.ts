import { beforeAll, describe, expect, it } from 'vitest';
import { type ApiAnswer, apiOf } from '../../support/api.ts';
import { STORY } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let api: Awaited<ReturnType<typeof apiOf>>;
let bitext: number;

beforeAll(async () => {
  api = await apiOf(() => server.url);
});

const story = { source: { text: STORY.en, language: 'en' }, target: { text: STORY.fr, language: 'French' } };

async function everyPage(path: string): Promise<ApiAnswer['body'][]> {
  const items: ApiAnswer['body'][] = [];
  for (let next = ''; ; ) {
    const { body } = await api.ask('get', `${path}limit=2${next && `&cursor=${next}`}`);
    items.push(...body.items);
    if (body.next === null) return items;
    next = body.next;
  }
}

describe('the API, every answer as its document says', () => {
  it('aligns two texts, once for each key', async () => {
    const key = { 'idempotency-key': 'story-1' };
    const [first, again] = await Promise.all([1, 2].map(() => api.ask('post', '/bitexts', story, key)));
    const later = await api.ask('post', '/bitexts', story, key);
    bitext = first!.body.id;
    expect([first!.status, again!.body.id, later.body.id]).toEqual([202, bitext, bitext]);
    expect(later.headers.get('idempotency-replayed')).toBe('true');
    const other = await api.ask('post', '/bitexts', { ...story, title: 'Another' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'bad-input']);
    await api.ask('get', '/jobs');
    await server.app.queue.settled(bitext);
    expect((await api.ask('get', `/bitexts/${bitext}`)).body).toMatchObject({ state: 'ready', rows: { all: 5 } });
    expect((await everyPage('/bitexts?')).map(({ id }) => id)).toEqual([bitext]);
  });

  it('shows rows page by page, changes them, and refuses a change of what has changed since', async () => {
    const rows = await everyPage(`/bitexts/${bitext}/rows?`);
    expect(rows.map(({ source, target }) => [source.length, target.length].join('-'))).toEqual([
      '1-1',
      '1-1',
      '2-1',
      '1-1',
      '1-1',
    ]);
    const [{ id, version }] = rows;
    const confirm = { action: 'setStatus', beads: [id], status: 'confirmed', seen: { [id]: version } };
    const key = { 'idempotency-key': 'confirm-1' };
    const done = await api.ask('post', `/bitexts/${bitext}/edits`, confirm, key);
    expect(done.body).toMatchObject({ seq: 1, rows: [{ id, status: 'confirmed' }] });
    expect((await api.ask('post', `/bitexts/${bitext}/edits`, confirm, key)).body).toEqual(done.body);
    const stale = await api.ask('post', `/bitexts/${bitext}/edits`, confirm);
    expect([stale.status, stale.body.code]).toEqual([409, 'conflict']);
    expect((await api.ask('post', `/bitexts/${bitext}/undo`)).body.rows).toMatchObject([{ id, status: 'proposed' }]);
    expect((await api.ask('post', `/bitexts/${bitext}/redo`)).body.rows).toMatchObject([{ id, status: 'confirmed' }]);
  });

  it('goes on behind a row that is gone meanwhile, and leaves none out', async () => {
    const { body } = await api.ask('get', `/bitexts/${bitext}/rows?limit=2`);
    const [first, second] = body.items;
    await api.ask('post', `/bitexts/${bitext}/edits`, { action: 'merge', bead: first.id });
    const rest = await api.ask('get', `/bitexts/${bitext}/rows?cursor=${body.next}`);
    const ids = rest.body.items.map(({ id }: { id: number }) => id);
    const all = (await api.ask('get', `/bitexts/${bitext}/rows`)).body.items.map(({ id }: { id: number }) => id);
    expect(all.filter((id: number) => !ids.includes(id) && id !== first.id && id !== second.id)).toEqual([]);
    await api.ask('post', `/bitexts/${bitext}/undo`);
  });

  it('sends files, and what the checks find', async () => {
    const { body } = await api.ask('get', `/bitexts/${bitext}/export?format=tmx&status=confirmed`);
    expect(body.match(/<tu[ >]/gu)).toHaveLength(1);
    const one = await api.ask('get', `/export?bitext=${bitext}&kind=headline&format=tsv`);
    expect(one.body).toMatch(/^Harbour to be deepened\t[^\n]*\n$/u);
    expect((await api.ask('get', '/export?format=tsv')).body.code).toMatch(/^bad-/u);
    expect((await api.ask('get', `/bitexts/${bitext}/findings`)).body.count).toBeTypeOf('number');
    await api.ask('post', `/bitexts/${bitext}/archive`);
    expect((await api.ask('get', '/bitexts')).body.items).toEqual([]);
    await api.ask('post', `/bitexts/${bitext}/restore`);
  });

  it('brings in articles, their translations and new revisions', async () => {
    const made = await api.ask('post', '/articles', { text: STORY.en, language: 'en', publisher: 'The Pier' });
    expect(made.body).toMatchObject({ title: 'Harbour to be deepened', publisher: 'The Pier', translationOf: null });
    const { id, revision } = made.body;
    const { bitext: next } = (await api.ask('post', `/articles/${id}/translations`, { text: STORY.fr, language: 'fr' }))
      .body;
    await server.app.queue.settled(next);
    const text = made.body.text.replace('12 million', '13 million');
    const revised = await api.ask('put', `/articles/${id}/text`, { text, revision });
    expect(revised.body).toMatchObject({ article: { text }, bitexts: [{ from: next, language: 'fr' }] });
    expect((await api.ask('put', `/articles/${id}/text`, { text: 'Late.', revision })).body.code).toBe('conflict');
    expect((await api.ask('get', `/articles/${id}`)).body.translations).toMatchObject([{ language: 'fr' }]);
    const { body: compared } = await api.ask('get', `/articles/${id}/revisions`);
    expect(compared).toMatchObject({ from: 1, to: 2, items: [{ number: 2 }, { number: 1 }] });
    expect(JSON.stringify(compared.paragraphs)).toContain('{"text":"13","change":"ins"}');
    const { version } = revised.body.article;
    const details = { title: 'The harbour', publisher: 'The Pier', desk: 'Sea, News', version };
    const { labels } = (await api.ask('put', `/articles/${id}`, details)).body;
    expect(labels.map((one: { name: string }) => one.name).sort()).toEqual(['News', 'Sea']);
    expect((await api.ask('put', `/articles/${id}`, details)).body.code).toBe('conflict');
    const listed = await everyPage('/articles?language=English&publisher=The+Pier&');
    expect(listed.map((one) => one.id)).toEqual([id]);
  });

  it('brings in what is aligned already: a memory, and two texts with a ladder', async () => {
    const tmx = (await api.ask('get', `/bitexts/${bitext}/export?format=tmx`)).body;
    const memory = await api.ask('post', '/memories', { name: 'again.tmx', content: tmx, title: 'Again' });
    expect(memory.body).toMatchObject({ units: 5, findings: [] });
    const table = Buffer.from('Good evening.\tBonsoir.\nThe sea is calm.\tLa mer est calme.\n').toString('base64');
    const rows = { name: 'two.tsv', content: table, encoding: 'base64', from: 'en', to: 'fr' };
    expect((await api.ask('post', '/memories', rows)).body.units).toBe(2);
    const sides = {
      source: { content: 'One.\nTwo.', language: 'en' },
      target: { content: 'Un, deux.', language: 'fr' },
    };
    const ladder = await api.ask('post', '/bitexts/aligned', { ...sides, alignment: { content: '[0, 1]:[0]:0.9' } });
    expect((await api.ask('get', `/bitexts/${ladder.body.bitext}/rows`)).body.items).toMatchObject([
      { source: [{ text: 'One.' }, { text: 'Two.' }], target: [{ text: 'Un, deux.' }] },
    ]);
    expect((await api.ask('post', '/bitexts/aligned', sides)).body.code).toBe('bad-input');
    expect((await api.ask('post', '/memories', { name: 'no.tmx', content: '<tmx' })).body.code).toBe('unreadable-file');
  });

  it('names a bitext, says what it goes by, and deletes it', async () => {
    const { body: head } = await api.ask('post', '/bitexts', story);
    await api.ask('post', `/bitexts/${head.id}/cancel`);
    await server.app.queue.settled(head.id);
    // It may have been done before it was stopped.
    await server.app.store.db.updateTable('bitext').set({ state: 'failed' }).where('id', '=', head.id).execute();
    expect((await api.ask('post', `/bitexts/${head.id}/align`)).status).toBe(202);
    await server.app.queue.settled(head.id);
    expect((await api.ask('post', `/bitexts/${bitext}/align`)).body.code).toBe('bad-request');
    await api.ask('put', `/bitexts/${head.id}/title`, { title: 'Harbour' });
    expect((await api.ask('put', `/bitexts/${head.id}/date`, { day: '2026-03-02' })).body).toEqual({
      day: '2026-03-02',
    });
    const made = await api.ask('post', '/glossaries', { name: 'Sea' });
    const chosen = { glossaries: [made.body.id] };
    expect((await api.ask('put', `/bitexts/${head.id}/glossaries`, chosen)).body).toEqual(chosen);
    expect((await api.ask('get', '/glossaries')).body.items).toContainEqual({
      id: made.body.id,
      name: 'Sea',
      active: true,
      concepts: 0,
    });
    const arranged = { items: [{ id: made.body.id, name: 'The sea', active: false }] };
    expect((await api.ask('put', '/glossaries', arranged)).body.items).toContainEqual({
      ...arranged.items[0],
      concepts: 0,
    });
    await api.ask('put', `/bitexts/${head.id}/check-profile`, { profile: null });
    expect((await api.ask('post', `/bitexts/${head.id}/archive`)).body.title).toBe('Harbour');
    expect((await api.ask('delete', `/bitexts/${head.id}`)).status).toBe(204);
    expect((await api.ask('get', `/bitexts/${head.id}`)).status).toBe(404);
  });

  it('keeps concepts: adds, finds, changes, imports, exports and deletes them', async () => {
    const concept = {
      kind: 'place',
      terms: [
        { language: 'en', text: 'Brant harbour' },
        { language: 'fr', text: 'port de Brant', gender: 'masculine' },
      ],
    };
    const { id, version } = (await api.ask('post', '/concepts', concept)).body;
    const found = await api.ask('get', '/concepts/search?q=brant&language=fr');
    expect(found.body.items).toMatchObject([{ id, version }]);
    const changed = await api.ask('put', `/concepts/${id}`, { ...concept, definition: 'A harbour.', version });
    expect((await api.ask('put', `/concepts/${id}`, { ...concept, version })).body.code).toBe('conflict');
    expect((await api.ask('get', `/concepts/${id}`)).body).toEqual(changed.body);
    const file = (await api.ask('get', '/glossary/export?format=tbx')).body;
    expect(file).toContain('port de Brant');
    expect((await api.ask('post', '/glossary/import', { name: 'again.tbx', content: file })).body).toEqual({
      added: 0,
      changed: 0,
      conflicting: 0,
      skipped: 1,
    });
    expect((await api.ask('delete', `/concepts/${id}`)).status).toBe(204);
    expect((await api.ask('get', '/concepts')).body.items).toEqual([]);
    const [{ batch }] = (await api.ask('get', '/glossary/history')).body.items;
    await api.ask('post', `/glossary/history/${batch}/undo`);
    expect((await api.ask('get', '/concepts')).body.items).toMatchObject([{ definition: 'A harbour.' }]);
  });

  it('refuses as a problem what it cannot take', async () => {
    for (const [method, path, sent, code] of [
      ['get', '/bitexts/999', undefined, 'not-found'],
      ['get', '/bitexts/abc', undefined, 'not-found'],
      ['get', '/bitexts?cursor=nonsense', undefined, 'bad-request'],
      ['get', '/bitexts?limit=1000', undefined, 'bad-request'],
      ['post', '/bitexts', { source: {}, target: {} }, 'bad-request'],
      ['post', '/bitexts', { source: { text: 'a' }, target: { text: 'b', language: 'Klingonese' } }, 'bad-request'],
      ['post', '/articles', { text: ' \n ' }, 'empty-text'],
    ] as const) {
      expect([path, (await api.ask(method, path, sent)).body.code]).toEqual([path, code]);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await api.ask('post', '/bitexts', story, form)).body.code).toBe('unsupported-type');
    const unknown = await fetch(`${server.url}/api/v1/nothing`, { headers: { accept: 'text/html' } });
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('has asked for everything of texts and glossaries that the document names, and the page names it', async () => {
    expect(api.unasked('texts')).toEqual([]);
    expect(api.document.openapi).toMatch(/^3\.1/u);
    const page = await (await fetch(`${server.url}/help/api`)).text();
    for (const path of Object.keys(api.document.paths)) expect(page).toContain(`/api/v1${path}<`);
  });
});
