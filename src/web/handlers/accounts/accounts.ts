import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import {
  addAccount,
  addFirstAccount,
  allAccounts,
  resetPassword,
  setDisabled,
  setRoles,
} from '../../../app/accounts/accounts.ts';
import type { PasswordLink } from '../../../app/accounts/password-links.ts';
import type { App } from '../../../app/app.ts';
import { openDeskSettings } from '../../../app/workflow/desk-settings.ts';
import { ROLES } from '../../../core/accounts/permissions.ts';
import type { Problem } from '../../../core/problem.ts';
import { deviceOf } from '../../door/account-door.ts';
import type { Entrance } from '../../door/entrance.ts';
import { askerOf, identityOf } from '../../door/identity.ts';
import { isEncrypted } from '../../door/own-page.ts';
import { listOf, readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { sameTwice } from './typed-password.ts';

/** The people of the desk, or, where there are none yet, the form of the first account. */
export const show =
  (app: App): RequestHandler =>
  (request, response) =>
    sendAccounts(app, request, response, {});

const First = z.object({
  name: z.string().max(1000),
  email: z.string().max(1000),
  password: z.string().max(1000),
  again: z.string().max(1000),
});

/** Makes the first account, an administrator's, and signs the person in. */
export const addFirst =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const form = readForm(First, request.body);
    let session: string;
    try {
      session = await addFirstAccount(app, { ...form, password: sameTwice(form) }, deviceOf(request));
    } catch (error) {
      const typed = { name: form.name, email: form.email };
      return sendAccounts(app, request, response, { problem: shownInForm(error, response), typed });
    }
    await entrance.accounts.enter(request, response, session);
    response.redirect(303, '/accounts');
  };

const Roles = listOf(z.enum(ROLES));
const Invitation = z.object({ name: z.string().max(1000), email: z.string().max(1000), roles: Roles });

/** Makes an account and shows the link by which its person comes in, this once. */
export const invite =
  (app: App): RequestHandler =>
  async (request, response) => {
    const typed = readForm(Invitation, request.body);
    try {
      const link = await addAccount(app, typed, askerOf(request));
      await sendAccounts(app, request, response, { link, linkFor: typed.name });
    } catch (error) {
      await sendAccounts(app, request, response, { problem: shownInForm(error, response), typed });
    }
  };

const Change = z.object({ action: z.enum(['roles', 'reset', 'disable', 'enable']), roles: Roles });

/** Changes an account: its roles, its password by a link, whether it is disabled. */
export const change =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { account } = readForm(z.object({ account: z.string().max(40) }), request.params);
    const { action, roles } = readForm(Change, request.body);
    const asker = askerOf(request);
    try {
      if (action === 'reset') {
        const link = await resetPassword(app, account, asker);
        const linkFor = (await allAccounts(app)).find(({ id }) => id === account)?.name ?? '';
        return await sendAccounts(app, request, response, { link, linkFor });
      }
      if (action === 'roles') await setRoles(app, account, roles, asker);
      else await setDisabled(app, account, action === 'disable', asker);
    } catch (error) {
      return sendAccounts(app, request, response, { problem: shownInForm(error, response) });
    }
    response.redirect(303, '/accounts');
  };

interface Shown {
  readonly problem?: Problem;
  readonly typed?: { readonly name: string; readonly email: string };
  readonly link?: PasswordLink;
  readonly linkFor?: string;
}

async function sendAccounts(app: App, request: Request, response: Response, shown: Shown): Promise<void> {
  const { problem = null, typed = { name: '', email: '' }, link, linkFor = '' } = shown;
  const own = `${isEncrypted(request) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
  await sendView(response, 'accounts/accounts', {
    accounts: await allAccounts(app),
    settings: await openDeskSettings(app),
    own: identityOf(request).session?.account.id ?? '',
    problem,
    typed,
    link: link ? { address: `${own}/welcome/${link.token}`, endsAt: link.endsAt, name: linkFor } : null,
  });
}
