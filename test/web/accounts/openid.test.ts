import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAccount, setDisabled } from '../../../src/app/accounts/accounts.ts';
import { COMMAND_LINE } from '../../../src/app/accounts/actor.ts';
import type { App } from '../../../src/app/app.ts';
import { type Listening, listen } from '../../../src/web/listen.ts';
import { openTestApp } from '../../support/app.ts';
import { member, memberOf, sendForm, signInAs } from '../../support/desk.ts';
import { type Answer, ask, page } from '../../support/listening.ts';

/** People as their organisation's server knows them. */
const PEOPLE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ida: { email: 'Ida@news.example', email_verified: true, name: 'Ida Holm' },
  'other-ida': { email: 'ida@news.example', email_verified: true, name: 'Somebody else' },
  max: { email: 'max@news.example', email_verified: false, name: 'Max' },
  nora: { email: 'nora@house.example', email_verified: true, name: 'Nora', desk: { roles: ['translator', 'boss'] } },
  rex: { email: 'rex@house.example', email_verified: true, name: 'Rex', desk: { roles: [] } },
  stranger: { email: 'x@house.example.evil', email_verified: true, name: 'X', desk: { roles: ['administrator'] } },
};

let app: App;
let organisation: Server;
let issuer: string;
const desks: Listening[] = [];

/** A desk where whoever has a verified address of an account comes in, one that makes accounts, and one that does neither. */
let matching: string;
let making: string;
let strict: string;

