import { addAccount } from '../../src/app/accounts/accounts.ts';
import { COMMAND_LINE } from '../../src/app/accounts/actor.ts';
import { setPasswordByLink } from '../../src/app/accounts/password-links.ts';
import type { App } from '../../src/app/app.ts';
import type { Role } from '../../src/core/accounts/permissions.ts';
import { type Answer, ask, FORM, page } from './listening.ts';

export const DESK_PASSWORD = 'seven planks of a pier';

/** Somebody with an account, signed in. */
export interface Member {
  readonly email: string;
  readonly cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form, as a page of ours does. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
    method?: string,
  ): Promise<Answer>;
}

/** Makes an account with its password and signs it in. The first of a database is an administrator's too. */
export async function member(app: App, url: string, name: string, roles: readonly Role[]): Promise<Member> {
  const email = `${name.toLowerCase()}@news.example`;
  const { token } = await addAccount(app, { name, email, roles }, COMMAND_LINE);
  const session = await setPasswordByLink(app, token, DESK_PASSWORD, { device: 'test', address: '' });
  return memberOf(url, email, `visavis_account=${session}`);
}

export function memberOf(url: string, email: string, cookie: string): Member {
  return {
    email,
    cookie,
    get: (path, headers) => ask(url, { path, headers: { ...page, cookie, ...headers } }),
    post: (path, fields = {}, headers = {}, method = 'POST') =>
      sendForm(url, path, fields, { cookie, ...headers }, method),
  };
}

export function sendForm(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  method = 'POST',
): Promise<Answer> {
  return ask(url, {
    method,
    path,
    body: new URLSearchParams(fields).toString(),
    headers: { ...FORM, ...page, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

/** Signs in as a person does. */
export const signInAs = (
  url: string,
  email: string,
  password = DESK_PASSWORD,
  more: Readonly<Record<string, string>> = {},
) => sendForm(url, '/sign-in', { email, password, ...more });

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieSet = ({ headers }: Answer) => String(headers['set-cookie'] ?? '').split(';')[0] ?? '';
