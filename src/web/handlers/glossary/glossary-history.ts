import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { glossaryHistory, restoreConcept, undoGlossaryEdit } from '../../../app/glossary/glossary-history.ts';
import { authorOf } from '../../author.ts';
import { idIn } from '../../forms.ts';
import { sendView } from '../../views.ts';
import { answer } from '../../wire.ts';

export const history =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/history', { edits: await glossaryHistory(app) });
  };

export const undo =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undoGlossaryEdit(app, idIn(request, 'batch'), { author: authorOf(request, response) });
    if (request.accepts(['html', 'json']) === 'json') answer('POST /glossary/history/:batch/undo', response, {});
    else response.redirect(303, '/glossary/history');
  };

export const restore =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    await restoreConcept(app, idIn(request, 'batch'), id, { author: authorOf(request, response) });
    response.redirect(303, `/glossary/${id}`);
  };
