import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import {
  addConcepts,
  changeAll,
  mergeConcepts,
  removeConcepts,
  restoreConcept,
  undoGlossaryEdit,
  updateConcept,
} from '../../../app/glossary/concept-edits.ts';
import {
  addStarterGlossary,
  arrangeGlossaries,
  findDuplicates,
  getConcept,
  glossaries,
  glossaryHistory,
  listConcepts,
  makeGlossary,
  openConcept,
  PAGE,
} from '../../../app/glossary/read-glossary.ts';
import {
  CONCEPT_KINDS,
  type Concept,
  GENDERS,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_STATUSES,
  TERM_TYPES,
  type Term,
} from '../../../core/glossary/concept.ts';
import { lastsOn } from '../../../core/glossary/holders.ts';
import { termFrom } from '../../../core/glossary/term-cells.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { conceptQuery, GlossaryForm } from '../../glossary-queries.ts';
import { languageOf } from '../../language.ts';
import { renderView, sendView } from '../../views.ts';

const text = (most: number) => z.string().trim().max(most).default('');

/** A concept's form: terms and relations come as parallel lists, a line of the form each. */
const ConceptForm = z.object({
  kind: z.enum(CONCEPT_KINDS),
  glossary: z.coerce.number().int().optional(),
  definition: text(5000),
  note: text(5000),
  subjectField: text(200),
  image: text(2000),
  ids: text(2000),
  conceptSource: text(2000),
  language: listOf(z.string().trim()),
  text: listOf(z.string().trim().max(500)),
  status: listOf(z.enum(TERM_STATUSES)),
  gender: listOf(z.enum([...GENDERS, ''])),
  partOfSpeech: listOf(z.string().trim()),
  termNote: listOf(z.string().trim()),
  type: listOf(z.enum([...TERM_TYPES, ''])),
  number: listOf(z.enum([...NUMBERS, ''])),
  register: listOf(z.enum([...REGISTERS, ''])),
  forms: listOf(z.string().trim()),
  reason: listOf(z.string().trim()),
  instead: listOf(z.string().trim()),
  termSource: listOf(z.string().trim()),
  relation: listOf(z.enum([...RELATION_KINDS, ''])),
  relationTo: listOf(z.string().trim()),
  since: listOf(z.string().trim()),
  until: listOf(z.string().trim()),
});

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(GlossaryForm, request.query);
    const list = await listConcepts(app, conceptQuery(query), query.page);
    await sendView(response, 'glossary/index', { list, query, pageSize: PAGE, glossaries: await glossaries(app) });
  };

export const addStarter =
  (app: App): RequestHandler =>
  async (request, response) => {
    await addStarterGlossary(app, authorOf(request, response));
    response.redirect(303, '/glossary');
  };

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

const Bulk = z.object({
  concept: listOf(z.coerce.number().int()),
  action: z.enum(['merge', 'delete', 'change']),
  kind: z.enum(['', ...CONCEPT_KINDS]).default(''),
  glossary: z.coerce.number().int().default(0),
  subjectField: text(200),
  back: z.string().startsWith('/glossary').catch('/glossary').default('/glossary'),
});

/** Does one thing with all concepts that were chosen. */
export const bulk =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(Bulk, request.body);
    const author = authorOf(request, response);
    if (form.concept.length === 0) {
      throw new Problem('bad-request', 'No concept was chosen.', '', 'Choose some in the list first.');
    }
    if (form.action === 'merge') {
      const into = await mergeConcepts(app, form.concept, { author });
      return response.redirect(303, `/glossary/${into}`);
    }
    if (form.action === 'delete') await removeConcepts(app, form.concept, { author });
    else {
      const change = {
        kind: form.kind || undefined,
        glossary: form.glossary || undefined,
        subjectField: form.subjectField || undefined,
      };
      await changeAll(app, form.concept, change, { author });
    }
    response.redirect(303, form.back);
  };

