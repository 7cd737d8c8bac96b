import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { type ArticleInput, CHOSEN, type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import { importPair } from '../../../app/import/import-pair.ts';
import { SEGMENT_KINDS, type Side } from '../../../core/bitext/bitext.ts';
import { jsonIn, Language, readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** Encodings that a person may name for a text file; WHATWG's names. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'macintosh',
] as const;

const Texts = z.object({
  sourceText: z.string().default(''),
  targetText: z.string().default(''),
  sourceLanguage: Language.default(''),
  targetLanguage: Language.default(''),
  /** What was pasted with its formatting, where the text was not changed since. */
  sourceHtml: z.string().default(''),
  targetHtml: z.string().default(''),
  sourceEncoding: z.enum(['', ...ENCODINGS]).default(''),
  targetEncoding: z.enum(['', ...ENCODINGS]).default(''),
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
  await sendView(response, 'import/new', { problem: null, encodings: ENCODINGS });
};

export const preview =
  (app: App): RequestHandler =>
  async (request, response) => {
    try {
      const form = readForm(Texts, request.body);
      const sides = {
        source: await prepareArticle(inputOf('source', request, form), app.packs, app.intake),
        target: await prepareArticle(inputOf('target', request, form), app.packs, app.intake),
      };
      await sendView(response, 'import/preview', { sides, title: sides.source.title });
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      await sendView(response, 'import/new', { problem: shownInForm(error, response), encodings: ENCODINGS });
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

function inputOf(side: Side, request: Request, form: z.output<typeof Texts>): ArticleInput {
  const [text, html] = [form[`${side}Text`], form[`${side}Html`]];
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined;
  const file = files?.[`${side}File`]?.[0];
  const language = form[`${side}Language`] || undefined;
  const encoding = form[`${side}Encoding`] || undefined;
  if (file && (file.size > 0 || !text.trim()))
    return { bytes: file.buffer, name: file.originalname, language, encoding };
  return { ...(html ? { html } : { text }), name: `the ${side}`, language };
}

/** The article that the preview's hidden field holds, with the kinds and the language chosen there. */
function articleFrom(side: Side, fields: Record<string, string>): PreparedArticle {
  const article = readForm(Article, jsonIn(fields[side]));
  const language = readForm(Language.min(2, 'choose a language'), fields[`${side}Language`] ?? '');
  const blocks = article.blocks.map((block, i) => {
    const kind = readForm(z.enum(SEGMENT_KINDS), fields[`${side}Kind${i}`] ?? block.kind);
    return kind === block.kind ? block : { ...block, kind, reason: CHOSEN };
  });
  const publisher = (fields[`${side}Publisher`] ?? '').trim().slice(0, 200);
  const published = readForm(z.union([z.literal(''), z.iso.date()]), fields[`${side}Published`] ?? '');
  return { ...article, blocks, language, publisher, published, languageSure: true, findings: [], encoding: '' };
}
