import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import type { PreparedArticle } from '../../../app/import/article-intake.ts';
import { importPair } from '../../../app/import/import-pair.ts';
import { type PairDoubts, pairDoubts } from '../../../app/import/pair-doubts.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import { readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView, type Views } from '../../views.ts';
import { articleFrom, heldArticle } from './pair-form.ts';
import { previewParts } from './preview-rows.ts';

type Preview = Pick<Views['import/preview'], 'sides' | 'title' | 'problems'> &
  Partial<Pick<Views['import/preview'], 'unfolded' | 'allKinds'>>;

/**
 * Shows two articles before they are stored.
 * @param known what was found out about the two before
 */
export async function sendPreview(app: App, response: Response, preview: Preview, known?: PairDoubts): Promise<void> {
  const { sides, unfolded = '', allKinds = false } = preview;
  const doubts = known ?? (await pairDoubts(app, sides, signalOf(response)));
  await sendView(response, 'import/preview', {
    ...preview,
    unfolded,
    allKinds,
    doubts,
    parts: previewParts(sides, doubts.together.rows, unfolded),
    held: { source: heldArticle(sides.source), target: heldArticle(sides.target) },
    token: crypto.randomUUID(),
  });
}

/** A pair as its preview first shows it. */
export function previewOf(sides: Readonly<Record<Side, PreparedArticle>>) {
  return { sides, title: sides.source.title, problems: [] };
}

/** Turns the two sides of a preview round. */
export const swap =
  (app: App): RequestHandler =>
  async (request, response) => {
    const fields = fieldsOf(request);
    const [source, target] = [articleFrom('target', fields, false), articleFrom('source', fields, false)];
    // A title that nobody has changed is that of the source.
    const isOwn = fields['title'] !== undefined && fields['title'] !== target.title;
    const title = isOwn ? (fields['title'] ?? '') : source.title;
    await sendPreview(app, response, { sides: { source, target }, title, problems: [] });
  };

/** Shows more of a preview: lines that are folded, or the kinds of all. What was chosen in it stays. */
export const unfold =
  (app: App): RequestHandler =>
  async (request, response) => {
    const fields = fieldsOf(request);
    const sides = { source: articleFrom('source', fields, false), target: articleFrom('target', fields, false) };
    const { title = '', unfolded = '', unfold: more = '', allKinds } = fields;
    await sendPreview(app, response, {
      sides,
      title,
      problems: [],
      unfolded: [unfolded, more].filter(Boolean).join(),
      allKinds: allKinds === 'on',
    });
  };

/** Stores a previewed pair. Sent twice, as by a double click, it is stored once. */
export const create = (app: App): RequestHandler => {
  const made = new Map<string, Promise<number>>();
  return async (request, response) => {
    const fields = fieldsOf(request);
    const articles = { source: articleFrom('source', fields), target: articleFrom('target', fields) };
    const { token = '', title = '' } = fields;
    const work = made.get(token) ?? importPair(app, { title, ...articles });
    if (token !== '') remember(made, token, work);
    try {
      response.redirect(303, `/bitexts/${await work}`);
    } catch (error) {
      made.delete(token);
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendPreview(app, response, { sides: articles, title, problems: [shownInForm(error, response)] });
    }
  };
};

/** Previews that have been stored of late, at most: a second click comes soon or never. */
const MAX_REMEMBERED_PREVIEWS = 500;

function remember(made: Map<string, Promise<number>>, token: string, work: Promise<number>): void {
  made.set(token, work);
  const [oldest] = made.keys();
  if (made.size > MAX_REMEMBERED_PREVIEWS && oldest !== undefined) made.delete(oldest);
}

/** The fields of the preview's form. */
export function fieldsOf({ body }: Request): Record<string, string> {
  return readForm(z.record(z.string(), z.string()), body);
}
