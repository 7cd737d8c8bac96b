import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Door } from '../../door.ts';
import { readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

const Query = z.object({ to: z.string().max(2000).default('/') });

/** The page where one signs in. */
export const showSignIn = (): RequestHandler => async (request, response) => {
  const { to } = readForm(Query, request.query);
  await sendView(response, 'library/sign-in', { to: ownAddress(to), problem: null });
};

const Form = z.object({ password: z.string().max(1000), to: z.string().max(2000).default('/') });

export const signIn =
  (door: Door): RequestHandler =>
  async (request, response) => {
    const { password, to } = readForm(Form, request.body);
    try {
      door.signIn(request, response, password);
    } catch (error) {
      await sendView(response, 'library/sign-in', { to: ownAddress(to), problem: shownInForm(error, response) });
      return;
    }
    response.redirect(303, ownAddress(to));
  };

export const signOut =
  (door: Door): RequestHandler =>
  (_request, response) => {
    door.signOut(response);
    response.redirect(303, '/sign-in');
  };

/** An address of this server, whatever was asked for: nobody is led away from here after signing in. */
function ownAddress(to: string): string {
  const here = 'http://here.invalid';
  if (!URL.canParse(to, here)) return '/';
  const { origin, pathname, search } = new URL(to, here);
  // A path that begins with two slashes would be another server's address again.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
