import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { READING_VIEWS, readPassages } from '../../../app/review/reading.ts';
import { idIn, readForm } from '../../forms.ts';
import { sideLanguages } from '../../rows/review-rows.ts';
import { sendView } from '../../views.ts';

const Reading = z.object({
  as: z.enum(READING_VIEWS).catch('rows').default('rows'),
  page: z.coerce.number().int().min(0).catch(0).default(0),
});

export const read =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { as, page } = readForm(Reading, request.query);
    await sendView(response, 'review/read', {
      head,
      as,
      page,
      ...(await readPassages(app, head.id, as, page)),
      languages: sideLanguages(head),
    });
  };
