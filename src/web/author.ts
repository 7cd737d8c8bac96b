import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieOf, KEPT } from './cookies.ts';

const COOKIE = 'visavis_author';

/**
 * Who makes an edit: one browser is one author, so that undo takes back one's
 * own work only. There are no accounts; the name is a number in a cookie.
 */
export function authorOf(request: Request, response: Response): string {
  const known = cookieOf(request, COOKIE);
  if (known && /^[\w-]{36}$/.test(known)) return known;
  const author = randomUUID();
  response.cookie(COOKIE, author, { httpOnly: true, sameSite: 'strict', maxAge: KEPT });
  return author;
}
