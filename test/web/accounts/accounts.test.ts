import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../../../src/app/accounts/actor.ts';
import { flushSessions } from '../../../src/app/accounts/sessions.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory } from '../../support/app.ts';
import { cookieSet, DESK_PASSWORD, type Member, member, memberOf, sendForm, signInAs } from '../../support/desk.ts';
import { ask, page } from '../../support/listening.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
const session = 'visavis_account';

describe('without an account', () => {
  it('nobody signs in, and no page speaks of it', async () => {
    const { status, body } = await ask(server.url, { headers: page });
    expect(status).toBe(200);
    expect(body).not.toMatch(/sign-in|href="\/account"/u);
    expect((await ask(server.url, { path: '/sign-in', headers: page })).status).toBe(404);
    expect((await ask(server.url, { path: '/account', headers: page })).status).toBe(404);
    const kept = await sendForm(server.url, '/settings', { name: 'Nobody yet', language: '' });
    expect(kept.status).toBe(303);
  });
});

describe('accounts', () => {
  let ida: Member;
  beforeAll(async () => {
    const form = { name: 'Ida', email: 'Ida@News.example', password: DESK_PASSWORD, again: DESK_PASSWORD };
    const weak = await sendForm(server.url, '/accounts/first', { ...form, password: 'short', again: 'short' });
    expect(weak.status).toBe(400);
    expect(weak.body).toContain('value="Ida@News.example"');
    const made = await sendForm(server.url, '/accounts/first', form);
    expect(made.status).toBe(303);
    ida = memberOf(server.url, 'ida@news.example', cookieSet(made));
  });

  it('close the door to everybody else, once there is one', async () => {
    expect((await ask(server.url, { headers: page })).headers.location).toBe('/sign-in');
    expect(
      (await ask(server.url, { path: '/bitexts/1/events', headers: { accept: 'text/event-stream' } })).status,
    ).toBe(401);
    expect((await ask(server.url, { method: 'POST', path: '/memories' })).status).toBe(401);
    expect((await ida.get('/')).status).toBe(200);
    const second = await ida.post('/accounts/first', {
      name: 'Eve',
      email: 'eve@news.example',
      password: DESK_PASSWORD,
      again: DESK_PASSWORD,
    });
    expect(second.status).toBe(409);
  });

  it('give a cookie that no script reads, of which the store keeps the hash alone', async () => {
    const answer = await signInAs(server.url, 'IDA@news.example');
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(/HttpOnly/u);
    expect(set).toMatch(/SameSite=Lax/u);
    expect(set).not.toMatch(/Secure/u);
    const token = cookieSet(answer).slice(session.length + 1);
    const stored = JSON.stringify(await server.app.store.db.selectFrom('session').selectAll().execute());
    expect(stored).not.toContain(token);
    const hash = await server.app.store.db.selectFrom('account').select('password').executeTakeFirstOrThrow();
    expect(hash.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    const https = await signInAs(server.url, ida.email, DESK_PASSWORD);
    expect(cookieSet(https)).not.toBe(cookieSet(answer));
  });

  it('take no session that was planted before, and end the one that a browser had', async () => {
    const first = cookieSet(await signInAs(server.url, ida.email));
    const planted = await sendForm(
      server.url,
      '/sign-in',
      { email: ida.email, password: DESK_PASSWORD },
      { cookie: first },
    );
    expect(cookieSet(planted)).not.toBe(first);
    expect((await memberOf(server.url, '', first).get('/')).status).toBe(303);
    expect((await memberOf(server.url, '', `${session}=planted`).get('/')).status).toBe(303);
  });

  it('lead nowhere else after signing in', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/..//evil.example',
      'javascript:alert(1)',
    ]) {
      const { headers } = await signInAs(server.url, ida.email, DESK_PASSWORD, { to });
      expect(headers.location, to).toMatch(/^\/(?![/\\])/u);
    }
    const { headers } = await signInAs(server.url, ida.email, DESK_PASSWORD, { to: '/glossary?q=a' });
    expect(headers.location).toBe('/glossary?q=a');
  });

  it('change nothing for another site, nor for a cookie alone', async () => {
    const form = { name: 'Eve', email: 'eve@news.example', roles: 'administrator' };
    expect((await ida.post('/accounts', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ida.post('/accounts', form, { origin: 'http://evil.example' })).status).toBe(403);
    const { 'sec-fetch-site': _, ...bare } = { 'sec-fetch-site': '' };
    const alone = await ask(server.url, {
      method: 'POST',
      path: '/accounts',
      headers: { ...bare, cookie: ida.cookie },
    });
    expect(alone.status).toBe(401);
    const login = await sendForm(
      server.url,
      '/sign-in',
      { email: ida.email, password: DESK_PASSWORD },
      { origin: 'http://evil.example' },
    );
    expect(login.status).toBe(403);
  });

  it('are invited by a link that works once, for who may read it alone', async () => {
    const invited = await ida.post('/accounts', { name: 'Bo <b>', email: 'bo@news.example', roles: 'translator' });
    const [, token = ''] = /\/welcome\/([\w-]+)/u.exec(invited.body) ?? [];
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await server.app.store.db.selectFrom('account_link').selectAll().execute())).not.toContain(
      token,
    );
    expect((await ida.get('/accounts')).body).not.toContain(token);
    const welcome = await ask(server.url, { path: `/welcome/${token}`, headers: page });
    expect(welcome.body).toContain('Welcome, Bo &lt;b&gt;');
    const set = (again: string) => sendForm(server.url, `/welcome/${token}`, { password: DESK_PASSWORD, again });
    expect((await set('another')).status).toBe(400);
    const both = await Promise.all([set(DESK_PASSWORD), set(DESK_PASSWORD)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await set(DESK_PASSWORD)).status).toBe(404);
    expect((await ask(server.url, { path: `/welcome/${token}`, headers: page })).status).toBe(404);
  });

  it('are reset by a link, which ends all sessions and the link before', async () => {
    const before = cookieSet(await signInAs(server.url, 'bo@news.example'));
    const { id } = await server.app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'bo@news.example')
      .executeTakeFirstOrThrow();
    const link = async () =>
      /\/welcome\/([\w-]+)/u.exec((await ida.post(`/accounts/${id}`, { action: 'reset' })).body)?.[1] ?? '';
    const [older, newer] = [await link(), await link()];
    expect((await ask(server.url, { path: `/welcome/${older}`, headers: page })).status).toBe(404);
    expect((await memberOf(server.url, '', before).get('/')).status).toBe(200);
    const password = 'eleven oars and a boat';
    expect((await sendForm(server.url, `/welcome/${newer}`, { password, again: password })).status).toBe(303);
    expect((await memberOf(server.url, '', before).get('/')).status).toBe(303);
    expect((await signInAs(server.url, 'bo@news.example')).status).toBe(403);
    expect((await signInAs(server.url, 'bo@news.example', password)).status).toBe(303);
  });

  it('keep their author through all browsers, and no other', async () => {
    const bo = await member(server.app, server.url, 'Una', ['translator']);
    const settings = await bo.get('/settings', { cookie: `${bo.cookie}; visavis_author=${'a'.repeat(36)}` });
    expect(settings.headers['set-cookie']).toBeUndefined();
    expect(settings.body).not.toContain('name="name"');
    await bo.post('/settings', { name: 'Somebody else', language: '' });
    expect((await bo.get('/account')).body).toContain('Una');
  });

  it('see where they are signed in, and end it: one, all others, this one', async () => {
    const una = memberOf(server.url, 'una@news.example', cookieSet(await signInAs(server.url, 'una@news.example')));
    const other = memberOf(server.url, una.email, cookieSet(await signInAs(server.url, una.email)));
    const firefox = await sendForm(
      server.url,
      '/sign-in',
      { email: una.email, password: DESK_PASSWORD },
      {
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
    );
    const { body } = await una.get('/account');
    expect(body).toContain('Firefox, Linux');
    const of = async (member: Member) => (await member.get('/')).status;
    const [, number = ''] = /name="session" value="(\d+)" aria-label="Sign out: Firefox/u.exec(body) ?? [];
    expect((await ida.post('/account/sessions', { session: number })).status).toBe(404);
    expect((await una.post('/account/sessions', { session: number })).status).toBe(303);
    expect(await of(memberOf(server.url, '', cookieSet(firefox)))).toBe(303);
    await una.post('/account/sessions', { session: 'others' });
    expect([await of(una), await of(other)]).toEqual([200, 303]);
    const out = await una.post('/sign-out');
    expect(out.headers.location).toBe('/sign-in');
    // A copy of the cookie is worth nothing afterwards.
    expect(await of(una)).toBe(303);
  });

  it('change a password only with the present one', async () => {
    const una = memberOf(server.url, 'una@news.example', cookieSet(await signInAs(server.url, 'una@news.example')));
    const password = 'nine lamps on a quay';
    const change = (present: string) => una.post('/account/password', { present, password, again: password });
    expect((await change('wrong')).status).toBe(403);
    expect((await change(DESK_PASSWORD)).status).toBe(303);
    expect((await signInAs(server.url, una.email)).status).toBe(403);
    expect((await una.get('/')).status).toBe(200);
  });

  it('that are disabled are out at once, in a stream of events too', async () => {
    const kai = await member(server.app, server.url, 'Kai', ['translator']);
    const bitext = await importStory(server.app);
    const stream = await fetch(`${server.url}/bitexts/${bitext}/events`, { headers: { cookie: kai.cookie } });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const { id } = await server.app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', kai.email)
      .executeTakeFirstOrThrow();
    expect((await ida.post(`/accounts/${id}`, { action: 'disable' })).status).toBe(303);
    expect((await kai.get('/')).status).toBe(303);
    expect((await signInAs(server.url, kai.email)).status).toBe(403);
    // The next thing that happens ends the stream instead of being told.
    const [bead] = (await readBitext(server.app.store.db, bitext)).beads;
    const confirm = { action: 'setStatus', beads: String(bead?.id), status: 'confirmed' };
    expect((await ida.post(`/bitexts/${bitext}/edits`, confirm)).status).toBe(303);
    let heard = '';
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) heard += piece.value;
    expect(heard).not.toContain('confirmed');
  });

  it('always have an administrator', async () => {
    const { id } = await server.app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', ida.email)
      .executeTakeFirstOrThrow();
    expect((await ida.post(`/accounts/${id}`, { action: 'disable' })).status).toBe(409);
    expect((await ida.post(`/accounts/${id}`, { action: 'roles', roles: 'reader' })).status).toBe(409);
    expect((await ida.get('/accounts')).status).toBe(200);
  });

  it('are told apart by nobody who has none', async () => {
    const statuses = [];
    for (const email of ['nobody@news.example', 'kai@news.example', 'ida@news.example']) {
      const { status, body } = await signInAs(server.url, email, 'not the password');
      statuses.push([status, body.replaceAll(email, '')]);
    }
    expect(new Set(statuses.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('are all signed out by one command', async () => {
    const count = await flushSessions(server.app, COMMAND_LINE);
    expect(count).toBeGreaterThan(1);
    expect((await ida.get('/')).status).toBe(303);
  });
});

describe('guessing', () => {
  it('ends soon, also where many try at once', async () => {
    const guesses = Array.from({ length: 30 }, (_, i) => signInAs(server.url, 'ida@news.example', `guess ${i}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 403).length).toBeLessThan(11);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(19);
    expect((await signInAs(server.url, 'ida@news.example')).status).toBe(429);
  });
});
