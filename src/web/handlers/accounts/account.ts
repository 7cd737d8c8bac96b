import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { changePassword, hasPassword } from '../../../app/accounts/password-links.ts';
import { MAX_TOKEN_DAYS, makeProgramToken } from '../../../app/accounts/program-tokens.ts';
import { endSessions, type LiveSession, sessionsOf } from '../../../app/accounts/sessions.ts';
import type { App } from '../../../app/app.ts';
import { chooseMail, isSentMail } from '../../../app/workflow/mail-choice.ts';
import { PROGRAM_SCOPES } from '../../../core/accounts/permissions.ts';
import { Problem } from '../../../core/problem.ts';
import type { Entrance } from '../../door/entrance.ts';
import { askerOf, identityOf } from '../../door/identity.ts';
import { readForm } from '../../forms.ts';
import { notFound, shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { sameTwice } from './typed-password.ts';

/** "My account": who one is here, where one is signed in, the password. */
export const show =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const { changed } = readForm(z.object({ changed: z.string().max(10).optional() }), request.query);
    await sendAccount(app, entrance, request, response, { isChanged: changed !== undefined });
  };

const Form = z.object({ present: z.string().max(1000), password: z.string().max(1000), again: z.string().max(1000) });

/** Sets another password; all other sessions end. */
export const savePassword =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const session = sessionIn(request);
    if (entrance.external.isOnly) notFound();
    const form = readForm(Form, request.body);
    try {
      const change = { present: form.present, wanted: sameTwice(form) };
      const where = { session: session.id, address: request.ip ?? '' };
      const done = await entrance.accounts.tried(request, session.account.email, () =>
        changePassword(app, session.account, change, where).then((isRight) => isRight || null),
      );
      if (!done) throw new Problem('forbidden', 'This is not your present password.', '', 'Try again.');
    } catch (error) {
      await sendAccount(app, entrance, request, response, { problem: shownInForm(error, response) });
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

const Token = z.object({
  name: z.string().max(1000),
  scope: z.enum(PROGRAM_SCOPES),
  days: z.coerce.number().int().min(1).max(MAX_TOKEN_DAYS),
});

/** Makes a token for a program, and shows it, which is the only time. */
export const makeToken =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const { account } = sessionIn(request);
    const program = readForm(Token, request.body);
    try {
      const token = await makeProgramToken(app, account, program, askerOf(request));
      await sendAccount(app, entrance, request, response, { token: { token, name: program.name.trim() } });
    } catch (error) {
      await sendAccount(app, entrance, request, response, { problem: shownInForm(error, response) });
    }
  };

const Mail = z.object({ mail: z.literal('on').optional() });

/** Whether one is sent one's notices by mail. */
export const saveMail =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { account } = sessionIn(request);
    await chooseMail(app, account.id, readForm(Mail, request.body).mail === 'on');
    response.redirect(303, '/account');
  };

interface Shown {
  readonly problem?: Problem;
  readonly isChanged?: boolean;
  readonly token?: { readonly token: string; readonly name: string };
}

async function sendAccount(
  app: App,
  { external }: Entrance,
  request: Request,
  response: Response,
  shown: Shown,
): Promise<void> {
  const { id, account } = sessionIn(request);
  const { problem = null, isChanged = false, token = null } = shown;
  const sessions = await sessionsOf(app, account);
  await sendView(response, 'accounts/account', {
    account,
    sessions: sessions.filter(({ program }) => program === ''),
    programs: sessions.filter(({ program }) => program !== ''),
    current: id,
    // Where nobody signs in with a password, or this account never had one, there is none to change.
    changesPassword: !external.isOnly && (await hasPassword(app, account)),
    isMailed: await isSentMail(app, account.id),
    problem,
    isChanged,
    token,
  });
}

/** Where there are no accounts, there is no such page. */
function sessionIn(request: Request): LiveSession {
  return identityOf(request).session ?? notFound();
}
