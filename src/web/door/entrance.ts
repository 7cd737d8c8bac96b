import type { Request, RequestHandler } from 'express';
import { isDesk } from '../../app/accounts/accounts.ts';
import type { App } from '../../app/app.ts';
import { Problem } from '../../core/problem.ts';
import { type AccountDoor, createAccountDoor } from './account-door.ts';
import { bearerOf } from './bearer.ts';
import { type External, NO_EXTERNAL } from './external/external.ts';
import { EVERYBODY, type Identity, setIdentity } from './identity.ts';
import type { PasswordDoor } from './password-door.ts';

/** How people get in: without anything, by one password, or, once there is an account, by their accounts alone. */
export interface Entrance {
  readonly password: PasswordDoor | null;
  readonly accounts: AccountDoor;
  /** How people come in for whom others vouch, once there are accounts. */
  readonly external: External;
  /** By what one signs in now. */
  kind(): Promise<'open' | 'password' | 'accounts'>;
  /** Lets on who may come in; leads a person to the page where one signs in, refuses a program. */
  readonly guard: RequestHandler;
}

export function createEntrance(
  app: Pick<App, 'store' | 'now'>,
  password: PasswordDoor | null,
  external: External = NO_EXTERNAL,
): Entrance {
  const accounts = createAccountDoor(app);
  // Accounts are never deleted, so there is no way back.
  let hasAccounts = false;

  async function kind(): ReturnType<Entrance['kind']> {
    hasAccounts ||= await isDesk(app);
    if (hasAccounts) return 'accounts';
    return password ? 'password' : 'open';
  }

  async function browserOf(request: Request): Promise<Identity | null> {
    // Of the two the proxy's word counts: it signs people in and out.
    const vouched = external.proxy?.names(request) ? external.proxy : accounts;
    const session = await vouched.sessionOf(request);
    return session && { session, roles: session.account.roles };
  }

  /** A token opens the API alone: whoever finds one cannot change the account, or make others, with it. */
  async function programOf(request: Request, token: string): Promise<Identity> {
    const session = await accounts.programOf(token);
    if (!session) {
      throw new Problem(
        'not-signed-in',
        'This token is not known, or has ended.',
        '',
        'Make another one under “My account”.',
      );
    }
    if (!request.path.startsWith('/api/')) {
      throw new Problem('forbidden', 'A token opens the addresses below /api/ alone.', '', 'See /help/api.');
    }
    return { session, roles: session.program === 'read' ? ['reader'] : session.account.roles };
  }

  async function identityFor(request: Request): Promise<Identity | null> {
    switch (await kind()) {
      case 'accounts': {
        const token = bearerOf(request);
        return token === undefined ? browserOf(request) : programOf(request, token);
      }
      case 'password':
        return password?.admits(request) ? EVERYBODY : null;
      case 'open':
        return EVERYBODY;
    }
  }

  return {
    password,
    accounts,
    external,
    kind,
    async guard(request, response, next) {
      const identity = await identityFor(request);
      if (identity) {
        setIdentity(request, identity);
        next();
        return;
      }
      if (!isOpenedByPerson(request)) {
        throw new Problem('not-signed-in', 'Sign in first.', '', 'Open Vis-à-vis in another tab and sign in there.');
      }
      const to = request.originalUrl === '/' ? '' : `?${new URLSearchParams({ to: request.originalUrl })}`;
      response.redirect(303, `/sign-in${to}`);
    },
  };
}

/** Whether the answer is shown as a page; what a page's own modules fetch is not. */
function isOpenedByPerson(request: Request): boolean {
  const { authorization, 'sec-fetch-dest': shownAs = 'document' } = request.headers;
  const takesPages = request.accepts(['html', 'json']) === 'html';
  return request.method === 'GET' && authorization === undefined && shownAs === 'document' && takesPages;
}
