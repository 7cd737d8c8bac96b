import type { RequestHandler, Response } from 'express';
import type { App } from '../../../app/app.ts';
import type { PreparedArticle } from '../../../app/import/article-intake.ts';
import { importPair } from '../../../app/import/import-pair.ts';
import { type PairDoubts, pairDoubts } from '../../../app/import/pair-doubts.ts';
import { settlePair } from '../../../app/import/settle-pair.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import { signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { articleIn, heldArticle, sendPairForm, type TypedPair, typedPair } from './pair-form.ts';
import { fieldsOf, previewOf, sendPreview } from './preview.ts';
import { readSide } from './read-side.ts';

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendPairForm(response);
};

export const preview =
  (app: App): RequestHandler =>
  async (_request, response) => {
    const pair = await readBoth(app, response);
    if (pair) await sendPreview(app, response, previewOf(pair));
  };

/** Two sides that were brought on the first page: they are aligned at once, unless something about them is doubtful. */
export const drop =
  (app: App): RequestHandler =>
  async (request, response) => {
    const pair = await readBoth(app, response);
    if (!pair) return;
    const doubts = await pairDoubts(app, pair, signalOf(response));
    if (!isClear(pair, doubts)) return sendPreview(app, response, previewOf(pair), doubts);
    try {
      response.redirect(303, `/bitexts/${await importPair(app, pair)}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendPreview(app, response, { ...previewOf(pair), problems: [shownInForm(error, response)] });
    }
  };

function isClear(
  { source, target }: Readonly<Record<Side, PreparedArticle>>,
  { sides, pair, already }: PairDoubts,
): boolean {
  const findings = [...pair, ...sides.source, ...sides.target, ...source.findings, ...target.findings];
  return source.languageSure && target.languageSure && findings.length + already.length === 0;
}

/** Both sides of the form as they are read; null where one was refused, and the form has been sent again. */
async function readBoth(app: App, response: Response): Promise<Readonly<Record<Side, PreparedArticle>> | null> {
  const typed = typedPair(response.req);
  const read = {
    source: await readSide(app, 'source', typed.source, response),
    target: await readSide(app, 'target', typed.target, response),
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
  const fields = fieldsOf(request);
  const side = (side: Side) => {
    const read = fields[side] ?? '';
    const { text = '', versions = [] } = articleIn(read) ?? {};
    return { text, language: fields[`${side}Language`] ?? '', html: '', encoding: '', read, versions };
  };
  await sendPairForm(response, { source: side('source'), target: side('target') });
};

function keptArticle(typed: TypedPair, side: Side, article: PreparedArticle) {
  return { ...typed[side], text: article.text, html: '', read: heldArticle(article), versions: article.versions ?? [] };
}
