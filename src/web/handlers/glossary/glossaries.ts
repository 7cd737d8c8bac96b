import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { arrangeGlossaries, chooseGlossaries, glossaries, makeGlossary } from '../../../app/glossary/glossaries.ts';
import { idIn, listOf, readForm, textUpTo } from '../../forms.ts';
import { sendView } from '../../views.ts';

export const showGlossaries =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/glossaries', { glossaries: await glossaries(app) });
  };

const Arrangement = z.object({
  id: listOf(z.coerce.number().int()),
  name: listOf(z.string().trim().min(1).max(200)),
  active: listOf(z.coerce.number().int()),
  place: listOf(z.coerce.number()),
  fresh: textUpTo(200),
});

export const arrange =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(Arrangement, request.body);
    const list = form.id
      .map((id, i) => ({ id, name: form.name[i] ?? '', active: form.active.includes(id), place: form.place[i] ?? i }))
      .sort((a, b) => a.place - b.place);
    await arrangeGlossaries(app, list);
    if (form.fresh) await makeGlossary(app, form.fresh);
    response.redirect(303, '/glossary/glossaries');
  };

export const chooseForBitext =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { glossary } = readForm(z.object({ glossary: listOf(z.coerce.number().int()) }), request.body);
    await chooseGlossaries(app, idIn(request), glossary);
    response.redirect(303, `/bitexts/${idIn(request)}/check`);
  };
