import type { RequestHandler } from 'express';
import { z } from 'zod';
import { signInExternally } from '../../../app/accounts/external-sign-in.ts';
import { ownerOfLink } from '../../../app/accounts/password-links.ts';
import type { App } from '../../../app/app.ts';
import { keepLanguage } from '../../../app/workflow/mail-choice.ts';
import { deviceOf } from '../../door/account-door.ts';
import type { Entrance } from '../../door/entrance.ts';
import type { OpenId } from '../../door/external/openid.ts';
import { returnAddress } from '../../door/return-address.ts';
import { readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { notFound, shownInForm } from '../../problems.ts';
import { sendOnward, sendSignIn } from './sign-in-page.ts';

const Query = z.object({ to: z.string().max(2000).default('/') });

/** Leads to the OpenID Connect server, where one signs in. */
export const begin =
  (entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const openId = await openIdOf(entrance);
    const to = returnAddress(readForm(Query, request.query).to);
    try {
      response.redirect(303, await openId.begin(request, response, { to, link: '' }));
    } catch (error) {
      await sendSignIn(response, entrance, { kind: 'accounts', to, problem: shownInForm(error, response) });
    }
  };

const Link = z.object({ token: z.string().max(100) });

/** The same from the page of an invitation, whose account becomes that of whoever signs in. */
export const beginAtLink =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const openId = await openIdOf(entrance);
    const { token } = readForm(Link, request.params);
    await ownerOfLink(app, token);
    await sendOnward(response, await openId.begin(request, response, { to: '/', link: token }));
  };

/** Where the server leads back to. */
export const comeBack =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    const openId = await openIdOf(entrance);
    try {
      const { person, idToken, to, link, isEncrypted } = await openId.finish(request, response);
      const { rules } = entrance.external;
      const entry = { rules, device: deviceOf(request), way: 'OpenID Connect', link, idToken };
      const { account, token } = await signInExternally(app, person, entry);
      await keepLanguage(app, account.id, languageOf(request));
      await entrance.accounts.enter(request, response, token, isEncrypted);
      response.redirect(303, returnAddress(to));
    } catch (error) {
      await sendSignIn(response, entrance, { kind: 'accounts', to: '/', problem: shownInForm(error, response) });
    }
  };

/** There is such an address only where people have accounts and a server is named. */
async function openIdOf(entrance: Entrance): Promise<OpenId> {
  const { openId } = entrance.external;
  return openId && (await entrance.kind()) === 'accounts' ? openId : notFound();
}
