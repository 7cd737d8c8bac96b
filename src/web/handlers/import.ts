import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { type ArticleInput, type PreparedArticle, prepareArticle } from '../../app/article-intake.ts';
import { isLanguageTag } from '../../app/glossary.ts';
import { importPair } from '../../app/import-pair.ts';
import { SEGMENT_KINDS, type Side } from '../../core/bitext/bitext.ts';
import { Problem } from '../../core/problem.ts';
import { readForm } from '../forms.ts';
import { sendView } from '../views.ts';

const Language = z
  .string()
  .trim()
  .refine((tag) => tag === '' || isLanguageTag(tag), 'not a language tag such as en or fr-CA');

const Texts = z.object({
  sourceText: z.string().default(''),
  targetText: z.string().default(''),
  sourceLanguage: Language.default(''),
  targetLanguage: Language.default(''),
});

/** A prepared article on its way through the preview's form. */
const Article = z.object({
  title: z.string(),
  text: z.string().min(1),
  blocks: z
    .array(z.object({ start: z.int().min(0), end: z.int().min(0), kind: z.enum(SEGMENT_KINDS), reason: z.string() }))
    .min(1),
});

export const showForm = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'import/new', { problem: null });
};

export const preview =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const form = readForm(Texts, request.body);
      const sides = {
        source: await prepareArticle(inputOf('source', request, form.sourceText, form.sourceLanguage), app.packs),
        target: await prepareArticle(inputOf('target', request, form.targetText, form.targetLanguage), app.packs),
      };
      await sendView(response, 'import/preview', { sides, title: sides.source.title });
    } catch (error) {
      // The form is shown again with what is wrong, so that nothing typed elsewhere has to be found again.
      if (!(error instanceof Problem) || error.code === 'internal') throw error;
      if (request.accepts(['html', 'json']) === 'json') throw error;
      response.status(error.status);
      await sendView(response, 'import/new', { problem: error });
    }
  };

export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    const fields = readForm(z.record(z.string(), z.string()), request.body);
    const id = await importPair(app, {
      title: fields.title,
      source: articleFrom('source', fields),
      target: articleFrom('target', fields),
    });
    response.redirect(303, `/bitexts/${id}`);
  };

function inputOf(side: Side, request: Request, text: string, language: string): ArticleInput {
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined;
  const file = files?.[`${side}File`]?.[0];
  const given = language || undefined;
  if (file && (file.size > 0 || !text.trim())) return { bytes: file.buffer, name: file.originalname, language: given };
  return { text, name: `the ${side}`, language: given };
}

/** The article that the preview's hidden field holds, with the kinds and the language chosen there. */
function articleFrom(side: Side, fields: Record<string, string>): PreparedArticle {
  const article = readForm(Article, parsed(fields[side]));
  const language = readForm(Language.min(2, 'choose a language'), fields[`${side}Language`] ?? '');
  const blocks = article.blocks.map((block, i) => {
    const kind = readForm(z.enum(SEGMENT_KINDS), fields[`${side}Kind${i}`] ?? block.kind);
    return kind === block.kind ? block : { ...block, kind, reason: 'chosen by hand' };
  });
  return { ...article, blocks, language, languageSure: true, findings: [] };
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}