export const duplicates =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/duplicates', { groups: await findDuplicates(app) });
  };

export const history =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/history', { edits: await glossaryHistory(app) });
  };

export const undo =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undoGlossaryEdit(app, idIn(request, 'batch'), { author: authorOf(request, response) });
    if (request.accepts(['html', 'json']) === 'json') response.json({});
    else response.redirect(303, '/glossary/history');
  };

export const restore =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'concept');
    await restoreConcept(app, idIn(request, 'batch'), id, { author: authorOf(request, response) });
    response.redirect(303, `/glossary/${id}`);
  };

const Arrangement = z.object({
  id: listOf(z.coerce.number().int()),
  name: listOf(z.string().trim().min(1).max(200)),
  active: listOf(z.coerce.number().int()),
  place: listOf(z.coerce.number()),
  fresh: text(200),
});

export const showGlossaries =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/glossaries', { glossaries: await glossaries(app) });
  };

export const arrange =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(Arrangement, request.body);
    const list = form.id
      .map((id, i) => ({ id, name: form.name[i] ?? '', active: form.active.includes(id), place: form.place[i] ?? i }))
      .sort((a, b) => a.place - b.place);
    await arrangeGlossaries(app, list);
    if (form.fresh) await makeGlossary(app, form.fresh);
    response.redirect(303, '/glossary/glossaries');
  };

async function conceptFrom(app: App, request: Request): Promise<{ concept: Concept; glossary: number | undefined }> {
  const form = readForm(ConceptForm, request.body);
  const terms = form.text.flatMap((words, i): Term[] => {
    if (!words) return [];
    return [
      termFrom({
        text: words,
        language: form.language[i] ?? '',
        status: form.status[i],
        gender: form.gender[i],
        partOfSpeech: form.partOfSpeech[i],
        note: form.termNote[i],
        type: form.type[i],
        number: form.number[i],
        register: form.register[i],
        forms: form.forms[i],
        reason: form.reason[i],
        instead: form.instead[i],
        source: form.termSource[i],
      }),
    ];
  });
  const relations = await Promise.all(
    form.relationTo.flatMap((to, i): Promise<Relation>[] => {
      const kind = form.relation[i];
      if (!to || !kind) return [];
      const [since = '', until = ''] = [form.since[i], form.until[i]];
      return [conceptNamed(app, to).then((id) => ({ kind, to: id, since, until }))];
    }),
  );
  const ids = Object.fromEntries(
    form.ids
      .split(/[\r\n]+/u)
      .map((line) => /^\s*([^\s=:]+)\s*[=:\s]\s*(.+?)\s*$/u.exec(line))
      .flatMap((found) => (found ? [[found[1]!, found[2]!] as const] : [])),
  );
  const { subjectField, image, conceptSource: source } = form;
  return {
    glossary: form.glossary,
    concept: {
      kind: form.kind,
      definition: form.definition,
      note: form.note,
      terms,
      ...(subjectField && { subjectField }),
      ...(image && { image }),
      ...(source && { source }),
      ...(Object.keys(ids).length > 0 && { ids }),
      ...(relations.length > 0 && { relations }),
    },
  };
}

/** A concept that a form names by its number ("#12", "12 …") or by one of its terms. */
async function conceptNamed(app: App, named: string): Promise<number> {
  const number = /^#?(\d+)(?:\s|$)/u.exec(named)?.[1];
  if (number) return (await getConcept(app, Number(number))).id;
  const { concepts } = await listConcepts(app, { search: named });
  const exact = concepts.find(({ terms }) => terms.some((term) => term.text.toLowerCase() === named.toLowerCase()));
  const found = exact ?? concepts[0];
  if (!found) {
    throw new Problem(
      'bad-request',
      `No concept is named “${named}”.`,
      '',
      'Write one of its terms, or its number; make it first if it is not there.',
    );
  }
  return found.id;
}
