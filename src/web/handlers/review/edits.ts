import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { confirmByConfidence, countSure } from '../../../app/review/confirm-by-confidence.ts';
import { editBitext, redoEdit, undoEdit } from '../../../app/review/edit-bitext.ts';
import { restoreProposal } from '../../../app/review/restore-proposal.ts';
import { openRow } from '../../../app/review/review.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { EditForm, operationFrom, ShownRows } from '../../operation-form.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { answerWithRows } from './changed-rows.ts';

export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(EditForm, request.body);
    const author = authorOf(request, response);
    try {
      const result = await editBitext(app, idIn(request), {
        clientId: form.id ?? randomUUID(),
        author,
        operation: operationFrom(form),
        seen: form.seen ?? seenInForm(form),
        shown: form.shown,
      });
      await answerWithRows(app, { request, response, author }, result);
    } catch (error) {
      if (form.row === undefined || request.accepts(['html', 'json']) === 'json') throw error;
      await sendRowAgain(app, request, response, form, error);
    }
  };

type SentForm = z.output<typeof EditForm>;

function seenInForm({ row, key }: SentForm): Record<number, string> | undefined {
  return row !== undefined && key ? { [row]: key } : undefined;
}

/** Shows the page of the row once more, as it is now, with what was typed; that is never lost. */
async function sendRowAgain(
  app: App,
  request: Request,
  response: Response,
  { row: bead = 0, text, note }: SentForm,
  error: unknown,
): Promise<void> {
  const problem = shownInForm(error, response);
  const typed = text ?? note ?? '';
  const head = await headOf(app, idIn(request));
  const row = await openRow(app, head.id, bead).catch(() => null);
  if (!row) return sendView(response, 'problem', { problem, typed });
  await sendView(response, 'review/edit-row', { head, row, author: authorOf(request, response), problem, typed });
}

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

const Sure = z.object({ id: z.uuid().optional(), from: z.coerce.number().min(0).max(100), shown: ShownRows });

export const countByConfidence =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { from } = readForm(Sure, request.query);
    response.json({ count: await countSure(app, idIn(request), from / 100) });
  };

export const confirmRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, from, shown } = readForm(Sure, request.body);
    const author = authorOf(request, response);
    const sender = { clientId: id ?? randomUUID(), author };
    const result = await confirmByConfidence(app, idIn(request), from / 100, sender, shown);
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
