import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { COOKIE_MAX_AGE_MS, cookieOf } from './cookies.ts';

const AUTHOR_COOKIE = 'visavis_author';

/**
 * Who makes an edit: one browser is one author, so that undo takes back one's
 * own work only. There are no accounts; the name is a number in a cookie.
 */
export function authorOf(request: Request, response: Response): string {
  const known = cookieOf(request, AUTHOR_COOKIE);
  if (known && /^[\w-]{36}$/.test(known)) return known;
  const author = randomUUID();
  response.cookie(AUTHOR_COOKIE, author, { httpOnly: true, sameSite: 'strict', maxAge: COOKIE_MAX_AGE_MS });
  return author;
}
