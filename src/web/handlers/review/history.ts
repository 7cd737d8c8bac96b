import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { goBackBehind, listHistory } from '../../../app/review/history.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { row } = readForm(z.object({ row: z.coerce.number().int().optional().catch(undefined) }), request.query);
    await sendView(response, 'review/history', {
      head,
      row: row ?? null,
      entries: await listHistory(app, head.id, authorOf(request, response), row),
    });
  };

export const goBack =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { seq } = readForm(z.object({ seq: z.coerce.number().int() }), request.body);
    const id = idIn(request);
    await goBackBehind(app, id, seq, { clientId: randomUUID(), author: authorOf(request, response) });
    response.redirect(303, `/bitexts/${id}/history`);
  };
