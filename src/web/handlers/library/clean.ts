import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { checkStoredMemory, cleanStoredMemory } from '../../../app/library/clean-memory.ts';
import { MEMORY_CODES } from '../../../core/check/memory.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';

/** What should not be in a memory, kind by kind. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendView(response, 'library/clean', {
      check: await checkStoredMemory(app, idIn(request)),
      codes: MEMORY_CODES,
    });
  };

export const putRight =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { code } = readForm(z.object({ code: z.enum(MEMORY_CODES) }), request.body);
    await cleanStoredMemory(app, idIn(request), code, authorOf(request, response));
    response.redirect(303, `/bitexts/${idIn(request)}/clean`);
  };
