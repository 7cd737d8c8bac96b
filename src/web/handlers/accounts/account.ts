import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { changePassword } from '../../../app/accounts/password-links.ts';
import { endSessions, type LiveSession, sessionsOf } from '../../../app/accounts/sessions.ts';
import type { App } from '../../../app/app.ts';
import { Problem } from '../../../core/problem.ts';
import type { Entrance } from '../../door/entrance.ts';
import { askerOf, identityOf } from '../../door/identity.ts';
import { readForm } from '../../forms.ts';
import { notFound, shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { sameTwice } from './typed-password.ts';

/** "My account": who one is here, where one is signed in, the password. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { changed } = readForm(z.object({ changed: z.string().max(10).optional() }), request.query);
    await sendAccount(app, request, response, { problem: null, isChanged: changed !== undefined });
  };

const Form = z.object({ present: z.string().max(1000), password: z.string().max(1000), again: z.string().max(1000) });

/** Sets another password; all other sessions end. */
export const savePassword =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const session = sessionIn(request);
    const form = readForm(Form, request.body);
    try {
      const change = { present: form.present, wanted: sameTwice(form) };
      const where = { session: session.id, address: request.ip ?? '' };
      const done = await entrance.accounts.tried(request, session.account.email, () =>
        changePassword(app, session.account, change, where).then((isRight) => isRight || null),
      );
      if (!done) throw new Problem('forbidden', 'This is not your present password.', '', 'Try again.');
    } catch (error) {
      await sendAccount(app, request, response, { problem: shownInForm(error, response), isChanged: false });
      return;
    }
    response.redirect(303, '/account?changed=yes');
  };

const Which = z.object({ session: z.union([z.literal('others'), z.coerce.number().int()]) });

/** Signs out elsewhere: of one session, or of all but this one. */
export const endOthers =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, account } = sessionIn(request);
    const { session } = readForm(Which, request.body);
    await endSessions(app, account, session === 'others' ? { except: id } : { id: session }, askerOf(request));
    response.redirect(303, '/account');
  };

async function sendAccount(
  app: App,
  request: Request,
  response: Response,
  what: { readonly problem: Problem | null; readonly isChanged: boolean },
): Promise<void> {
  const { id, account } = sessionIn(request);
  await sendView(response, 'accounts/account', {
    account,
    sessions: await sessionsOf(app, account),
    current: id,
    ...what,
  });
}

/** Where there are no accounts, there is no such page. */
function sessionIn(request: Request): LiveSession {
  return identityOf(request).session ?? notFound();
}
