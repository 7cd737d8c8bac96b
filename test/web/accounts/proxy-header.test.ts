import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDisabled } from '../../../src/app/accounts/accounts.ts';
import type { App } from '../../../src/app/app.ts';
import { createLog } from '../../../src/app/operation/log.ts';
import { type Listening, listen } from '../../../src/web/listen.ts';
import { openTestApp } from '../../support/app.ts';
import { member, sendForm } from '../../support/desk.ts';
import { ask, page } from '../../support/listening.ts';

let app: App;
let desk: Listening;
/** The same desk, where this machine is not the proxy. */
let elsewhere: Listening;
const lines: string[] = [];

beforeAll(async () => {
  app = await openTestApp();
  const proxy = { header: 'X-Forwarded-Email', signOut: '/oauth2/sign_out' };
  const rules = { matchesEmail: false, newRole: 'translator', domains: ['house.example', 'news.example'] } as const;
  const log = createLog({ format: 'json', write: (line) => lines.push(line) });
  const start = (trusted: readonly string[]) =>
    listen(app, { port: 0, host: '127.0.0.1', log, external: { proxy: { ...proxy, trusted }, rules, isOnly: true } });
  desk = await start(['10.0.0.7', '127.0.0.0/8']);
  elsewhere = await start(['10.0.0.0/8', 'fd00::/8']);
});
afterAll(async () => {
  await elsewhere.stop();
  await desk.stop();
});

const by = (email: string) => ({ ...page, 'x-forwarded-email': email });
const get = (email: string, path = '/account', url = desk.url) => ask(url, { path, headers: by(email) });
const nameIn = (body: string) => /<strong>([^<]+)<\/strong>, ([^<]+)</u.exec(body)?.[1];

describe('signing in by the header of a proxy', () => {
  it('begins with the first account', async () => {
    expect((await ask(desk.url, { headers: page })).status).toBe(200);
    await member(app, desk.url, 'Ida', ['administrator']);
    const { status, headers } = await ask(desk.url, { headers: page });
    expect([status, headers['location']]).toEqual([303, '/sign-in']);
    const { body } = await ask(desk.url, { path: '/sign-in', headers: page });
    expect(body).toContain('proxy signs you in');
    expect(body).not.toContain('name="password"');
  });

  it('takes the account of the e-mail address, with one session for all that a page asks for, and no cookie', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => get(' Ida@News.example')));
    expect(answers.map(({ status, body, headers }) => [status, nameIn(body), headers['set-cookie']])).toEqual(
      answers.map(() => [200, 'Ida', undefined]),
    );
    const sessions = await app.store.db.selectFrom('session').select('id').where('issuer', '=', 'proxy').execute();
    expect(sessions).toHaveLength(1);
    expect((await sendForm(desk.url, '/account/mail', { mail: 'on' }, by('ida@news.example'))).status).toBe(303);
  });

  it('makes accounts as the settings say, and says why there is none', async () => {
    expect(nameIn((await get('new@house.example')).body)).toBe('new@house.example');
    for (const [email, why] of [
      ['x@other.example', 'other domains than yours'],
      ['a@other.example, new@house.example', 'not an e-mail address'],
      ['new', 'other domains than yours'],
    ] as const) {
      const { status, body } = await get(email);
      expect([status >= 400, body.includes(why)], body).toEqual([true, true]);
    }
  });

  it('signs out at the proxy, and begins another session where the proxy still vouches', async () => {
    const out = await sendForm(desk.url, '/sign-out', {}, by('ida@news.example'));
    expect(out.headers['refresh']).toBe('0; url=/oauth2/sign_out');
    expect((await get('ida@news.example')).status).toBe(200);
    const nobody = { account: '', name: 'test', address: '' };
    const account = await app.store.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', 'new@house.example')
      .executeTakeFirstOrThrow();
    await setDisabled(app, account.id, true, nobody);
    const { status, body } = await get('new@house.example');
    expect([status, body.includes('disabled')]).toEqual([403, true]);
  });

  it('changes nothing that another site may have asked for', async () => {
    const form = { method: 'POST', path: '/account/mail', headers: { 'x-forwarded-email': 'ida@news.example' } };
    expect((await ask(desk.url, form)).status).toBe(401);
    expect(
      (
        await sendForm(
          desk.url,
          '/account/mail',
          { mail: 'on' },
          { ...by('ida@news.example'), 'sec-fetch-site': 'cross-site' },
        )
      ).status,
    ).toBe(403);
  });

  it('is refused from any other address, on every page, and the log says so', async () => {
    for (const path of ['/', '/sign-in', '/api/v1/bitexts', '/assets/style.css']) {
      const { status, body } = await get('ida@news.example', path, elsewhere.url);
      expect([path, status], body).toEqual([path, 403]);
    }
    const refused = lines.filter((line) => line.includes('no trusted proxy')).map((line) => JSON.parse(line));
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ level: 'warn', header: 'x-forwarded-email', address: '127.0.0.1' });
    expect((await ask(elsewhere.url, { headers: { ...page, 'x-forwarded-for': '10.0.0.7' } })).status).toBe(303);
  });
});
