import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, type BitextHead, headOf } from '../../../app/app.ts';
import { type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import { leftOutLines, putBack } from '../../../app/review/left-out.ts';
import { type UpdatedTexts, type UpdateTurn, updateTexts } from '../../../app/review/update-texts.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import type { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';
import { sideInput, type TypedInput } from '../import/side-input.ts';

export const showForm =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendForm(app, response, await headOf(app, idIn(request)), null);
  };

const Form = z.object({ sourceText: z.string().default(''), targetText: z.string().default('') });
const Line = z.object({ side: z.enum(['source', 'target']), block: z.coerce.number().int().min(0) });

/** Takes a line that was left out into the text. */
export const putLineBack =
  (app: App): RequestHandler =>
  (request, response) =>
    updated(app, request, response, (head, turn) => putBack(app, head.id, readForm(Line, request.body), turn));

/** Takes new versions of one or both texts; with neither, the old ones are cut anew. */
export const update =
  (app: App): RequestHandler =>
  (request, response) =>
    updated(app, request, response, async (head, turn) => {
      const form = readForm(Form, request.body);
      const [source, target] = await Promise.all([
        articleOf(app, response, 'source', { text: form.sourceText, language: head.sourceLanguage }),
        articleOf(app, response, 'target', { text: form.targetText, language: head.targetLanguage }),
      ]);
      return updateTexts(app, head.id, { source, target }, turn);
    });

/** Makes the new bitext and goes there; what is refused is shown above the form. */
async function updated(
  app: App,
  request: Request,
  response: Response,
  work: (head: BitextHead, turn: UpdateTurn) => Promise<UpdatedTexts>,
): Promise<void> {
  const head = await headOf(app, idIn(request));
  try {
    const { t } = translatorIn(languageOf(request));
    const turn = { t, author: authorOf(request, response), signal: signalOf(response) };
    const { id, kept, changed, lost } = await work(head, turn);
    response.redirect(303, `/bitexts/${id}?updated=${head.id},${kept},${changed},${lost}`);
  } catch (error) {
    if (request.accepts(['html', 'json']) === 'json') throw error;
    await sendForm(app, response, head, shownInForm(error, response));
  }
}

async function sendForm(app: App, response: Response, head: BitextHead, problem: Problem | null): Promise<void> {
  await sendView(response, 'review/update-texts', { head, leftOut: await leftOutLines(app, head.id), problem });
}

async function articleOf(
  app: App,
  response: Response,
  side: Side,
  typed: TypedInput,
): Promise<PreparedArticle | undefined> {
  const input = await sideInput(app, response, side, typed);
  return input ? prepareArticle(input, app.packs, app.intake) : undefined;
}
