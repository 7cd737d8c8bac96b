import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { addConcepts } from '../../../app/glossary/add-concepts.ts';
import { removeConcepts, updateConcept } from '../../../app/glossary/concept-edits.ts';
import { openConcept } from '../../../app/glossary/concepts.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { glossaryHistory } from '../../../app/glossary/glossary-history.ts';
import type { Concept } from '../../../core/glossary/concept.ts';
import { lastsOn } from '../../../core/glossary/holders.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { renderView, sendView } from '../../views.ts';
import { conceptFrom } from './concept-form.ts';

const EMPTY: Concept = { kind: 'role', definition: '', note: '', terms: [] };

export const showNew =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/form', {
      concept: EMPTY,
      id: null,
      glossary: null,
      glossaries: await glossaries(app),
      others: new Map(),
    });
  };

export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { concept, glossary } = await conceptFrom(app, request);
    const [id] = await addConcepts(app, [concept], { author: authorOf(request, response), glossary });
    response.redirect(303, `/glossary/${id}`);
  };

const Day = z.object({
  on: z
    .union([z.iso.date(), z.literal('')])
    .catch('')
    .default(''),
});

/** The page of a concept: its terms, its place among the others, its holders on a day. */
export const showConcept =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    const { on } = readForm(Day, request.query);
    const related = await openConcept(app, id);
    const there = on ? related.incoming.filter((one) => one.kind === 'holds' && lastsOn(one, on)) : [];
    await sendView(response, 'glossary/concept', {
      related,
      on,
      there: there.map(({ from }) => from),
      glossaries: await glossaries(app),
      history: await glossaryHistory(app, id),
    });
  };

/** A concept in a few lines, for the review page. */
export const showCard =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { on } = readForm(Day, request.query);
    const related = await openConcept(app, idIn(request, 'concept'));
    response.type('html').send(await renderView(languageOf(request), 'glossary/card', { related, on }));
  };

export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    const { concept, others } = await openConcept(app, id);
    await sendView(response, 'glossary/form', {
      concept,
      id,
      glossary: concept.glossary,
      glossaries: await glossaries(app),
      others,
    });
  };

export const update =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    const { concept, glossary } = await conceptFrom(app, request);
    await updateConcept(app, id, concept, { author: authorOf(request, response), glossary });
    response.redirect(303, `/glossary/${id}`);
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await removeConcepts(app, [idIn(request, 'concept')], { author: authorOf(request, response) });
    response.redirect(303, '/glossary');
  };
