import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { checkBitext, checkBitexts, dismissals, dismissFinding, undismiss } from '../../../app/check/findings.ts';
import { glossaries, glossariesFor } from '../../../app/glossary/glossaries.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';

/** Everything in which a bitext departs from its glossaries. */
export const showFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    await sendView(response, 'check/findings', {
      checked: [await checkBitext(app, id)],
      selection: [],
      one: true,
      dismissed: await dismissals(app),
      glossaries: await glossaries(app),
      chosen: await glossariesFor(app, id),
    });
  };

export const showAllFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext } = readForm(z.object({ bitext: listOf(z.coerce.number().int().positive()) }), request.query);
    await sendView(response, 'check/findings', {
      checked: await checkBitexts(app, bitext),
      selection: bitext,
      one: false,
      dismissed: await dismissals(app),
      glossaries: [],
      chosen: [],
    });
  };

const Dismissal = z.object({
  finding: z.string().min(1).max(2000),
  reason: z.string().max(1000).default(''),
  where: z.enum(['here', 'everywhere']).default('here'),
  bitext: z.coerce.number().int(),
  back: z.string().startsWith('/').catch('/check').default('/check'),
});

export const dismiss =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { finding, reason, where, bitext, back } = readForm(Dismissal, request.body);
    await dismissFinding(app, {
      finding,
      reason,
      bitext: where === 'here' ? bitext : null,
      author: authorOf(request, response),
    });
    response.redirect(303, back);
  };

export const takeBackDismissal =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undismiss(app, idIn(request, 'dismissal'));
    response.redirect(303, '/check');
  };
