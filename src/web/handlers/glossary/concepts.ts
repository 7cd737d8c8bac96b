import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { addConcepts } from '../../../app/glossary/add-concepts.ts';
import { deciderOf, removeConcepts, updateConcept } from '../../../app/glossary/concept-edits.ts';
import { openConcept, suggestConcepts } from '../../../app/glossary/concepts.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { glossaryHistory } from '../../../app/glossary/glossary-history.ts';
import type { Concept } from '../../../core/glossary/concept.ts';
import { conceptVersion } from '../../../core/glossary/concept-version.ts';
import { lastsOn } from '../../../core/glossary/holders.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { shownInForm } from '../../problems.ts';
import { renderView, sendView, type Views } from '../../views.ts';
import { answer, sentTo } from '../../wire.ts';
import { conceptFrom, typedConcept } from './concept-form.ts';

const EMPTY_CONCEPT: Concept = { kind: 'role', definition: '', note: '', terms: [] };

export const showNew =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendConceptForm(app, response, { concept: EMPTY_CONCEPT, id: null, glossary: null });
  };

type ShownForm = Pick<Views['glossary/form'], 'concept' | 'id' | 'glossary'> & Partial<Views['glossary/form']>;

async function sendConceptForm(app: App, response: Response, shown: ShownForm): Promise<void> {
  await sendView(response, 'glossary/form', {
    glossaries: await glossaries(app),
    others: new Map(),
    version: '',
    problem: null,
    stored: null,
    ...shown,
  });
}

export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const { concept, glossary } = await conceptFrom(app, request);
      const author = authorOf(request, response);
      const decidedBy = concept.state ? await deciderOf(app, author) : '';
      const [id] = await addConcepts(app, [{ ...concept, ...(decidedBy && { decidedBy }) }], { author, glossary });
      response.redirect(303, `/glossary/${id}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      const { concept, glossary = null } = typedConcept(request);
      await sendConceptForm(app, response, { concept, id: null, glossary, problem: shownInForm(error, response) });
    }
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

const Suggested = sentTo('GET /glossary/suggestions')(z.object({ q: z.string().max(200) }));

/** Concepts that a field may mean by what is typed in it. */
export const suggest =
  (app: App): RequestHandler =>
  async (request, response) => {
    answer('GET /glossary/suggestions', response, await suggestConcepts(app, readForm(Suggested, request.query).q));
  };

export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    const { concept, others } = await openConcept(app, id);
    await sendConceptForm(app, response, {
      concept,
      id,
      glossary: concept.glossary,
      others,
      version: conceptVersion(concept),
    });
  };

export const update =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    const { version } = readForm(Version, request.body);
    try {
      const { concept, glossary } = await conceptFrom(app, request);
      await updateConcept(app, id, concept, { author: authorOf(request, response), glossary, version });
      response.redirect(303, `/glossary/${id}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      const problem = shownInForm(error, response);
      const { concept: stored, others } = await openConcept(app, id);
      const { concept, glossary = null } = typedConcept(request);
      // Both are shown; saved again, what was typed takes the place of what is stored now.
      const conflict = problem.code === 'conflict' ? { stored, version: conceptVersion(stored) } : { version };
      await sendConceptForm(app, response, { concept, id, glossary, others, problem, ...conflict });
    }
  };

const Version = z.object({ version: z.string().default('') });

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await removeConcepts(app, [idIn(request, 'concept')], { author: authorOf(request, response) });
    response.redirect(303, '/glossary');
  };