beforeAll(async () => {
  app = await openTestApp();
  organisation = createServer();
  await new Promise<void>((resolve) => organisation.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(organisation.address() as AddressInfo).port}`;
  const open = { matchesEmail: false, newRole: null, domains: [] };
  matching = await openDesk({ ...open, matchesEmail: true });
  making = await openDesk({ ...open, newRole: 'reader', domains: ['house.example'] }, 'desk.roles');
  strict = await openDesk(open, '', true);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'desk',
        client_secret: 'a secret of the desk, long enough',
        redirect_uris: desks.map(({ url }) => `${url}sign-in/openid/callback`),
        post_logout_redirect_uris: desks.map(({ url }) => `${url}sign-in`),
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'desk'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...PEOPLE[sub] }) }),
    pkce: { required: () => true },
  });
  organisation.on('request', provider.callback());
  await member(app, matching, 'Ida', ['administrator']);
  await member(app, matching, 'Max', ['translator']);
});
afterAll(async () => {
  const [first, ...others] = desks;
  // The first closes the database that all of them stand on.
  await Promise.all(others.map((desk) => desk.stop()));
  await first?.stop();
  organisation.closeAllConnections();
  organisation.close();
});

async function openDesk(
  rules: { matchesEmail: boolean; newRole: 'reader' | null; domains: string[] },
  roleClaim = '',
  isOnly = false,
): Promise<string> {
  const openId = {
    issuer,
    clientId: 'desk',
    clientSecret: 'a secret of the desk, long enough',
    label: 'Enter',
    roleClaim,
  };
  const desk = await listen(app, { port: 0, host: '127.0.0.1', external: { openId, rules, isOnly } });
  desks.push(desk);
  return desk.url;
}

/** What a browser keeps of the cookies that an answer sets. */
const cookiesOf = ({ headers }: Answer) => [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]!);

interface Begun {
  readonly desk: string;
  readonly address: URL;
  readonly cookie: string;
}

async function begun(desk = matching, to = '/articles'): Promise<Begun> {
  const answer = await ask(desk, { path: `/sign-in/openid?${new URLSearchParams({ to })}`, headers: page });
  expect(answer.status, answer.body).toBe(303);
  return { desk, address: new URL(String(answer.headers['location'])), cookie: cookiesOf(answer).join('; ') };
}

/** Signs in at the organisation's server in a browser of its own, and says where that leads back to. */
async function throughOrganisation(start: URL, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const sent: RequestInit = { redirect: 'manual', headers: { cookie } };
    const response: Response = await fetch(next, form ? { ...sent, method: 'POST', body: form } : sent);
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    form = null;
    if (location) {
      next = new URL(location, next);
      if (next.origin !== issuer) return next;
      continue;
    }
    const shown = await response.text();
    const prompt = /name="prompt" value="(\w+)"/u.exec(shown)?.[1];
    if (!prompt) throw new Error(`${response.status} ${shown.slice(0, 500)}`);
    form = new URLSearchParams({ prompt, login, password: 'x' });
  }
  throw new Error('The way through the organisation does not end.');
}

const comeBack = ({ desk, cookie }: Pick<Begun, 'desk' | 'cookie'>, back: URL): Promise<Answer> =>
  ask(desk, { path: `${back.pathname}${back.search}`, headers: { ...page, cookie } });

async function signIn(login: string, desk = matching, change = (_address: URL) => {}): Promise<Answer> {
  const attempt = await begun(desk);
  change(attempt.address);
  return comeBack(attempt, await throughOrganisation(attempt.address, login));
}

const sessionIn = (answer: Answer) => cookiesOf(answer).find((one) => one.startsWith('visavis_account=')) ?? '';

async function whoIs(answer: Answer, desk = matching) {
  const { body } = await memberOf(desk, '', sessionIn(answer)).get('/account');
  return /<strong>([^<]+)<\/strong>, ([^<]+)</u.exec(body)?.slice(1, 3);
}

const auditOf = (action: string) =>
  app.store.db.selectFrom('audit').select(['name', 'subject', 'detail']).where('action', '=', action).execute();

const idOf = async (email: string) =>
  (await app.store.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;

describe('signing in by an OpenID Connect server', () => {
  it('stands on the sign-in page beside the password, or in its place', async () => {
    const beside = await ask(matching, { path: '/sign-in?to=/articles', headers: page });
    expect(beside.body).toContain('href="/sign-in/openid?to=%2Farticles">Enter</a>');
    expect(beside.body).toContain('name="password"');
    const alone = await ask(strict, { path: '/sign-in', headers: page });
    expect(alone.body).not.toContain('name="password"');
    expect((await signInAs(strict, 'ida@news.example')).status).toBe(403);
    expect((await signInAs(matching, 'ida@news.example')).status).toBe(303);
  });

  it('finds the account by the verified address where that is wanted, then by the person alone', async () => {
    expect((await signIn('ida', strict)).body).toContain('Nobody has invited you here.');
    const first = await signIn('ida');
    expect([first.status, first.headers['location']]).toEqual([303, '/articles']);
    expect(await whoIs(first)).toEqual(['Ida', 'ida@news.example']);
    const rename = (from: string, to: string) =>
      app.store.db.updateTable('account').set({ email: to }).where('email', '=', from).execute();
    await rename('ida@news.example', 'i.holm@news.example');
    expect(await whoIs(await signIn('ida', strict), strict)).toEqual(['Ida', 'i.holm@news.example']);
    await rename('i.holm@news.example', 'ida@news.example');
    expect(await auditOf('signed in')).toContainEqual({
      name: 'Ida',
      subject: 'ida@news.example',
      detail: 'OpenID Connect',
    });
  });

  it('lets in nobody else: no unverified address, no second person of an address, no other domain, nobody disabled', async () => {
    const refused = async (login: string, desk: string) => {
      const { status, body, headers } = await signIn(login, desk);
      expect([status, sessionIn({ status, body, headers })]).toEqual([403, '']);
      return body;
    };
    expect(await refused('max', matching)).toContain('does not say that your e-mail address is verified');
    expect(await refused('other-ida', matching)).toContain('belongs to another person');
    expect(await refused('nora', matching)).toContain('Nobody has invited you');
    expect(await refused('stranger', making)).toContain('other domains than yours');
    expect(await refused('rex', making)).toContain('no role here');
    await member(app, matching, 'Kai', ['administrator']);
    const nobody = { account: '', name: 'test', address: '' };
    await setDisabled(app, await idOf('ida@news.example'), true, nobody);
    expect(await refused('ida', matching)).toContain('disabled');
    await setDisabled(app, await idOf('ida@news.example'), false, nobody);
    expect((await auditOf('sign-in failed')).map(({ detail }) => detail)).toContain('OpenID Connect: disabled');
  });

  it('makes accounts where that is wanted, and gives roles by a claim at each sign-in', async () => {
    expect(await whoIs(await signIn('nora', making), making)).toEqual(['Nora', 'nora@house.example']);
    const roles = async () =>
      (
        await app.store.db
          .selectFrom('account')
          .select('roles')
          .where('email', '=', 'nora@house.example')
          .executeTakeFirst()
      )?.roles;
    expect(await roles()).toBe('["translator"]');
    await app.store.db
      .updateTable('account')
      .set({ roles: '["reader"]' })
      .where('email', '=', 'nora@house.example')
      .execute();
    await signIn('nora', making);
    expect(await roles()).toBe('["translator"]');
  });

  it('connects the account of an invitation, once, from a page of ours alone', async () => {
    const { token } = await addAccount(app, { name: 'Mo', email: 'mo@news.example', roles: ['reviser'] }, COMMAND_LINE);
    const path = `/welcome/${token}/openid`;
    expect((await sendForm(strict, path, {}, { origin: 'http://evil.example' })).status).toBe(403);
    const onward = await sendForm(strict, path, {});
    const address = new URL(/href="(http[^"]+)"/u.exec(onward.body)?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(onward.headers['refresh']).toBe(`0; url=${address}`);
    const attempt = { desk: strict, cookie: cookiesOf(onward).join('; ') };
    expect(await whoIs(await comeBack(attempt, await throughOrganisation(address, 'max')), strict)).toEqual([
      'Mo',
      'mo@news.example',
    ]);
    expect((await sendForm(strict, path, {})).status).toBe(404);
    expect(await whoIs(await signIn('max', strict), strict)).toEqual(['Mo', 'mo@news.example']);
    const password = 'eleven oars and a boat';
    expect((await sendForm(strict, `/welcome/${token}`, { password, again: password })).status).not.toBe(303);
  });

  it('signs out there, too, and a copy of the cookie is worth nothing afterwards', async () => {
    const ida = memberOf(matching, '', sessionIn(await signIn('ida')));
    const out = await ida.post('/sign-out');
    const [, address = ''] = /url=(.*)/u.exec(String(out.headers['refresh'])) ?? [];
    const there = new URL(address);
    expect(there.href).toMatch(new RegExp(`^${issuer}/session/end\\?`, 'u'));
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${matching}sign-in`);
    expect((await fetch(there)).status).toBe(200);
    expect((await ida.get('/')).status).toBe(303);
  });
});

