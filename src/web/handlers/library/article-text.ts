import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { articleOf, latestRevision } from '../../../app/library/article.ts';
import { compareRevisions } from '../../../app/library/compare-revisions.ts';
import { reviseArticle } from '../../../app/library/revise-article.ts';
import type { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { shownInForm } from '../../problems.ts';
import type { RevisedNotice } from '../../views/article-views.ts';
import { sendView } from '../../views.ts';

/** The text of an article, to be mended. */
export const showForm =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendForm(app, response, idIn(request), null, null);
  };

const Form = z.object({
  text: z.string().default(''),
  revision: z.coerce.number().int().default(0),
  /** Where the text stays, and translations of an older one are brought to it. */
  same: z.literal('on').optional(),
});

/** Stores the mended text as a new revision, and goes to where it is compared with the one before. */
export const save =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { same, ...form } = readForm(Form, request.body);
    const typed = same ? { ...form, text: (await latestRevision(app.store.db, id)).text } : form;
    try {
      const { t } = translatorIn(languageOf(request));
      const turn = { t, author: authorOf(request, response), signal: signalOf(response) };
      const revised = await reviseArticle(app, id, typed, turn);
      const said = revised.map((one) => [one.language, one.id, one.kept, one.changed, one.lost].join());
      response.redirect(
        303,
        `/articles/${id}/revisions?${new URLSearchParams(said.map((one): [string, string] => ['revised', one]))}`,
      );
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendForm(app, response, id, typed, shownInForm(error, response));
    }
  };

const Numbers = z.object({
  from: z.coerce.number().int().min(1).nullable().catch(null).default(null),
  to: z.coerce.number().int().min(1).nullable().catch(null).default(null),
  /** What has become of each translation: its language, bitext, and how many rows were kept, changed and lost. */
  revised: listOf(z.string().regex(/^[\w-]+(?:,\d+){4}$/u)).catch([]),
});

/** Two revisions of an article, word by word. */
export const showRevisions =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { revised, ...wanted } = readForm(Numbers, request.query);
    const compared = await compareRevisions(app, idIn(request), wanted, signalOf(response));
    await sendView(response, 'library/revisions', { ...compared, revised: revised.map(noticeFrom) });
  };

function noticeFrom(said: string): RevisedNotice {
  const [language = '', ...numbers] = said.split(',');
  const [bitext = 0, kept = 0, changed = 0, lost = 0] = numbers.map(Number);
  return { language, bitext, kept, changed, lost };
}

async function sendForm(
  app: App,
  response: Response,
  id: number,
  typed: { readonly text: string; readonly revision: number } | null,
  problem: Problem | null,
): Promise<void> {
  const article = await articleOf(app, id);
  const stored = await latestRevision(app.store.db, id);
  const isConflict = problem?.code === 'conflict';
  await sendView(response, 'library/article-text', {
    article,
    text: typed?.text ?? stored.text,
    revision: isConflict ? stored.id : (typed?.revision ?? stored.id),
    stored: isConflict ? stored.text : null,
    problem,
  });
}
