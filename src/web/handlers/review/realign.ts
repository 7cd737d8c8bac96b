import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { previewRealign, realign as realignRows } from '../../../app/review/realign.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { answer, sentTo } from '../../wire.ts';
import { answerWithRows } from './changed-rows.ts';

const RealignForm = sentTo('POST /bitexts/:id/realign')(
  z.object({
    id: z.uuid().optional(),
    bead: z.coerce.number().int(),
    to: z.coerce.number().int().optional(),
    key: z.string().max(100).optional(),
  }),
);

/** What aligning again would change, for the reviewer to take or leave. */
export const proposeRealign =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bead, to } = readForm(RealignForm, request.query);
    answer('GET /bitexts/:id/realign', response, await previewRealign(app, idIn(request), { bead, to }));
  };

export const realign =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id, bead, to, key } = readForm(RealignForm, request.body);
    const author = authorOf(request, response);
    const result = await realignRows(app, idIn(request), { bead, to }, { clientId: id ?? randomUUID(), author, key });
    await answerWithRows(app, { request, response, author }, result);
  };
