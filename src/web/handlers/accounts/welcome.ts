import type { RequestHandler } from 'express';
import { z } from 'zod';
import { ownerOfLink, setPasswordByLink } from '../../../app/accounts/password-links.ts';
import type { App } from '../../../app/app.ts';
import { deviceOf } from '../../door/account-door.ts';
import type { Entrance } from '../../door/entrance.ts';
import { readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { notByPassword, waysIn } from './sign-in-page.ts';
import { sameTwice } from './typed-password.ts';

const Link = z.object({ token: z.string().max(100) });

/** The page of a link by which somebody sets a password. Opening it uses nothing up: programs that check mails open links, too. */
export const showWelcome =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const { token } = readForm(Link, request.params);
    const account = await ownerOfLink(app, token);
    await sendView(response, 'accounts/welcome', { account, token, problem: null, ways: waysIn(entrance) });
  };

const Form = z.object({ password: z.string().max(1000), again: z.string().max(1000) });

export const setPassword =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const { token } = readForm(Link, request.params);
    const account = await ownerOfLink(app, token);
    if (entrance.external.isOnly) throw notByPassword();
    let session: string;
    try {
      session = await setPasswordByLink(app, token, sameTwice(readForm(Form, request.body)), deviceOf(request));
    } catch (error) {
      await sendView(response, 'accounts/welcome', {
        account,
        token,
        problem: shownInForm(error, response),
        ways: waysIn(entrance),
      });
      return;
    }
    await entrance.accounts.enter(request, response, session);
    response.redirect(303, '/');
  };
