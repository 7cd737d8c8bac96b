import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { PARALLEL_FORMATS } from '../../../app/export/export-parallel.ts';
import { readParallel } from '../../../app/export/parallel-text.ts';
import { type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import { addTranslation } from '../../../app/library/add-translation.ts';
import { articleOf } from '../../../app/library/article.ts';
import { Problem } from '../../../core/problem.ts';
import { idIn, Language, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendExport } from '../../send-export.ts';
import { sendView } from '../../views.ts';
import { sideInput } from '../import/side-input.ts';

const NOTHING = { text: '', language: '', html: '' };

/** Where a further translation of an article is brought in. */
export const showForm =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendForm(app, response, idIn(request), NOTHING, null);
  };

const Form = z.object({
  targetText: z.string().default(''),
  targetHtml: z.string().default(''),
  targetLanguage: z.string().default(''),
});

/** Stores it and goes to where it is aligned; what is refused comes back with what was typed. */
export const add =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { targetText: text, targetHtml: html, targetLanguage: language } = readForm(Form, request.body);
    try {
      const translation = await translationIn(app, response, { text, html, language });
      response.redirect(303, `/bitexts/${await addTranslation(app, id, translation)}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendForm(app, response, id, { text, html, language }, shownInForm(error, response));
    }
  };

type Typed = Readonly<Record<'text' | 'html' | 'language', string>>;

async function translationIn(app: App, response: Response, typed: Typed): Promise<PreparedArticle> {
  const language = readForm(Language, typed.language) || undefined;
  const input = await sideInput(app, response, 'target', { ...typed, language });
  if (!input) {
    throw new Problem(
      'empty-text',
      'The translation is empty.',
      '',
      'Paste its text or its address, or choose a file.',
    );
  }
  return prepareArticle(input, app.packs, app.intake);
}

async function sendForm(app: App, response: Response, id: number, typed: Typed, problem: Problem | null) {
  await sendView(response, 'library/add-translation', { article: await articleOf(app, id), typed, problem });
}

const Page = z.object({ page: z.coerce.number().int().min(0).catch(0).default(0) });

/** An article with all its translations, side by side. */
export const read =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { page } = readForm(Page, request.query);
    const parallel = await app.pool.run(readParallel, { article: id, page }, { signal: signalOf(response) });
    await sendView(response, 'library/parallel', { id, parallel, page });
  };

const File = z.object({
  format: z.enum(PARALLEL_FORMATS).default('tmx'),
  status: z.enum(['all', 'confirmed']).default('all'),
});

/** The same as one file. */
export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendExport(app, response, { article: idIn(request), ...readForm(File, request.query) });
  };
