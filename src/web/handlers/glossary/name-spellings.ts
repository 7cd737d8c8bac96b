import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { correctSpelling, findSpellings } from '../../../app/library/name-spellings.ts';
import { authorOf } from '../../author.ts';
import { Language, readForm } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { sendWork } from '../../work-page.ts';

const Query = z.object({
  concept: z.coerce.number().int().min(0).catch(0).default(0),
  /** How many segments were corrected last. */
  corrected: z.coerce.number().int().min(0).optional().catch(undefined),
});

/** Names that are written in several ways in the library, or those of one person. */
export const showSpellings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { concept, corrected = null } = readForm(Query, request.query);
    await sendWork(response, {
      view: 'glossary/names',
      head: { title: translatorIn(languageOf(request)).t('Spellings of names'), at: 'glossary', page: 'narrow' },
      back: '/glossary',
      work: async (order) => ({
        concept,
        corrected,
        names: await app.pool.run(findSpellings, { concept: concept || null }, order),
      }),
    });
  };

const Corrected = z.object({
  language: Language,
  from: z.string().trim().min(1).max(200),
  to: z.string().trim().min(1).max(200),
  concept: z.coerce.number().int().min(0).default(0),
});

/** Writes a name in one way in all translations. */
export const correct =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { concept, ...what } = readForm(Corrected, request.body);
    const count = await correctSpelling(app, { ...what, author: authorOf(request, response) });
    const query = new URLSearchParams({ corrected: String(count), ...(concept > 0 && { concept: String(concept) }) });
    response.redirect(303, `/glossary/names?${query}`);
  };
