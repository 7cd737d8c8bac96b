import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import { importPair } from '../../../app/import/import-pair.ts';
import { pairDoubts } from '../../../app/import/pair-doubts.ts';
import { settlePair } from '../../../app/import/settle-pair.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import type { Problem } from '../../../core/problem.ts';
import { readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView, type Views } from '../../views.ts';
import { articleFrom, articleIn, heldArticle, inputOf, sendPairForm, type TypedPair, typedPair } from './pair-form.ts';

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendPairForm(response);
};

export const preview =
  (app: App): RequestHandler =>
  async (_request, response) => {
    const pair = await readBoth(app, response);
    if (pair) await sendPreview(app, response, previewOf(pair));
  };

/** Two files that were dropped on the first page: they are aligned at once, unless something about them is doubtful. */
export const drop =
  (app: App): RequestHandler =>
  async (request, response) => {
    const pair = await readBoth(app, response);
    if (!pair) return;
    const { sides, pair: together, already } = await pairDoubts(app, pair);
    const findings = [...together, ...sides.source, ...sides.target, ...pair.source.findings, ...pair.target.findings];
    const isClear = pair.source.languageSure && pair.target.languageSure && findings.length + already.length === 0;
    if (!isClear) return sendPreview(app, response, previewOf(pair));
    try {
      response.redirect(303, `/bitexts/${await importPair(app, pair)}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendPreview(app, response, { ...previewOf(pair), problems: [shownInForm(error, response)] });
    }
  };

/** Turns the two sides of a preview round. */
export const swap =
  (app: App): RequestHandler =>
  async (request, response) => {
    const fields = readForm(z.record(z.string(), z.string()), request.body);
    const [source, target] = [articleFrom('target', fields), articleFrom('source', fields)];
    // A title that nobody has changed is that of the source.
    const isOwn = fields['title'] !== undefined && fields['title'] !== target.title;
    const title = isOwn ? (fields['title'] ?? '') : source.title;
    await sendPreview(app, response, { sides: { source, target }, title, problems: [] });
  };

function previewOf(sides: Readonly<Record<Side, PreparedArticle>>) {
  return { sides, title: sides.source.title, problems: [] };
}

/** Both sides of the form as they are read; null where one was refused, and the form has been sent again. */
async function readBoth(app: App, response: Response): Promise<Readonly<Record<Side, PreparedArticle>> | null> {
  const typed = typedPair(response.req);
  const read = {
    source: await readSide(app, 'source', typed, response),
    target: await readSide(app, 'target', typed, response),
  };
  const { source, target } = read;
  if ('article' in source && 'article' in target) {
    const articles = { source: source.article, target: target.article };
    return settlePair(articles, app, app.intake, signalOf(response));
  }
  // The text of a file that could be read is kept, so that it need not be chosen again.
  const kept = (side: Side) => ('article' in read[side] ? keptArticle(typed, side, read[side].article) : typed[side]);
  const problems = [source, target].flatMap((side) => ('problem' in side ? [side.problem] : []));
  await sendPairForm(response, { source: kept('source'), target: kept('target') }, problems);
  return null;
}

/** Leads from the preview back to the form, with the texts in it. */
export const backToForm = (): RequestHandler => async (request, response) => {
  const fields = readForm(z.record(z.string(), z.string()), request.body);
  const side = (side: Side) => {
    const read = fields[side] ?? '';
    const { text = '', versions = [] } = articleIn(read) ?? {};
    return { text, language: fields[`${side}Language`] ?? '', html: '', encoding: '', read, versions };
  };
  await sendPairForm(response, { source: side('source'), target: side('target') });
};

/** Stores a previewed pair. Sent twice, as by a double click, it is stored once. */
export const create = (app: App): RequestHandler => {
  const made = new Map<string, Promise<number>>();
  return async (request, response) => {
    const fields = readForm(z.record(z.string(), z.string()), request.body);
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

async function sendPreview(
  app: App,
  response: Response,
  preview: Pick<Views['import/preview'], 'sides' | 'title' | 'problems'>,
): Promise<void> {
  const doubts = await pairDoubts(app, preview.sides);
  await sendView(response, 'import/preview', { ...preview, doubts, token: crypto.randomUUID() });
}

type ReadSide = { readonly article: PreparedArticle } | { readonly problem: Problem };

async function readSide(app: App, side: Side, typed: TypedPair, response: Response): Promise<ReadSide> {
  const request = response.req;
  try {
    const input = await inputOf(app, side, response, typed[side]);
    const before = 'bytes' in input ? null : articleIn(typed[side].read);
    // An article that came back to the form and was not changed there keeps its structure and the kinds of its lines.
    if (before && before.text === typed[side].text.replaceAll('\r\n', '\n')) {
      const prepared = await prepareArticle({ text: before.text, name: side, language: input.language }, app.packs);
      return { article: { ...prepared, ...before, findings: [], encoding: '', unsorted: undefined } };
    }
    return { article: await prepareArticle(input, app.packs, app.intake) };
  } catch (error) {
    if (request.accepts(['html', 'json']) === 'json') throw error;
    return { problem: shownInForm(error, response) };
  }
}

function keptArticle(typed: TypedPair, side: Side, article: PreparedArticle) {
  return { ...typed[side], text: article.text, html: '', read: heldArticle(article), versions: article.versions ?? [] };
}
