import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { cookieOf } from '../../cookies.ts';

/** What one sign-in at another server goes by, from the way there to the way back. */
const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  /** Of the code challenge (RFC 7636). */
  verifier: z.string(),
  /** The page that was asked for. */
  to: z.string(),
  /** A link of an invitation or reset that it began at; empty where it did not. */
  link: z.string(),
  /** In ms since 1970. */
  until: z.number(),
});
export type Attempt = z.infer<typeof Attempt>;

/** How long one may take to sign in at the other server, in ms. */
const ATTEMPT_MS = 10 * 60_000;

/** Keeps attempts in the browsers that they were begun in, so that nobody can fill our memory with them. */
export interface AttemptsInCookies {
  keep(response: Response, attempt: Omit<Attempt, 'until'>, isEncrypted: boolean): void;
  /** The attempt of this browser that has this state, which is over with it; null where there is none that stands. */
  take(request: Request, response: Response, state: string): Attempt | null;
}

/** @param now in ms */
export function createAttemptsInCookies(now = Date.now): AttemptsInCookies {
  // With a new start of the program attempts are over: one begins again with a click.
  const key = randomBytes(32);
  const signed = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  function attemptIn(value: string): Attempt | null {
    const [text = '', signature = ''] = value.split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(signed(text))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return Attempt.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  }

  return {
    keep(response, attempt, isEncrypted) {
      const text = Buffer.from(JSON.stringify({ ...attempt, until: now() + ATTEMPT_MS })).toString('base64url');
      const value = `${text}.${signed(text)}`;
      response.cookie(nameOf(attempt.state, isEncrypted), value, {
        ...optionsFor(isEncrypted),
        maxAge: ATTEMPT_MS,
      });
    },
    take(request, response, state) {
      for (const isEncrypted of [true, false]) {
        const name = nameOf(state, isEncrypted);
        const value = cookieOf(request, name);
        if (value === undefined) continue;
        response.clearCookie(name, optionsFor(isEncrypted));
        const attempt = attemptIn(value);
        if (attempt && attempt.state === state && attempt.until > now()) return attempt;
      }
      return null;
    },
  };
}

/** Each attempt has a cookie of its own: one may sign in in two tabs. "__Host-" keeps neighbours of the same domain from setting it. */
function nameOf(state: string, isEncrypted: boolean): string {
  return `${isEncrypted ? '__Host-' : ''}visavis_openid_${state.replace(/[^\w-]/gu, '').slice(0, 12)}`;
}

/** Lax, since the way back comes from another site. */
function optionsFor(isEncrypted: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isEncrypted, path: '/' };
}
