import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { COOKIE_MAX_AGE_MS, cookieOf } from './cookies.ts';
import { identityOf } from './door/identity.ts';

const AUTHOR_COOKIE = 'visavis_author';

/**
 * Who makes an edit, so that undo takes back one's own work only: the account that is signed in. Where there are no accounts,
 * one browser is one author, by a number in a cookie.
 */
export function authorOf(request: Request, response: Response): string {
  const { session } = identityOf(request);
  if (session) return session.account.id;
  const known = cookieOf(request, AUTHOR_COOKIE);
  if (known && /^[\w-]{36}$/.test(known)) return known;
  const author = randomUUID();
  response.cookie(AUTHOR_COOKIE, author, { httpOnly: true, sameSite: 'strict', maxAge: COOKIE_MAX_AGE_MS });
  return author;
}
