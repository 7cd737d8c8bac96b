import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { previewReplace, replaceText } from '../../../app/review/replace-text.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { SearchForm, textQueryOf } from '../../row-search.ts';
import { sendView } from '../../views.ts';

const ReplaceForm = SearchForm.extend({ with: z.string().max(1000).default('') });

/** What replacing would change, to choose from. */
export const showReplace =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { with: replacement, ...search } = readForm(ReplaceForm, request.query);
    const found = search.find === '' ? [] : await previewReplace(app, head.id, textQueryOf(search), replacement);
    await sendView(response, 'review/replace', { head, search, replacement, found });
  };

export const replace =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(ReplaceForm.extend({ chosen: listOf(z.string().regex(/^\d+ [\w-]+$/u)) }), request.body);
    const chosen = new Map(
      form.chosen.map((one) => {
        const [segment = '', key = ''] = one.split(' ');
        return [Number(segment), key] as const;
      }),
    );
    const id = idIn(request);
    const result = await replaceText(
      app,
      id,
      { query: textQueryOf(form), replacement: form.with, chosen },
      { clientId: randomUUID(), author: authorOf(request, response) },
    );
    response.redirect(303, `/bitexts/${id}#b${result.beads[0] ?? ''}`);
  };
