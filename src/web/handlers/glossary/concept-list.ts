import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { changeAll, mergeConcepts, removeConcepts } from '../../../app/glossary/concept-edits.ts';
import { listConcepts, PAGE_CONCEPTS } from '../../../app/glossary/concepts.ts';
import { findDuplicates } from '../../../app/glossary/find-duplicates.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { addStarterGlossary } from '../../../app/glossary/starter-glossary.ts';
import { CONCEPT_KINDS } from '../../../core/glossary/concept.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { listOf, readForm, textUpTo } from '../../forms.ts';
import { conceptQuery, GlossaryForm } from '../../glossary-queries.ts';
import { sendView } from '../../views.ts';

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(GlossaryForm, request.query);
    const list = await listConcepts(app, conceptQuery(query), query.page);
    await sendView(response, 'glossary/index', {
      list,
      query,
      pageSize: PAGE_CONCEPTS,
      glossaries: await glossaries(app),
    });
  };

export const addStarter =
  (app: App): RequestHandler =>
  async (request, response) => {
    await addStarterGlossary(app, authorOf(request, response));
    response.redirect(303, '/glossary');
  };

const Bulk = z.object({
  concept: listOf(z.coerce.number().int()),
  action: z.enum(['merge', 'delete', 'change']),
  kind: z.enum(['', ...CONCEPT_KINDS]).default(''),
  glossary: z.coerce.number().int().default(0),
  subjectField: textUpTo(200),
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
