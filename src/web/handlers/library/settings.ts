import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { giveName, nameOf } from '../../../app/review/comments.ts';
import { keepLanguage } from '../../../app/workflow/mail-choice.ts';
import { authorOf } from '../../author.ts';
import { COOKIE_MAX_AGE_MS } from '../../cookies.ts';
import type { Entrance } from '../../door/entrance.ts';
import { identityOf } from '../../door/identity.ts';
import { readForm } from '../../forms.ts';
import { chosenLanguage, INTERFACE_LANGUAGES, LANGUAGE_COOKIE } from '../../language.ts';
import { sendView } from '../../views.ts';

export const show =
  (app: App, entrance: Entrance): RequestHandler =>
  async (request, response) => {
    await sendView(response, 'settings', {
      kind: await entrance.kind(),
      name: await nameOf(app, authorOf(request, response)),
      chosen: chosenLanguage(request),
    });
  };

const Form = z.object({ name: z.string().trim().max(200).default(''), language: z.enum(['', ...INTERFACE_LANGUAGES]) });

export const save =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { name, language } = readForm(Form, request.body);
    // An account has the name that it was made with.
    const { session } = identityOf(request);
    if (!session) await giveName(app, authorOf(request, response), name);
    else if (language) await keepLanguage(app, session.account.id, language);
    if (language) {
      response.cookie(LANGUAGE_COOKIE, language, { sameSite: 'strict', maxAge: COOKIE_MAX_AGE_MS });
    } else response.clearCookie(LANGUAGE_COOKIE, { sameSite: 'strict' });
    response.redirect(303, '/settings');
  };
