import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { confirmByConfidence, countSure } from '../../../app/review/confirm-by-confidence.ts';
import { editBitext } from '../../../app/review/edit-bitext.ts';
import { restoreProposal } from '../../../app/review/restore-proposal.ts';
import { openRow } from '../../../app/review/review.ts';
import { redoEdit, undoEdit } from '../../../app/review/undo-edit.ts';
import type { Operation } from '../../../core/bitext/operation.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { EditEnvelope, OperationForm, ShownRows } from '../../operation-form.ts';
import { shownInForm } from '../../problems.ts';
import { rowQueryOf, SearchForm } from '../../row-search.ts';
import { sendView } from '../../views.ts';
import { answer, sentTo } from '../../wire.ts';
import { answerWithRows } from './changed-rows.ts';

export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const operation = readForm(OperationForm, request.body);
    const { id, row, key, seen, shown } = readForm(EditEnvelope, request.body);
    const author = authorOf(request, response);
    try {
      const result = await editBitext(app, idIn(request), {
        clientId: id ?? randomUUID(),
        author,
        operation,
        seen: seen ?? (row !== undefined && key ? { [row]: key } : undefined),
        shown,
      });
      await answerWithRows(app, { request, response, author }, result);
    } catch (error) {
      if (row === undefined || request.accepts(['html', 'json']) === 'json') throw error;
      await sendRowAgain(app, { request, response }, error, { bead: row, typed: textIn(operation) });
    }
  };

function textIn(operation: Operation): string {
  if (operation.action === 'rewrite') return operation.text;
  return operation.action === 'setStatus' ? (operation.note ?? '') : '';
}

/** Shows the page of the row once more, as it is now, with what was typed; that is never lost. */
async function sendRowAgain(
  app: App,
  { request, response }: { readonly request: Request; readonly response: Response },
  error: unknown,
  { bead, typed }: { readonly bead: number; readonly typed: string },
): Promise<void> {
  const problem = shownInForm(error, response);
  const head = await headOf(app, idIn(request));
  const row = await openRow(app, head.id, bead).catch(() => null);
  if (!row) return sendView(response, 'problem', { problem, typed });
  await sendView(response, 'review/edit-row', { head, row, author: authorOf(request, response), problem, typed });
}

const RestoreForm = sentTo('POST /bitexts/:id/proposal')(
  z.object({ id: z.uuid().optional(), beads: listOf(z.coerce.number().int()).pipe(z.array(z.int()).min(1)) }),
);

export const restoreRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, beads } = readForm(RestoreForm, request.body);
    const author = authorOf(request, response);
    const result = await restoreProposal(app, idIn(request), beads, { clientId: id ?? randomUUID(), author });
    await answerWithRows(app, { request, response, author }, result);
  };

const Sure = sentTo('POST /bitexts/:id/confirm-by-confidence')(
  z.object({
    id: z.uuid().optional(),
    from: z.coerce.number().min(0).max(100),
    shown: ShownRows,
    within: z.string().max(5000).optional(),
    seq: z.coerce.number().int().optional(),
    found: z.coerce.number().int().optional(),
  }),
);

export const countByConfidence =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { from } = readForm(Sure, request.query);
    answer('GET /bitexts/:id/confirm-by-confidence', response, {
      count: await countSure(app, idIn(request), from / 100),
    });
  };

export const confirmRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, from, shown, within, seq, found } = readForm(Sure, request.body);
    const author = authorOf(request, response);
    const search = within === undefined ? null : readForm(SearchForm, Object.fromEntries(new URLSearchParams(within)));
    const result = await confirmByConfidence(app, idIn(request), {
      clientId: id ?? randomUUID(),
      author,
      from: from / 100,
      shown: search ? { query: rowQueryOf(search), seq, count: found } : shown,
    });
    await answerWithRows(app, { request, response, author }, result);
  };

const HistoryForm = sentTo('POST /bitexts/:id/undo')(z.object({ id: z.uuid().optional() }));

export const undo = (app: App): RequestHandler => stepInHistory(app, undoEdit);

export const redo = (app: App): RequestHandler => stepInHistory(app, redoEdit);

function stepInHistory(app: App, go: typeof undoEdit): RequestHandler {
  return async (request, response) => {
    const { id } = readForm(HistoryForm, request.body);
    const author = authorOf(request, response);
    const result = await go(app, idIn(request), { clientId: id ?? randomUUID(), author });
    await answerWithRows(app, { request, response, author }, result);
  };
}
