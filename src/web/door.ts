import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { createAttempts } from './attempts.ts';
import { cookieOf } from './cookies.ts';

/** What lets only those in who know the password. */
export interface Door {
  /** Goes on with who is signed in; leads a person to the page where one signs in, refuses a program. */
  readonly guard: RequestHandler;
  /** @throws Problem `forbidden` where it is not the password, `too-many-requests` after too many that were not */
  signIn(request: Request, response: Response, password: string): void;
  signOut(response: Response): void;
}

const SESSION_COOKIE = 'visavis_session';
/** How long a person stays signed in, in ms: 30 days. */
const SESSION_MS = 30 * 24 * 3600 * 1000;

/**
 * @param password what signs in, also as "Authorization: Bearer" of a program
 * @param now in ms
 */
export function createDoor(password: string, now = Date.now): Door {
  // From a cookie the password could only be tried out, and each try takes as long as this.
  const key = scryptSync(password, 'visavis session', 32);
  const attempts = createAttempts(undefined, now);

  function isPassword(given: string): boolean {
    return timingSafeEqual(hash(given), hash(password));
  }

  /** @throws Problem after too many that were not the password */
  function mayTry({ ip = '' }: Request): void {
    const wait = attempts.wait(ip);
    if (wait === 0) return;
    throw new Problem(
      'too-many-requests',
      'Too many wrong passwords.',
      '',
      msg('Try again in {minutes} min.', { minutes: Math.ceil(wait / 60_000) }),
    );
  }

  function checked(request: Request, given: string): boolean {
    mayTry(request);
    if (isPassword(given)) return true;
    attempts.failed(request.ip ?? '');
    return false;
  }

  /** A session is what was signed here and is not over; nobody can make one for somebody else. */
  function isSession(value: string): boolean {
    const [until = '', id = '', signature = ''] = value.split('.');
    return timingSafeEqual(hash(signature), hash(signed(`${until}.${id}`))) && Number(until) > now();
  }

  function signed(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  function admits(request: Request): boolean {
    const [, token] = /^Bearer +(\S.*)$/iu.exec(request.headers.authorization ?? '') ?? [];
    if (token !== undefined) return checked(request, token);
    const session = cookieOf(request, SESSION_COOKIE);
    if (session === undefined || !isSession(session)) return false;
    // A browser says where a change comes from; the cookie alone does not.
    const { origin } = request.headers;
    const says = origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
    return says || ['GET', 'HEAD'].includes(request.method);
  }

  return {
    guard(request, response, next) {
      if (admits(request)) return next();
      if (!isOpenedByPerson(request)) throw notSignedIn();
      const to = request.originalUrl === '/' ? '' : `?${new URLSearchParams({ to: request.originalUrl })}`;
      response.redirect(303, `/sign-in${to}`);
    },
    signIn(request, response, given) {
      if (!checked(request, given)) throw new Problem('forbidden', 'This is not the password.', '', 'Try again.');
      const until = now() + SESSION_MS;
      const session = `${until}.${randomBytes(16).toString('base64url')}`;
      response.cookie(SESSION_COOKIE, `${session}.${signed(session)}`, {
        httpOnly: true,
        sameSite: 'strict',
        // The page was opened through what encrypts, so the cookie takes no other way.
        secure: request.headers.origin?.startsWith('https:') ?? false,
        maxAge: SESSION_MS,
      });
    },
    signOut(response) {
      response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'strict' });
    },
  };
}

/** Of one length, whatever was given. */
function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether the answer is shown as a page; what a page's own modules fetch is not. */
function isOpenedByPerson(request: Request): boolean {
  const { authorization, 'sec-fetch-dest': shownAs = 'document' } = request.headers;
  const takesPages = request.accepts(['html', 'json']) === 'html';
  return request.method === 'GET' && authorization === undefined && shownAs === 'document' && takesPages;
}

function notSignedIn(): Problem {
  return new Problem('not-signed-in', 'Sign in first.', '', 'Open Vis-à-vis in another tab and sign in there.');
}
