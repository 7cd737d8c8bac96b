import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { SESSION_MS } from '../../app/accounts/sessions.ts';
import { Problem } from '../../core/problem.ts';
import { cookieOf } from '../cookies.ts';
import { createAttempts, refuseWhile } from './attempts.ts';
import { bearerOf } from './bearer.ts';
import { comesFromPage, isEncrypted } from './own-page.ts';

/** What lets only those in who know the password, while there are no accounts. */
export interface PasswordDoor {
  /** Whether it is asked by who is signed in, or by a program with the password. @throws Problem `too-many-requests` */
  admits(request: Request): boolean;
  /** @throws Problem `forbidden` where it is not the password, `too-many-requests` after too many that were not */
  signIn(request: Request, response: Response, password: string): void;
  signOut(response: Response): void;
}

const SESSION_COOKIE = 'visavis_session';

/**
 * @param password what signs in, also as "Authorization: Bearer" of a program
 * @param now in ms
 */
export function createPasswordDoor(password: string, now = Date.now): PasswordDoor {
  // From a cookie the password could only be tried out, and each try takes as long as this.
  const key = scryptSync(password, 'visavis session', 32);
  const attempts = createAttempts(undefined, now);

  function isPassword(given: string): boolean {
    return timingSafeEqual(hash(given), hash(password));
  }

  function checked(request: Request, given: string): boolean {
    const { ip = '' } = request;
    refuseWhile(attempts.wait(ip));
    if (isPassword(given)) return true;
    attempts.failed(ip);
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

  return {
    admits(request) {
      const token = bearerOf(request);
      if (token !== undefined) return checked(request, token);
      const session = cookieOf(request, SESSION_COOKIE);
      return session !== undefined && isSession(session) && comesFromPage(request);
    },
    signIn(request, response, given) {
      if (!checked(request, given)) throw new Problem('forbidden', 'This is not the password.', '', 'Try again.');
      const until = now() + SESSION_MS;
      const session = `${until}.${randomBytes(16).toString('base64url')}`;
      response.cookie(SESSION_COOKIE, `${session}.${signed(session)}`, {
        httpOnly: true,
        sameSite: 'strict',
        secure: isEncrypted(request),
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
