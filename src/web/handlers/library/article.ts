import type { RequestHandler, Response } from 'express';
import type { App } from '../../../app/app.ts';
import { openArticle } from '../../../app/library/article.ts';
import { everyLabel } from '../../../app/library/articles.ts';
import { editArticle } from '../../../app/library/edit-article.ts';
import { workersOf } from '../../../app/workflow/shown-workflow.ts';
import { type ArticleDetails, LABEL_KINDS, type Label } from '../../../core/article.ts';
import type { Problem } from '../../../core/problem.ts';
import { ArticleForm, labelsFrom } from '../../article-queries.ts';
import { idIn, readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** The page of an article: what stands about it, its translations, its text. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const article = await openArticle(app, idIn(request));
    await sendView(response, 'library/article', { ...article, workers: await workersOf(app) });
  };

export const showForm =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendForm(app, response, idIn(request), null, null);
  };

/** Saves what stands about an article; what is refused comes back with what was typed, and with what somebody else has saved. */
export const save =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { version, desk, topic, client, ...details } = readForm(ArticleForm, request.body);
    const change = { details, labels: labelsFrom({ desk, topic, client }), version };
    try {
      await editArticle(app, id, change);
      response.redirect(303, `/articles/${id}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendForm(app, response, id, change, shownInForm(error, response));
    }
  };

interface Typed {
  readonly details: ArticleDetails;
  readonly labels: readonly Label[];
  readonly version: number;
}

async function sendForm(
  app: App,
  response: Response,
  id: number,
  typed: Typed | null,
  problem: Problem | null,
): Promise<void> {
  const { article, labels } = await openArticle(app, id);
  // Both are shown; saved again, what was typed takes the place of what is stored now.
  const isConflict = problem?.code === 'conflict';
  const shown = typed ?? { details: article, labels, version: article.version };
  await sendView(response, 'library/article-form', {
    article,
    details: shown.details,
    labels: namesByKind(shown.labels),
    version: isConflict ? article.version : shown.version,
    stored: isConflict ? { details: article, labels: namesByKind(labels) } : null,
    known: await everyLabel(app),
    problem,
  });
}

/** The names of labels of each kind, with commas between. */
function namesByKind(labels: readonly Label[]): Record<Label['kind'], string> {
  const names = (wanted: Label['kind']) =>
    labels
      .filter(({ kind }) => kind === wanted)
      .map(({ name }) => name)
      .join(', ');
  const [desk, topic, client] = LABEL_KINDS;
  return { desk: names(desk), topic: names(topic), client: names(client) };
}
