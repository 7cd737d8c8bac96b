import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { explainRow } from '../../../app/review/explain-row.ts';
import { doubtfulAfter, openRow, PIECE, rowsAround, rowsFrom } from '../../../app/review/review.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { rowsHtml } from '../../review-rows.ts';
import { sendView } from '../../views.ts';

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
    const html = await rowsHtml(found.rows, head, languageOf(request));
    response.json({ from: found.from, count: found.rows.length, html });
  };

export const doubtful =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { after } = readForm(z.object({ after: z.coerce.number().int().default(0) }), request.query);
    response.json({ bead: await doubtfulAfter(app, idIn(request), after) });
  };

export const showRow =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    await sendView(response, 'review/edit-row', {
      head,
      row: await openRow(app, head.id, idIn(request, 'bead')),
      author: authorOf(request, response),
      problem: null,
      typed: '',
    });
  };

export const why =
  (app: App): RequestHandler =>
  async (request, response) => {
    response.json(await explainRow(app, idIn(request), idIn(request, 'bead')));
  };