describe('attacks on it', () => {
  it.each([
    ['nonce', (address: URL) => address.searchParams.set('nonce', 'another')],
    ['code challenge', (address: URL) => address.searchParams.set('code_challenge', 'A'.repeat(43))],
    ['state', (address: URL) => address.searchParams.set('state', 'another')],
  ])('another %s than was asked for is refused', async (_what, change) => {
    const { status, headers } = await signIn('ida', matching, change);
    expect([status, sessionIn({ status, headers, body: '' })]).toEqual([403, '']);
  });

  it('an answer counts in the browser that it was asked for in, of the server that was asked, and once', async () => {
    const attempt = await begun();
    const back = await throughOrganisation(attempt.address, 'ida');
    const changed = (name: string, value: string | null) => {
      const url = new URL(back);
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      return url;
    };
    expect((await comeBack(await begun(), back)).status).toBe(403);
    expect((await comeBack({ ...attempt, cookie: '' }, back)).status).toBe(403);
    expect((await comeBack(attempt, changed('state', null))).status).toBe(403);
    // A mix-up: the answer of another server, or of one that does not say which it is (RFC 9207).
    expect((await comeBack(attempt, changed('iss', 'http://127.0.0.1:1'))).status).toBe(403);
    expect((await comeBack(attempt, changed('iss', null))).status).toBe(403);
    expect((await comeBack(attempt, changed('code', 'another'))).status).toBe(403);
    expect((await comeBack(attempt, back)).status).toBe(303);
    expect((await comeBack(attempt, back)).status).toBe(403);
  });

  it('nobody is led to another site, nor into a session that was planted', async () => {
    const attempt = await begun(matching, 'https://evil.example/');
    const planted = { ...attempt, cookie: `${attempt.cookie}; visavis_account=planted` };
    const answer = await comeBack(planted, await throughOrganisation(attempt.address, 'ida'));
    expect(answer.headers['location']).toBe('/');
    expect(sessionIn(answer)).not.toContain('planted');
    const before = memberOf(matching, '', sessionIn(answer));
    const again = await begun();
    const cookie = `${again.cookie}; ${before.cookie}`;
    const rotated = await comeBack({ desk: matching, cookie }, await throughOrganisation(again.address, 'ida'));
    expect(sessionIn(rotated)).not.toBe(before.cookie);
    expect((await before.get('/')).status).toBe(303);
  });

  it('what was cancelled there is said in plain words, and what an answer says is not repeated', async () => {
    const attempt = await begun();
    const state = attempt.address.searchParams.get('state') ?? '';
    const back = new URL(`${matching}sign-in/openid/callback`);
    back.search = String(
      new URLSearchParams({ error: 'access_denied', error_description: 'Call 555', state, iss: issuer }),
    );
    const { status, body } = await comeBack(attempt, back);
    expect([status, body.includes('You were not signed in.'), body.includes('555')]).toEqual([403, true, false]);
  });

  it('guessing ends after as many failures as for passwords', async () => {
    const statuses = [];
    for (let i = 0; i < 12; i++) {
      const attempt = await begun(strict);
      const state = attempt.address.searchParams.get('state') ?? '';
      const back = new URL(`${strict}sign-in/openid/callback`);
      back.search = String(new URLSearchParams({ code: `guess ${i}`, state, iss: issuer }));
      statuses.push((await comeBack(attempt, back)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
  });
});
