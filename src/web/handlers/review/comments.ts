import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { addComment, removeComment } from '../../../app/review/comments.ts';
import { openRow } from '../../../app/review/review.ts';
import { SIDES } from '../../../core/bitext/bitext.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { rowHtml } from '../../review-rows.ts';
import { answer, sentTo } from '../../wire.ts';

const Form = sentTo('POST /bitexts/:id/comments')(
  z.object({ side: z.enum(SIDES), segment: z.coerce.number().int(), text: z.string().max(10_000) }),
);

/** Stores a comment and answers with its row, as a page or as what stands in it now. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const author = authorOf(request, response);
    const bead = await addComment(app, head.id, { ...readForm(Form, request.body), author });
    if (request.accepts(['html', 'json']) !== 'json') return response.redirect(303, `/bitexts/${head.id}#b${bead}`);
    const row = await openRow(app, head.id, bead);
    const html = await rowHtml(row, head, languageOf(request));
    answer('POST /bitexts/:id/comments', response, { bead, html });
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bead } = readForm(z.object({ bead: z.coerce.number().int().optional() }), request.body);
    await removeComment(app, idIn(request), idIn(request, 'comment'), authorOf(request, response));
    response.redirect(303, `/bitexts/${idIn(request)}#b${bead ?? ''}`);
  };
