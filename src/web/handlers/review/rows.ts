import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { explainRow } from '../../../app/review/explain-row.ts';
import { narrows } from '../../../app/review/find-rows.ts';
import { findNextFinding } from '../../../app/review/findings/next-finding.ts';
import { foundRows } from '../../../app/review/found-rows.ts';
import { doubtfulAfter, openRow, PIECE_ROWS, rowsAround, rowsFrom } from '../../../app/review/review.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { rowQueryOf, SearchForm } from '../../row-search.ts';
import { rowsHtml } from '../../rows/review-rows.ts';
import { sendView } from '../../views.ts';
import { answer, sentTo } from '../../wire.ts';

const Window = sentTo('GET /bitexts/:id/rows')(
  z.object({
    /** The place of the first row, from 0. */
    at: z.coerce.number().int().min(0).default(0),
    count: z.coerce.number().int().min(1).max(500).default(PIECE_ROWS),
    around: z.coerce.number().int().optional(),
    /** The last edit that the page showed when it was opened. */
    seq: z.coerce.number().int().optional(),
  }),
);

/** Some rows as HTML: from a place on, or around a row, of all or of those that a search has found. */
export const someRows =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { at, count, around, seq } = readForm(Window, request.query);
    const query = rowQueryOf(readForm(SearchForm, request.query));
    const found = narrows(query)
      ? await foundRows(app, head.id, { query, seq, order: { signal: signalOf(response) } })
      : null;
    const { from, rows } =
      around === undefined
        ? { from: at, rows: await rowsFrom(app, head.id, { from: at, count }, found) }
        : await rowsAround(app, head.id, around, { found, count });
    const html = await rowsHtml(rows, head, languageOf(request));
    answer('GET /bitexts/:id/rows', response, { from, count: rows.length, html });
  };

export const doubtful =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { after } = readForm(z.object({ after: z.coerce.number().int().default(0) }), request.query);
    answer('GET /bitexts/:id/doubtful', response, { bead: await doubtfulAfter(app, idIn(request), after) });
  };

export const nextFinding =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id } = await headOf(app, idIn(request));
    const { after } = readForm(z.object({ after: z.coerce.number().int().default(0) }), request.query);
    const bead = await app.pool.run(findNextFinding, { id, after }, { signal: signalOf(response) });
    answer('GET /bitexts/:id/next-finding', response, { bead });
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
    answer('GET /bitexts/:id/rows/:bead/why', response, await explainRow(app, idIn(request), idIn(request, 'bead')));
  };
