import { beforeAll, describe, expect, it } from 'vitest';
import { importStory } from '../../support/app.ts';
import { type Member, member, signInAs } from '../../support/desk.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let admin: Member;
let translator: Member;

beforeAll(async () => {
  await importStory(server.app);
  admin = await member(server.app, server.url, 'Ada', ['administrator']);
  translator = await member(server.app, server.url, 'Tom', ['translator']);
  await translator.post('/bitexts/1/title', { title: 'A secret title' });
  await translator.post('/bitexts/1/title', { title: '' });
  await translator.post('/bitexts/1/delete');
  await translator.get('/export/file?bitext=1&format=tmx');
  await translator.get('/bitexts/1');
  await signInAs(server.url, 'tom@news.example', 'mistyped by Tom');
  await signInAs(server.url, 'typed a password here', 'x');
});

/** The log in the order of what happened, once it is written: an entry comes after its answer. */
async function entries(query = ''): Promise<Record<string, string>[]> {
  const { body } = await admin.get(`/audit/file?format=jsonl${query}`);
  return body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string>)
    .reverse();
}

describe('the audit log', () => {
  it('has who did what, with what came of it, and no texts', async () => {
    await expect.poll(async () => (await entries('&action=POST+/bitexts/:id/delete')).length).toBe(1);
    const all = await entries();
    const what = all.map(({ name, action, subject, outcome }) => [name, action, subject, outcome].join(' | '));
    expect(what).toContain('command line | account made | tom@news.example | done');
    expect(what).toContain('Tom | POST /bitexts/:id/title | /bitexts/1/title | done');
    expect(what).toContain('Tom | POST /bitexts/:id/delete | /bitexts/1/delete | refused');
    expect(what).toContain('Tom | GET /export/file | /export/file | done');
    expect(what).toContain(' | sign-in failed | tom@news.example | failed');
    expect(what).toContain(' | sign-in failed |  | failed');
    expect(what.filter((line) => line.includes('/bitexts/:id |'))).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/secret title|mistyped|typed a password/u);
    expect(all.find(({ action }) => action === 'POST /bitexts/:id/title')?.['address']).toContain('127.0.0.1');
  });

  it('is filtered by words, action, outcome and day', async () => {
    expect((await entries('&words=TOM')).length).toBeGreaterThan(3);
    expect(new Set((await entries('&outcome=refused')).map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    const today = new Date().toISOString().slice(0, 10);
    expect((await entries(`&since=${today}&until=${today}`)).length).toBeGreaterThan(3);
    expect(await entries('&since=2099-01-01')).toEqual([]);
    expect(await entries('&until=2001-01-01')).toEqual([]);
  });

  it('is a page and a CSV file for administrators', async () => {
    const { body } = await admin.get('/audit?outcome=refused');
    expect(body).toContain('bitext deleted');
    const french = await admin.get('/audit', { 'accept-language': 'fr' });
    expect(french.body).toContain('bitexte supprimé');
    const { headers, body: csv } = await admin.get('/audit/file?format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(csv).toMatch(/^id,at,account,name,address,action,subject,outcome,detail\r\n/u);
    expect((await translator.get('/audit')).status).toBe(403);
  });

  it('is only added to', async () => {
    const { db } = server.app.store;
    await expect(db.updateTable('audit').set({ name: 'Eve' }).execute()).rejects.toThrow(/only added to/u);
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/only added to/u);
  });
});
