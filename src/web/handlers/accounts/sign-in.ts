import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { keepLanguageOf } from '../../../app/workflow/mail-choice.ts';
import type { Entrance } from '../../door/entrance.ts';
import { returnAddress } from '../../door/return-address.ts';
import { readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { notFound, shownInForm } from '../../problems.ts';
import { notByPassword, sendOnward, sendSignIn } from './sign-in-page.ts';

const Query = z.object({ to: z.string().max(2000).default('/') });

/** The page where one signs in. */
export const showSignIn =
  (entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const kind = await entrance.kind();
    if (kind === 'open') notFound();
    const { to } = readForm(Query, request.query);
    await sendSignIn(response, entrance, { kind, to });
  };

const Form = z.object({
  email: z.string().max(1000).default(''),
  password: z.string().max(1000),
  to: z.string().max(2000).default('/'),
});

export const signIn =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const kind = await entrance.kind();
    if (kind === 'open') notFound();
    const { email, password, to } = readForm(Form, request.body);
    try {
      if (kind === 'accounts') {
        if (entrance.external.isOnly) throw notByPassword();
        await entrance.accounts.signIn(request, response, { email, password });
        await keepLanguageOf(app, email, languageOf(request));
      } else entrance.password?.signIn(request, response, password);
    } catch (error) {
      const problem = shownInForm(error, response);
      await sendSignIn(response, entrance, { kind, to, email, problem });
      return;
    }
    response.redirect(303, returnAddress(to));
  };

export const signOut =
  (entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const { openId, proxy } = entrance.external;
    const isByProxy = proxy?.names(request) ?? false;
    if (isByProxy) await proxy?.leave(request);
    const voucher = await entrance.accounts.signOut(request, response);
    entrance.password?.signOut(response);
    const there = isByProxy ? proxy?.signOut : voucher && (await openId?.signOutAddress(request, voucher));
    if (there) await sendOnward(response, there, true);
    else response.redirect(303, '/sign-in');
  };
