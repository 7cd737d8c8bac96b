import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { deleteBitext } from '../../../src/app/library/trash/delete.ts';
import { insertRevision } from '../../../src/store/articles.ts';
import { apiOf } from '../../support/api.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';
import { visavis } from '../../support/cli.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const agent = () => request(server.url);
const text = async (address: string) => (await agent().get(address).expect(200)).text;
const TERM = { language: 'en', text: 'quay', status: 'preferred', partOfSpeech: '', gender: '', note: '' } as const;
const CONCEPT = { kind: 'term', definition: '', note: '', terms: [TERM] } as const;

describe('the trash', () => {
  it('is a page from which what was deleted comes back, or goes for good', async () => {
    await storeBitext(server.app, bitextOf('1-1'), 'The old harbour');
    for (const page of ['/', '/articles']) expect(await text(page)).toContain('href="/trash"');
    expect(await text('/trash')).toContain('The trash is empty.');
    const gone = await agent().post('/bitexts/1/delete').expect(303);
    expect(gone.headers['location']).toBe('/trash?deleted=1');
    expect(await text('/trash?deleted=1')).toContain('“The old harbour” is in the trash.');
    for (const page of ['/', '/archive', '/articles?texts=all', '/search?q=s1', '/export']) {
      expect(await text(page), page).not.toContain('The old harbour');
    }
    await agent().get('/bitexts/1').expect(404);
    const back = await agent().post('/trash/1/restore').expect(303);
    expect(await text(back.headers['location']!)).toContain('href="/bitexts/1"');
    expect(await text('/articles')).toContain('The old harbour');

    await insertRevision(server.app.store.db, 1, { text: 'Anew.', blocks: [] }, server.app.now());
    await insertRevision(server.app.store.db, 1, { text: 'Anew again.', blocks: [] }, server.app.now());
    expect(await text('/articles/1')).toContain('name="number" value="2"');
    await agent().post('/articles/1/revisions/delete').type('form').send({ number: 2 }).expect(303);
    await agent().post('/articles/2/delete').expect(303);
    await agent().post('/articles/1/delete').expect(303);
    expect((await agent().post('/trash/4/delete').expect(409)).text).toContain('in the trash belongs to it.');
    const both = await agent().post('/trash/3/restore').expect(303);
    expect(await text(both.headers['location']!)).toContain('With it came back what it belongs to');

    const [concept = 0] = await addConcepts(server.app, [CONCEPT], { author: 'ann' });
    await agent().post(`/glossary/${concept}/delete`).expect(303);
    expect(await text('/trash')).toContain('/trash/5/restore-concepts');
    await agent().post('/trash/5/restore').expect(404);
    const found = await agent().post('/trash/5/restore-concepts').expect(303);
    expect(found.headers['location']).toContain(encodeURIComponent(`/glossary/${concept}`));
    await agent().post('/trash/2/delete').expect(303);
    await agent().post('/trash/days').type('form').send({ days: 5 }).expect(303);
    await agent().post('/trash/days').type('form').send({ days: 'x' }).expect(400);
    expect(await text('/trash')).toMatch(/The trash is empty\.[\s\S]*value="5"/u);
  });

  it('is served by the API, too', async () => {
    const api = await apiOf(() => server.url);
    const id = await storeBitext(server.app, bitextOf('1-1'), 'By a program');
    const { rows } = {
      rows: await server.app.store.db.selectFrom('article').select('id').orderBy('id', 'desc').execute(),
    };
    const article = rows[1]!.id;
    for (const wording of ['Second.', 'Third.']) {
      await insertRevision(server.app.store.db, article, { text: wording, blocks: [] }, server.app.now());
    }
    expect((await api.ask('delete', `/articles/${article}/revisions/1`)).status).toBe(409);
    expect((await api.ask('delete', `/articles/${article}/revisions/2`)).status).toBe(204);
    expect((await api.ask('delete', `/articles/${article}`)).status).toBe(204);
    const { items } = (await api.ask('get', '/trash')).body;
    expect(items).toMatchObject([
      { kind: 'revision', number: 2 },
      { kind: 'article', title: 'By a program', number: article },
    ]);
    const restored = await api.ask('post', `/trash/${items[0].id}/restore`);
    expect(restored.body).toMatchObject({ place: { kind: 'article', number: article }, with: [{ kind: 'article' }] });
    expect((await api.ask('get', `/bitexts/${id}`)).status).toBe(200);
    const [concept = 0] = await addConcepts(server.app, [CONCEPT], { author: 'ann' });
    await api.ask('delete', `/concepts/${concept}`);
    const [entry] = (await api.ask('get', '/trash')).body.items;
    const back = await api.ask('post', `/trash/${entry.id}/restore-concepts`);
    expect(back.body.place).toEqual({ kind: 'concepts', number: concept });
    expect((await api.ask('put', '/trash/days', { days: 9 })).status).toBe(204);
    expect((await api.ask('get', '/trash/days')).body).toEqual({ days: 9 });
    await api.ask('delete', `/bitexts/${id}`);
    const [last] = (await api.ask('get', '/trash')).body.items;
    expect((await api.ask('delete', `/trash/${last.id}`)).status).toBe(204);
    expect((await api.ask('post', '/trash/empty')).body).toEqual({ deleted: 0 });
    expect(api.unasked('trash')).toEqual([]);
  });

  it('is reached from the command line', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');
    const app = await openTestApp(file);
    const ids = [await storeBitext(app, bitextOf('1-1'), 'First'), await storeBitext(app, bitextOf('1-1'), 'Second')];
    for (const id of ids) await deleteBitext(app, id, { author: '' });
    await app.close();
    const lines = visavis('trash', 'list', '--db', file).stdout.trim().split('\n');
    expect(lines.map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['2', 'bitext', 'Second'],
      ['1', 'bitext', 'First'],
    ]);
    expect(visavis('trash', 'restore', '2', '--db', file)).toMatchObject({ status: 0, stdout: 'Restored: bitext 2\n' });
    expect(visavis('trash', 'restore', '2', '--db', file).status).toBe(3);
    expect(visavis('trash', 'empty', '--db', file)).toMatchObject({ status: 0, stdout: 'Deleted permanently: 1\n' });
  });
});
