import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { previewReplace, replaceText, SHOWN_REPLACEMENTS } from '../../../app/review/replace-text.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { SearchForm, textQueryOf } from '../../row-search.ts';
import { sendWork } from '../../work-page.ts';

const ReplaceForm = SearchForm.extend({ with: z.string().max(1000).default('') });
const PreviewForm = ReplaceForm.extend({
  /** Not there where nobody has been asked yet: nothing is replaced by nothing then. */
  with: z.string().max(1000).optional(),
  page: z.coerce.number().int().min(0).catch(0).default(0),
});

/** What replacing would change, to choose from, a page at a time. */
export const showReplace =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { with: replacement, page, ...search } = readForm(PreviewForm, request.query);
    const query = textQueryOf(search);
    await sendWork(response, {
      view: 'review/replace',
      head: { title: translatorIn(languageOf(request)).t('Replace in {title}', { title: head.title }), page: 'narrow' },
      back: `/bitexts/${head.id}`,
      async work(order) {
        const isAsked = search.find !== '' && replacement !== undefined;
        const what = { query, replacement: replacement ?? '' };
        const found = isAsked ? await previewReplace(app, head.id, what, { ...order, page }) : null;
        return { head, search, replacement: what.replacement, page, pageSize: SHOWN_REPLACEMENTS, found };
      },
    });
  };

const ChosenForm = ReplaceForm.extend({
  chosen: listOf(z.string().regex(/^\d+ [\w-]+$/u)),
  /** The segments that the page showed, and the key of all that would change. */
  shown: listOf(z.coerce.number().int()),
  key: z.string().max(100).default(''),
  which: z.enum(['chosen', 'all']).default('chosen'),
});

export const replace =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { chosen: ticked, shown, key, which, ...form } = readForm(ChosenForm, request.body);
    const chosen = new Map(
      ticked.map((one) => {
        const [segment = '', text = ''] = one.split(' ');
        return [Number(segment), text] as const;
      }),
    );
    const id = idIn(request);
    const result = await replaceText(
      app,
      id,
      {
        query: textQueryOf(form),
        replacement: form.with,
        ...(which === 'all' ? { allBut: shown.filter((segment) => !chosen.has(segment)), key } : { chosen }),
      },
      { clientId: randomUUID(), author: authorOf(request, response) },
    );
    response.redirect(303, `/bitexts/${id}#b${result.beads[0] ?? ''}`);
  };
