import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import type { EditResult } from '../../../app/parts.ts';
import { confirmByConfidence, countSure, SURE_FROM } from '../../../app/review/confirm-by-confidence.ts';
import { editBitext, redoEdit, undoEdit } from '../../../app/review/edit-bitext.ts';
import { explainRow } from '../../../app/review/explain-row.ts';
import { narrows, ROW_FILTERS } from '../../../app/review/find-rows.ts';
import { previewRealign, realign as realignRows } from '../../../app/review/realign.ts';
import { restoreProposal } from '../../../app/review/restore-proposal.ts';
import {
  doubtfulAfter,
  historyLabels,
  openReview,
  openRow,
  PIECE,
  reviewCounts,
  rowsAround,
  rowsFrom,
} from '../../../app/review/review.ts';
import { reviewRows } from '../../../app/review/review-row.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { type InterfaceLanguage, languageOf, translatorIn } from '../../language.ts';
import { EditForm, operationFrom } from '../../operation-form.ts';
import { rowQueryOf, SearchForm } from '../../row-search.ts';
import { renderView, sendView } from '../../views.ts';

const Query = SearchForm.extend({
  /** The bitext that this one renews, and how many rows were kept, changed and lost. */
  updated: z
    .string()
    .regex(/^\d+(?:,\d+){3}$/u)
    .optional()
    .catch(undefined),
});

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    if (head.state !== 'ready') return sendView(response, 'review/waiting', { head });
    const { updated, ...search } = readForm(Query, request.query);
    const author = authorOf(request, response);
    const review = await openReview(app, head.id, { query: rowQueryOf(search), author });
    const languages = { source: head.sourceLanguage, target: head.targetLanguage };
    const rows = await Promise.all(
      review.rows.map((row) => renderView(languageOf(request), 'review/row', { row, bitextId: head.id, languages })),
    );
    const [from = 0, kept = 0, changed = 0, lost = 0] = updated?.split(',').map(Number) ?? [];
    await sendView(response, 'review/show', {
      review,
      rows: rows.join(''),
      search,
      narrowed: narrows(rowQueryOf(search)),
      filters: ROW_FILTERS,
      sure: { from: 100 * SURE_FROM, count: await countSure(app, head.id, SURE_FROM) },
      updated: updated ? { from, kept, changed, lost } : null,
    });
  };

const Window = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(500).default(PIECE),
  around: z.coerce.number().int().optional(),
});

/** Some rows as HTML: from a place on, or around a row. */
export const someRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { from, count, around } = readForm(Window, request.query);
    const found =
      around === undefined
        ? { from, rows: await rowsFrom(app, head.id, from, count) }
        : await rowsAround(app, head.id, around);
    const languages = { source: head.sourceLanguage, target: head.targetLanguage };
    const rows = await Promise.all(
      found.rows.map((row) => renderView(languageOf(request), 'review/row', { row, bitextId: head.id, languages })),
    );
    response.json({ from: found.from, count: rows.length, html: rows.join('') });
  };

export const doubtful =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { after } = readForm(z.object({ after: z.coerce.number().int().default(0) }), request.query);
    response.json({ bead: await doubtfulAfter(app, idIn(request), after) });
  };

export const status =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { state, progress, problem } = await headOf(app, idIn(request));
    response.json({ state, progress, problem });
  };

export const showRow =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    await sendView(response, 'review/edit-row', {
      head,
      row: await openRow(app, head.id, idIn(request, 'bead')),
      author: authorOf(request, response),
    });
  };

export const why =
  (app: App): RequestHandler =>
  async (request, response) => {
    response.json(await explainRow(app, idIn(request), idIn(request, 'bead')));
  };

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
    await answer(app, request, response, result, author);
  };

const RealignForm = z.object({
  id: z.uuid().optional(),
  bead: z.coerce.number().int(),
  to: z.coerce.number().int().optional(),
  key: z.string().max(100).optional(),
});

/** What aligning again would change, for the reviewer to take or leave. */
export const proposeRealign =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bead, to } = readForm(RealignForm, request.query);
    response.json(await previewRealign(app, idIn(request), { from: bead, to }));
  };

export const realign =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, bead, to, key } = readForm(RealignForm, request.body);
    const author = authorOf(request, response);
    const range = { from: bead, to };
    const result = await realignRows(app, idIn(request), range, { clientId: id ?? randomUUID(), author, key });
    await answer(app, request, response, result, author);
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
    await answer(app, request, response, result, author);
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
    await answer(app, request, response, result, author);
  };

const HistoryForm = z.object({ id: z.uuid().optional() });

export const undo = (app: App): RequestHandler => travel(app, undoEdit);
export const redo = (app: App): RequestHandler => travel(app, redoEdit);

function travel(app: App, go: typeof undoEdit): RequestHandler {
  return async (request, response) => {
    const { id } = readForm(HistoryForm, request.body);
    const author = authorOf(request, response);
    await answer(
      app,
      request,
      response,
      await go(app, idIn(request), { clientId: id ?? randomUUID(), author }),
      author,
    );
  };
}

/** The rows that changed, for a page that swaps them; or the page, at the row, for one that cannot. */
async function answer(
  app: App,
  request: Request,
  response: Response,
  result: EditResult,
  author: string,
): Promise<void> {
  const id = idIn(request);
  const [first] = result.beads;
  if (request.accepts(['html', 'json']) !== 'json') {
    response.redirect(303, `/bitexts/${id}#b${first ?? ''}`);
    return;
  }
  response.json(await changeFor(app, id, result, { author, language: languageOf(request) }));
}

/** Whom a change is shown to, and in which language. */
interface Viewer {
  readonly author: string;
  readonly language: InterfaceLanguage;
}

/** What a page needs to show an edit: the rows that are there now, counts, and what the reader may undo. */
async function changeFor(app: App, id: number, result: EditResult, { author, language }: Viewer) {
  const { sourceLanguage: source, targetLanguage: target } = result.slice;
  const history = await historyLabels(app, id, author);
  const { said } = translatorIn(language);
  const rows = (await reviewRows(app, id, result.slice)).filter((row) => result.beads.includes(row.bead.id));
  return {
    seq: result.seq,
    label: said(result.label),
    removed: result.removed,
    rows: await Promise.all(
      rows.map(async (row) => ({
        id: row.bead.id,
        html: await renderView(language, 'review/row', { row, bitextId: id, languages: { source, target } }),
      })),
    ),
    counts: await reviewCounts(app, id),
    history: { undo: history.undo && said(history.undo), redo: history.redo && said(history.redo) },
  };
}

/** How often an idle connection is told to stay, in ms. */
const HEARTBEAT = 25_000;

/** Server-sent events: every edit of a bitext as it is made, until the page is closed or the program stops. */
export const events =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id } = await headOf(app, idIn(request));
    const viewer = { author: authorOf(request, response), language: languageOf(request) };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    // Edits are shown in the order in which they were made, though making their rows takes a while.
    let last = Promise.resolve();
    const end = app.live.subscribe(id, (edit) => {
      last = last.then(async () => {
        const change = await changeFor(app, id, edit.result, viewer);
        response.write(`data: ${JSON.stringify({ id: edit.clientId, change })}\n\n`);
      });
      last.catch(() => response.end());
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
    response.on('close', () => {
      clearInterval(heartbeat);
      end();
    });
  };
