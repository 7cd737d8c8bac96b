import type { Request } from 'express';

/** How long a browser keeps a setting, in ms: ten years. */
export const COOKIE_MAX_AGE_MS = 10 * 365 * 24 * 3600 * 1000;

/** The value of a cookie of this name that the browser sent, if it sent one. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
