import type { Request, Response } from 'express';
import { actorOf } from '../../app/accounts/actor.ts';
import {
  type Device,
  signOut as endSession,
  endSessions,
  type LiveSession,
  openSession,
  SESSION_MS,
  type Voucher,
  voucherFor,
} from '../../app/accounts/sessions.ts';
import { type Credentials, signIn } from '../../app/accounts/sign-in.ts';
import type { App } from '../../app/app.ts';
import { Problem } from '../../core/problem.ts';
import { cookieOf } from '../cookies.ts';
import { createAttempts, refuseWhile } from './attempts.ts';
import { comesFromPage, isEncrypted } from './own-page.ts';

/** What lets in who has an account. */
export interface AccountDoor {
  /** Whose session a request carries; null where it carries none that stands. */
  sessionOf(request: Request): Promise<LiveSession | null>;
  /** Whose program asks; null where its token is none that stands. */
  programOf(token: string): Promise<LiveSession | null>;
  /** @throws Problem `forbidden` where it is not the password, `too-many-requests` after too many that were not */
  signIn(request: Request, response: Response, credentials: Credentials): Promise<void>;
  /** Does what takes a password; null from it is a wrong one. @throws Problem `too-many-requests` */
  tried<T>(request: Request, email: string, work: () => Promise<T | null>): Promise<T | null>;
  /** Gives the browser a new session, and ends the one that it had. @param isHttps whether the browser came by https */
  enter(request: Request, response: Response, token: string, isHttps?: boolean): Promise<void>;
  /** @returns who vouched for the session that is over now; null where it was a password, or there was none */
  signOut(request: Request, response: Response): Promise<Voucher | null>;
}

const ACCOUNT_COOKIE = 'visavis_account';

/** Wrong passwords of one account, wherever they come from, in a window in ms. */
const ACCOUNT_LIMITS = { each: 20, all: 200, window: 15 * 60_000 };

/** @param now in ms */
export function createAccountDoor(app: Pick<App, 'store' | 'now'>, now = Date.now): AccountDoor {
  const ofAddress = createAttempts(undefined, now);
  const ofAccount = createAttempts(ACCOUNT_LIMITS, now);
  let last: Promise<unknown> = Promise.resolve();

  function mayTry(address: string, email: string): void {
    refuseWhile(Math.max(ofAddress.wait(address), ofAccount.wait(email)));
  }

  async function tried<T>({ ip = '' }: Request, email: string, work: () => Promise<T | null>): Promise<T | null> {
    const account = email.trim().toLowerCase();
    mayTry(ip, account);
    // One after another: of many that are sent at once each would find that no other has failed yet.
    const turn = last.then(async () => {
      mayTry(ip, account);
      const result = await work();
      if (result === null)
        for (const [attempts, who] of [
          [ofAddress, ip],
          [ofAccount, account],
        ] as const)
          attempts.failed(who);
      return result;
    });
    last = turn.catch(() => {});
    return turn;
  }

  async function sessionOf(request: Request): Promise<LiveSession | null> {
    const token = cookieOf(request, ACCOUNT_COOKIE);
    return token === undefined || !comesFromPage(request) ? null : openSession(app, token, 'browser');
  }

  const enter: AccountDoor['enter'] = async (request, response, token, isHttps = isEncrypted(request)) => {
    const before = await sessionOf(request);
    if (before) await endSessions(app, before.account, { id: before.id }, actorOf(before.account, request.ip ?? ''));
    response.cookie(ACCOUNT_COOKIE, token, {
      httpOnly: true,
      // Links in mails lead to the page at once; a change is asked for by our own pages alone (`own-page.ts`, `security.ts`).
      sameSite: 'lax',
      secure: isHttps,
      maxAge: SESSION_MS,
    });
  };

  return {
    sessionOf,
    programOf: (token) => openSession(app, token, 'program'),
    tried,
    enter,
    async signIn(request, response, credentials) {
      const token = await tried(request, credentials.email, () => signIn(app, credentials, deviceOf(request)));
      if (token === null) {
        throw new Problem('forbidden', 'E-mail address and password do not belong together.', '', 'Try again.');
      }
      await enter(request, response, token);
    },
    async signOut(request, response) {
      response.clearCookie(ACCOUNT_COOKIE, { httpOnly: true, sameSite: 'lax' });
      const session = await sessionOf(request);
      if (!session) return null;
      const voucher = await voucherFor(app, session);
      await endSession(app, session, request.ip ?? '');
      return voucher;
    },
  };
}

export function deviceOf(request: Request): Device {
  return { device: request.headers['user-agent'] ?? '', address: request.ip ?? '' };
}
