import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, member } from '../../support/desk.ts';
import { type Answer, ask } from '../../support/listening.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();

/** Asks as a program does. */
const withToken = (token: string, path: string, method = 'GET', body?: string): Promise<Answer> =>
  ask(server.url, {
    path,
    method,
    ...(body !== undefined && { body }),
    headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' },
  });

const article = JSON.stringify({
  language: 'en',
  text: 'The ferry left late.\n\nNobody knew why.',
  title: 'The ferry',
});

describe('a token of a program', () => {
  let ida: Member;
  let max: Member;
  beforeAll(async () => {
    ida = await member(server.app, server.url, 'Ida', ['administrator']);
    max = await member(server.app, server.url, 'Max', ['translator']);
  });

  async function made(who: Member, scope: string, name = 'nightly export'): Promise<string> {
    const { status, body } = await who.post('/account/tokens', { name, scope, days: '30' });
    expect(status).toBe(200);
    const token = /class="link-field" readonly value="([\w-]{43})"/u.exec(body)?.[1] ?? '';
    expect(token).not.toBe('');
    return token;
  }

  it('is shown once, and only its hash is stored', async () => {
    const token = await made(max, 'read', 'a reader');
    const again = (await max.get('/account')).body;
    expect(again).toContain('a reader');
    expect(again).not.toContain(token);
    const stored = JSON.stringify(await server.app.store.db.selectFrom('session').selectAll().execute());
    expect(stored).not.toContain(token);
    const audit = await server.app.store.db.selectFrom('audit').select(['action', 'detail']).execute();
    expect(audit).toContainEqual({ action: 'token made', detail: 'read' });
  });

  it('that may read changes nothing; one that may all does what its account may, and no more', async () => {
    const reading = await made(max, 'read');
    expect((await withToken(reading, '/api/v1/articles')).status).toBe(200);
    expect((await withToken(reading, '/api/v1/articles', 'POST', article)).status).toBe(403);
    const all = await made(max, 'all');
    expect((await withToken(all, '/api/v1/articles', 'POST', article)).status).toBe(201);
    const audit = await server.app.store.db.selectFrom('audit').select(['name', 'action']).execute();
    expect(audit).toContainEqual({ name: 'Max', action: 'POST /api/v1/articles' });
  });

  it('opens the API alone, even that of an administrator, and not as a cookie', async () => {
    const token = await made(ida, 'all');
    for (const path of ['/', '/account', '/accounts', '/audit'])
      expect((await withToken(token, path)).status, path).toBe(403);
    expect((await withToken(token, '/account/tokens', 'POST', '{}')).status).toBe(403);
    const asCookie = { accept: 'application/json', cookie: `visavis_account=${token}` };
    expect((await ask(server.url, { path: '/api/v1/articles', headers: asCookie })).status).toBe(401);
    const session = ida.cookie.split('=')[1] ?? '';
    expect((await withToken(session, '/api/v1/articles')).status).toBe(401);
  });

  it('ends when it is revoked, when its time is over, and with its account', async () => {
    const token = await made(ida, 'read', 'revoked');
    const number = /aria-label="[^"]*revoked"/u.exec((await ida.get('/account')).body);
    expect(number).not.toBeNull();
    const { id } = await server.app.store.db
      .selectFrom('session')
      .select('id')
      .where('device', '=', 'revoked')
      .executeTakeFirstOrThrow();
    await max.post('/account/sessions', { session: String(id) });
    expect((await withToken(token, '/api/v1/articles')).status).toBe(200);
    await ida.post('/account/sessions', { session: String(id) });
    expect((await withToken(token, '/api/v1/articles')).status).toBe(401);

    const old = await made(ida, 'read', 'old');
    await server.app.store.db
      .updateTable('session')
      .set({ ends_at: '2001-01-01T00:00:00.000Z' })
      .where('device', '=', 'old')
      .execute();
    expect((await withToken(old, '/api/v1/articles')).status).toBe(401);

    const last = await made(max, 'read');
    const account = await server.app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', max.email)
      .executeTakeFirstOrThrow();
    await ida.post(`/accounts/${account.id}`, { action: 'disable' });
    expect((await withToken(last, '/api/v1/articles')).status).toBe(401);
  });

  it('needs a name', async () => {
    const answer = await ida.post('/account/tokens', { name: ' ', scope: 'read', days: '30' });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('A program needs a name');
  });
});
