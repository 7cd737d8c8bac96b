import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { addComment, removeComment, replyToComment, resolveComment } from '../../../app/review/comments.ts';
import { openRow } from '../../../app/review/review.ts';
import { SIDES } from '../../../core/bitext/bitext.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { rowHtml } from '../../rows/review-rows.ts';
import { answer, sentTo } from '../../wire.ts';

export const CommentForm = sentTo('POST /bitexts/:id/comments')(
  z.object({ side: z.enum(SIDES), segment: z.coerce.number().int(), text: z.string().max(10_000) }),
);

/** Stores a comment and answers with its row, as a page or as what stands in it now. */
export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const author = authorOf(request, response);
    const bead = await addComment(app, head.id, { ...readForm(CommentForm, request.body), author });
    await answerWithRow(app, request, response, bead);
  };

export const ReplyForm = sentTo('POST /bitexts/:id/comments/:comment/replies')(
  z.object({ text: z.string().max(10_000) }),
);

export const reply =
  (app: App): RequestHandler =>
  async (request, response) => {
    const said = { ...readForm(ReplyForm, request.body), author: authorOf(request, response) };
    const bead = await replyToComment(app, idIn(request), idIn(request, 'comment'), said);
    await answerWithRow(app, request, response, bead);
  };

const Resolve = sentTo('POST /bitexts/:id/comments/:comment/resolve')(z.object({ resolved: z.enum(['yes', 'no']) }));

/** Settles a thread, or opens it again. */
export const resolve =
  (app: App): RequestHandler =>
  async (request, response) => {
    const resolved = readForm(Resolve, request.body).resolved === 'yes';
    const author = authorOf(request, response);
    const bead = await resolveComment(app, idIn(request), idIn(request, 'comment'), { author, resolved });
    await answerWithRow(app, request, response, bead);
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bead } = readForm(z.object({ bead: z.coerce.number().int().optional() }), request.body);
    await removeComment(app, idIn(request), idIn(request, 'comment'), authorOf(request, response));
    response.redirect(303, `/bitexts/${idIn(request)}#b${bead ?? ''}`);
  };

/** A row with its comments as they are now, for a page that shows them; or the page, at the row. */
async function answerWithRow(app: App, request: Request, response: Response, bead: number): Promise<void> {
  const head = await headOf(app, idIn(request));
  if (request.accepts(['html', 'json']) !== 'json') return response.redirect(303, `/bitexts/${head.id}#b${bead}`);
  const row = await openRow(app, head.id, bead);
  const html = await rowHtml(row, head, languageOf(request));
  // All that is said of a row is answered alike.
  answer('POST /bitexts/:id/comments', response, { bead, html });
}
