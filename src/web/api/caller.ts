import type { Request } from 'express';
import { cookieOf } from '../cookies.ts';
import { identityOf } from '../door/identity.ts';

/** A program that says nothing of itself. */
const PROGRAM = 'api';

/**
 * Who asks, as edits are kept by it: the account whose session or token it is; without accounts the browser that asks for a page, or
 * “api”. What they may is looked at before, by what each address takes.
 */
export function callerOf(request: Request): string {
  const { session } = identityOf(request);
  if (session) return session.account.id;
  const browser = cookieOf(request, 'visavis_author');
  return browser !== undefined && /^[\w-]{36}$/u.test(browser) ? browser : PROGRAM;
}
