import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { confirmByConfidence, countSure } from '../../../app/review/confirm-by-confidence.ts';
import { editBitext, redoEdit, undoEdit } from '../../../app/review/edit-bitext.ts';
import { restoreProposal } from '../../../app/review/restore-proposal.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { EditForm, operationFrom } from '../../operation-form.ts';
import { answerWithRows } from './changed-rows.ts';

export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(EditForm, request.body);
    const author = authorOf(request, response);
    const result = await editBitext(app, idIn(request), {
      clientId: form.id ?? randomUUID(),
      author,
      operation: operationFrom(form),
      seen: form.seen,
    });
    await answerWithRows(app, { request, response, author }, result);
  };

const RestoreForm = z.object({
  id: z.uuid().optional(),
  bead: listOf(z.coerce.number().int()).pipe(z.array(z.int()).min(1)),
});

export const restoreRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, bead } = readForm(RestoreForm, request.body);
    const author = authorOf(request, response);
    const result = await restoreProposal(app, idIn(request), bead, { clientId: id ?? randomUUID(), author });
    await answerWithRows(app, { request, response, author }, result);
  };

const Sure = z.object({ id: z.uuid().optional(), from: z.coerce.number().min(0).max(100) });

export const countByConfidence =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { from } = readForm(Sure, request.query);
    response.json({ count: await countSure(app, idIn(request), from / 100) });
  };

export const confirmRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, from } = readForm(Sure, request.body);
    const author = authorOf(request, response);
    const result = await confirmByConfidence(app, idIn(request), from / 100, { clientId: id ?? randomUUID(), author });
    await answerWithRows(app, { request, response, author }, result);
  };

const HistoryForm = z.object({ id: z.uuid().optional() });

export const undo = (app: App): RequestHandler => travel(app, undoEdit);

export const redo = (app: App): RequestHandler => travel(app, redoEdit);

function travel(app: App, go: typeof undoEdit): RequestHandler {
  return async (request, response) => {
    const { id } = readForm(HistoryForm, request.body);
    const author = authorOf(request, response);
    const result = await go(app, idIn(request), { clientId: id ?? randomUUID(), author });
    await answerWithRows(app, { request, response, author }, result);
  };
}
