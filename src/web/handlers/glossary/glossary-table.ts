import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { getConcept, listConcepts, PAGE_CONCEPTS } from '../../../app/glossary/concepts.ts';
import { editTerm } from '../../../app/glossary/edit-term.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { GENDERS, NUMBERS, REGISTERS, TERM_STATUSES, TERM_TYPES } from '../../../core/glossary/concept.ts';
import { TERM_FIELDS } from '../../../core/glossary/term-cells.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { conceptQuery, GlossaryForm } from '../../glossary-queries.ts';
import { languageOf } from '../../language.ts';
import { renderView, sendView } from '../../views.ts';
import { answer } from '../../wire.ts';

const line = (most: number) => z.string().trim().max(most).optional();

/** A change of cells: what the term was shown as, and what is set in it. */
const CellsForm = z.object({
  at: z.number().int().min(0),
  was: z.partialRecord(z.enum(TERM_FIELDS), z.string()).nullable(),
  set: z.object({
    language: line(35),
    text: line(500),
    status: z.enum(TERM_STATUSES).optional(),
    gender: z.enum([...GENDERS, '']).optional(),
    partOfSpeech: line(100),
    type: z.enum([...TERM_TYPES, '']).optional(),
    number: z.enum([...NUMBERS, '']).optional(),
    register: z.enum([...REGISTERS, '']).optional(),
    forms: line(2000),
    reason: line(2000),
    instead: line(500),
    note: line(5000),
    source: line(2000),
  }),
});

/** Terms as a table, a line each, whose cells are edited in place. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(GlossaryForm, request.query);
    const list = await listConcepts(app, conceptQuery(query), query.page);
    await sendView(response, 'glossary/table', {
      list,
      query,
      pageSize: PAGE_CONCEPTS,
      glossaries: await glossaries(app),
    });
  };

/** The lines of one concept, as the table shows them. */
export const showLines =
  (app: App): RequestHandler =>
  async (request, response) => {
    const html = await linesOf(app, idIn(request, 'concept'), languageOf(request));
    answer('GET /glossary/:concept/lines', response, { html });
  };

/** Changes a term; answers with the concept's lines and the number of the change. */
export const edit =
  (app: App): RequestHandler =>
  async (request, response) => {
    const concept = idIn(request, 'concept');
    const { at, was, set } = readForm(CellsForm, request.body);
    const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
    const batch = await editTerm(app, { concept, at, was, set: given }, { author: authorOf(request, response) });
    const html = await linesOf(app, concept, languageOf(request));
    answer('POST /glossary/:concept/lines', response, { batch, html });
  };

async function linesOf(app: App, id: number, language: ReturnType<typeof languageOf>): Promise<string> {
  return renderView(language, 'glossary/lines', { concept: await getConcept(app, id) });
}
