import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import {
  addConcept,
  addStarterGlossary,
  getConcept,
  listConcepts,
  removeConcept,
  updateConcept,
} from '../../app/glossary.ts';
import { CONCEPT_KINDS, type Concept, GENDERS, TERM_STATUSES } from '../../core/glossary/concept.ts';
import { idIn, listOf, readForm } from '../forms.ts';
import { sendView } from '../views.ts';

/** A concept's form: the terms come as parallel lists, a line of the table each. */
const ConceptForm = z.object({
  kind: z.enum(CONCEPT_KINDS),
  definition: z.string().trim().max(5000).default(''),
  note: z.string().trim().max(5000).default(''),
  language: listOf(z.string().trim()),
  text: listOf(z.string().trim().max(500)),
  status: listOf(z.enum(TERM_STATUSES)),
  gender: listOf(z.enum([...GENDERS, ''])),
  partOfSpeech: listOf(z.string().trim()),
  termNote: listOf(z.string().trim()),
});

const EMPTY: Concept = { kind: 'role', definition: '', note: '', terms: [] };

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { q } = readForm(z.object({ q: z.string().default('') }), request.query);
    const concepts = await listConcepts(app, q);
    const total = q ? (await listConcepts(app)).length : concepts.length;
    await sendView(response, 'glossary/index', { concepts, search: q, total });
  };

export const addStarter =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await addStarterGlossary(app);
    response.redirect(303, '/glossary');
  };

export const showNew = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'glossary/form', { concept: EMPTY, id: null });
};

export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = await addConcept(app, conceptFrom(request.body));
    response.redirect(303, `/glossary#c${id}`);
  };

export const showConcept =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    await sendView(response, 'glossary/form', { concept: await getConcept(app, id), id });
  };

export const update =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    await updateConcept(app, id, conceptFrom(request.body));
    response.redirect(303, `/glossary#c${id}`);
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await removeConcept(app, idIn(request, 'concept'));
    response.redirect(303, '/glossary');
  };

function conceptFrom(body: unknown): Concept {
  const form = readForm(ConceptForm, body);
  const terms = form.text.flatMap((text, i) =>
    text
      ? [
          {
            text,
            language: form.language[i] ?? '',
            status: form.status[i] ?? 'preferred',
            gender: form.gender[i] ?? '',
            partOfSpeech: form.partOfSpeech[i] ?? '',
            note: form.termNote[i] ?? '',
          },
        ]
      : [],
  );
  return { kind: form.kind, definition: form.definition, note: form.note, terms };
}
