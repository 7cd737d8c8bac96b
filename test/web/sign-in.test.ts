import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../src/web/listen.ts';
import { type Answer, type Asked, ask, FORM, LAN, opened, PASSWORD, page } from '../support/listening.ts';

describe('signing in', () => {
  let server: Listening;
  beforeAll(async () => {
    server = await opened({ host: '127.0.0.1', allowed: ['news.example'], password: PASSWORD });
  });
  afterAll(() => server.stop());

  const signIn = (password: string, more: Asked = {}) =>
    ask(server.url, {
      method: 'POST',
      path: '/sign-in',
      body: new URLSearchParams({ password, ...(more.path ? { to: more.path } : {}) }).toString(),
      headers: { ...FORM, ...page, ...more.headers },
    });
  const cookieOf = ({ headers }: Answer) => String(headers['set-cookie'] ?? '').split(';')[0] ?? '';

  it('is asked of everybody, for every address but the form and its style', async () => {
    const first = await ask(server.url, { headers: page });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/sign-in');
    expect((await ask(server.url, { path: '/search?words=a', headers: page })).headers.location).toBe(
      '/sign-in?to=%2Fsearch%3Fwords%3Da',
    );
    expect((await ask(server.url, { path: '/sign-in', headers: page })).body).toContain('type="password"');
    expect((await ask(server.url, { path: '/assets/style.css' })).status).toBe(200);
    for (const path of ['/client/pages/review.js', '/messages/fr.json', '/core/problem.js', '/nothing']) {
      expect((await ask(server.url, { path, headers: { 'sec-fetch-dest': 'script' } })).status, path).toBe(401);
    }
    expect((await ask(server.url, { headers: { accept: 'application/json' } })).status).toBe(401);
    const unasked = await ask(server.url, { method: 'POST', path: '/samples', headers: { ...FORM, ...page } });
    expect(unasked.status).toBe(401);
  });

  it('speaks French to who reads French', async () => {
    const { body } = await ask(server.url, { path: '/sign-in', headers: { ...page, 'accept-language': 'fr' } });
    expect(body).toContain('Mot de passe');
  });

  it('gives a cookie that no script reads and no other site sends, and that holds no password', async () => {
    const answer = await signIn(PASSWORD, { path: '/glossary?q=a' });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/glossary?q=a');
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(/HttpOnly/u);
    expect(set).toMatch(/SameSite=Strict/u);
    expect(set).not.toMatch(/Secure/u);
    expect(decodeURIComponent(set)).not.toContain(PASSWORD);
    const cookie = cookieOf(answer);
    const opened = await ask(server.url, { headers: { ...page, cookie } });
    expect(opened.status).toBe(200);
    expect(opened.headers['cache-control']).toBe('private, no-cache');
    expect(cookieOf(await signIn(PASSWORD))).not.toBe(cookie);
  });

  it('marks the cookie for what is encrypted only, behind a proxy that encrypts', async () => {
    const headers = { host: 'news.example', origin: 'https://news.example', 'sec-fetch-site': 'same-origin' };
    expect(String((await signIn(PASSWORD, { headers })).headers['set-cookie'])).toMatch(/Secure/u);
  });

  it('leads nowhere else', async () => {
    for (const path of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/..//evil.example',
      'javascript:alert(1)',
    ]) {
      const answer = await signIn(PASSWORD, { path });
      expect(answer.headers.location, path).toMatch(/^\/(?![/\\])/u);
      expect(answer.headers.location, path).not.toMatch(/^\/\/|:\/\//u);
    }
  });

  it('takes no cookie that somebody else has thought of', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const [name, value = ''] = cookie.split('=');
    const [until = '', id = '', signature = ''] = value.split('.');
    const forged = [
      '',
      'x',
      `${until}.${id}`,
      `${Number(until) + 1}.${id}.${signature}`,
      `${until}.other.${signature}`,
      `${until}.${id}.${signature.slice(1)}`,
      `..${signature}`,
      'Infinity.a.b',
    ];
    for (const one of forged) {
      const { status } = await ask(server.url, { headers: { ...page, cookie: `${name}=${one}` } });
      expect(status, one).toBe(303);
    }
    // One that was planted before is not taken over: signing in gives another.
    const planted = await signIn(PASSWORD, { headers: { cookie: `${name}=planted` } });
    expect(cookieOf(planted)).not.toContain('planted');
  });

  it('changes something only where the browser says that our own page asks', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const host = new URL(server.url).host;
    const post = (headers: Record<string, string>) =>
      ask(server.url, {
        method: 'POST',
        path: '/settings',
        body: 'name=Ann&language=',
        headers: { ...FORM, ...page, cookie, ...headers },
      });
    expect((await post({})).status).toBe(401);
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ origin: `http://${host}` })).status).toBe(303);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect((await post({ 'sec-fetch-site': 'cross-site', origin: `http://${host}` })).status).toBe(403);
    expect((await post({ host: 'news.example', origin: 'https://news.example' })).status).toBe(303);
    expect((await post({ host: 'evil.example', origin: 'http://evil.example' })).status).toBe(403);
  });

  it('lets programs in by the password itself', async () => {
    const authorization = `Bearer ${PASSWORD}`;
    expect((await ask(server.url, { headers: { authorization } })).status).toBe(200);
    const made = await ask(server.url, {
      method: 'POST',
      path: '/settings',
      body: 'name=Bot&language=',
      headers: { ...FORM, authorization },
    });
    expect(made.status).toBe(303);
    expect((await ask(server.url, { headers: { ...page, authorization: 'Bearer no' } })).status).toBe(401);
    expect((await ask(server.url, { headers: { ...page, authorization: 'Basic eDp5' } })).status).toBe(401);
  });

  it('ends when one signs out', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    expect((await ask(server.url, { path: '/settings', headers: { ...page, cookie } })).body).toContain('/sign-out');
    const out = await ask(server.url, {
      method: 'POST',
      path: '/sign-out',
      headers: { ...page, cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(out.headers.location).toBe('/sign-in');
    expect(String(out.headers['set-cookie'])).toMatch(/visavis_session=;/u);
  });
});

describe.runIf(LAN)('a server on all addresses', () => {
  let server: Listening;
  let lan = '';
  beforeAll(async () => {
    server = await opened({ host: '0.0.0.0', allowed: ['news.example'], password: PASSWORD });
    lan = `http://${LAN}:${new URL(server.url).port}/`;
  });
  afterAll(() => server.stop());
  const authorization = `Bearer ${PASSWORD}`;

  it('is opened by the address of the machine and by names that were allowed', async () => {
    expect(server.urls).toContain(lan);
    expect((await ask(lan, { headers: { authorization } })).status).toBe(200);
    expect((await ask(lan, { headers: { authorization, host: 'news.example' } })).status).toBe(200);
    expect((await ask(server.url, { headers: { authorization } })).status).toBe(200);
  });

  it('is not opened by a local name that somebody elsewhere gives, with the password or without', async () => {
    for (const host of ['localhost', '127.0.0.1', '0.0.0.0', '[::1]', 'evil.example']) {
      expect((await ask(lan, { headers: { authorization, host } })).status, host).toBe(403);
      const post = await ask(lan, { method: 'POST', path: '/samples', headers: { ...FORM, host } });
      expect(post.status, host).toBe(403);
    }
    expect((await ask(lan, { method: 'POST', path: '/samples', headers: FORM })).status).toBe(401);
  });
});
