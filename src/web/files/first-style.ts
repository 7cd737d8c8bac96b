import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Request, Response } from 'express';
import { COOKIE_MAX_AGE_MS, cookieOf } from '../cookies.ts';
import { build } from './build.ts';

/** Which build's style sheet a browser has been given. */
const STYLE_COOKIE = 'visavis_style';

/** As it was when the program started, so that it is what its hash says. */
const sheet = readFileSync(new URL('../../../assets/style.css', import.meta.url), 'utf8').replaceAll(
  /\s*\/\*[\s\S]*?\*\//gu,
  '',
);

/** The style sheet as a source of styles for the content security policy. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`;

/**
 * The style sheet to stand in a page, for a browser that has not had it: on a slow line its first page would wait for a second answer before
 * anything is seen. The browser fetches the file itself when it has nothing else to do, and asks for pages without it from then on.
 * @returns null where the browser has it, and for programs, which do not ask as a browser that goes to a page does
 */
export function firstStyle(request: Request, response: Response): string | null {
  if (request.headers['upgrade-insecure-requests'] !== '1' || cookieOf(request, STYLE_COOKIE) === build()) return null;
  response.cookie(STYLE_COOKIE, build(), { httpOnly: true, sameSite: 'lax', maxAge: COOKIE_MAX_AGE_MS });
  return sheet;
}
