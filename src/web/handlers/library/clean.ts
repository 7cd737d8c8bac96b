import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { findFaults } from '../../../app/library/check-stored.ts';
import { cleanStoredMemory } from '../../../app/library/clean-memory.ts';
import { MEMORY_CODES } from '../../../core/check/memory.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { sendWork } from '../../work-page.ts';

/** What should not be in a memory, kind by kind. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    await sendWork(response, {
      view: 'library/clean',
      head: { title: translatorIn(languageOf(request)).t('Cleaning of {title}', { title: head.title }) },
      back: `/bitexts/${head.id}`,
      work: async (order) => ({ head, kinds: await app.pool.run(findFaults, { id: head.id }, order) }),
    });
  };

export const repairDamage =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { code } = readForm(z.object({ code: z.enum(MEMORY_CODES) }), request.body);
    const sender = { author: authorOf(request, response), signal: signalOf(response) };
    await cleanStoredMemory(app, idIn(request), code, sender);
    response.redirect(303, `/bitexts/${idIn(request)}/clean`);
  };
