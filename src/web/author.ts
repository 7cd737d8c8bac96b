import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

const COOKIE = 'visavis_author';

/**
 * Who makes an edit: one browser is one author, so that undo takes back one's
 * own work only. There are no accounts; the name is a number in a cookie.
 */
export function authorOf(request: Request, response: Response): string {
  const known = /(?:^|;\s*)visavis_author=([\w-]{36})/.exec(request.headers.cookie ?? '')?.[1];
  if (known) return known;
  const author = randomUUID();
  response.cookie(COOKIE, author, { httpOnly: true, sameSite: 'strict', maxAge: 10 * 365 * 24 * 3600 * 1000 });
  return author;
}
