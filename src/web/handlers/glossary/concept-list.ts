import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import {
  changeAll,
  deciderOf,
  mergeConcepts,
  previewMerge,
  removeConcepts,
} from '../../../app/glossary/concept-edits.ts';
import { listConcepts, PAGE_CONCEPTS } from '../../../app/glossary/concepts.ts';
import { findDuplicates } from '../../../app/glossary/find-duplicates.ts';
import { glossaries } from '../../../app/glossary/glossaries.ts';
import { addStarterGlossary } from '../../../app/glossary/starter-glossary.ts';
import { CONCEPT_KINDS, CONCEPT_STATES, TERM_STATUSES, type Term } from '../../../core/glossary/concept.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { listOf, readForm, textUpTo } from '../../forms.ts';
import { conceptQuery, GlossaryForm } from '../../glossary-queries.ts';
import { shownInForm } from '../../problems.ts';
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
  state: z.enum(['', ...CONCEPT_STATES]).default(''),
  owner: textUpTo(200),
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
    if (form.action === 'merge') return mergeOrShow(app, request, response, { ids: form.concept, author });
    if (form.action === 'delete') await removeConcepts(app, form.concept, { author });
    else {
      const change = {
        kind: form.kind || undefined,
        glossary: form.glossary || undefined,
        subjectField: form.subjectField || undefined,
        owner: form.owner || undefined,
        state: form.state || undefined,
        ...(form.state && { decidedBy: await deciderOf(app, author) }),
      };
      await changeAll(app, form.concept, change, { author });
    }
    response.redirect(303, form.back);
  };

/** What the preview of a merge sends: which terms stay, and with which status. */
const Merge = z.object({
  version: listOf(z.string()),
  keep: listOf(z.coerce.number().int()),
  status: listOf(z.enum(TERM_STATUSES)),
});

/** Merges what was shown before, or shows what would become of it. */
async function mergeOrShow(
  app: App,
  request: Request,
  response: Response,
  { ids, author }: { readonly ids: readonly number[]; readonly author: string },
): Promise<void> {
  const { version, keep, status } = readForm(Merge, request.body);
  const show = async (problem: Problem | null) => {
    await sendView(response, 'glossary/merge', { ...(await previewMerge(app, ids)), problem });
  };
  if (version.length === 0) return show(null);
  try {
    const kept = new Set(keep);
    const terms = (merged: readonly Term[]) =>
      merged.flatMap((term, i) => (kept.has(i) ? [{ ...term, status: status[i] ?? term.status }] : []));
    const into = await mergeConcepts(app, ids, { author, versions: version, terms });
    response.redirect(303, `/glossary/${into}`);
  } catch (error) {
    await show(shownInForm(error, response));
  }
}

export const duplicates =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendView(response, 'glossary/duplicates', { groups: await findDuplicates(app) });
  };
