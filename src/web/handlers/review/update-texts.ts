import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import { updateTexts } from '../../../app/review/update-texts.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

export const showForm =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendView(response, 'review/update-texts', { head: await headOf(app, idIn(request)), problem: null });
  };

const Form = z.object({ sourceText: z.string().default(''), targetText: z.string().default('') });

/** Takes new versions of one or both texts; with neither, the old ones are cut anew. */
export const update =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    try {
      const form = readForm(Form, request.body);
      const [source, target] = await Promise.all([
        articleOf(app, request, { side: 'source', text: form.sourceText, language: head.sourceLanguage }),
        articleOf(app, request, { side: 'target', text: form.targetText, language: head.targetLanguage }),
      ]);
      const { id, kept, changed, lost } = await updateTexts(
        app,
        head.id,
        { source, target },
        { t: translatorIn(languageOf(request)).t, signal: signalOf(response) },
      );
      response.redirect(303, `/bitexts/${id}?updated=${head.id},${kept},${changed},${lost}`);
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendView(response, 'review/update-texts', { head, problem: shownInForm(error, response) });
    }
  };

async function articleOf(
  app: App,
  request: Request,
  { side, text, language }: { readonly side: Side; readonly text: string; readonly language: string },
): Promise<PreparedArticle | undefined> {
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined;
  const file = files?.[`${side}File`]?.[0];
  if (file && file.size > 0) {
    return prepareArticle({ bytes: file.buffer, name: file.originalname, language }, app.packs, app.intake);
  }
  if (!text.trim()) return undefined;
  return prepareArticle({ text, name: side, language }, app.packs, app.intake);
}
