import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { prepareArticle } from '../../app/import/article-intake.ts';
import { addArticle } from '../../app/library/add-article.ts';
import { addTranslation } from '../../app/library/add-translation.ts';
import { articleOf, openArticle } from '../../app/library/article.ts';
import { nextArticles } from '../../app/library/numbered.ts';
import { reviseArticle } from '../../app/library/revise-article.ts';
import { LABEL_KINDS } from '../../core/article.ts';
import { ArticleForm } from '../article-queries.ts';
import { Language, textUpTo } from '../forms.ts';
import { endpoint } from './endpoint.ts';
import { PageQuery, page, pageOf } from './pages.ts';

const tag = 'Articles';

const Article = z
  .object({
    id: z.int(),
    language: z.string(),
    title: z.string(),
    publisher: z.string(),
    author: z.string(),
    published: z.string().describe('a day, ISO 8601; empty where it is not known'),
    address: z.string(),
    licence: z.string(),
    translationOf: z.int().nullable(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Article' });

export const WholeArticle = Article.extend({
  revision: z.int().describe('of the text; sent with a new one, it is refused where the text has changed since'),
  text: z.string().describe('paragraphs with an empty line between'),
  labels: z.array(z.object({ kind: z.enum(LABEL_KINDS), name: z.string() })),
  translations: z.array(z.object({ article: z.int(), language: z.string(), bitext: z.int() })),
}).meta({ id: 'WholeArticle' });

export async function openWhole(app: App, id: number) {
  const { article, labels, paragraphs, translations, revisions } = await openArticle(app, id);
  return {
    ...article,
    labels: labels.map(({ kind, name }) => ({ kind, name })),
    revision: revisions[0]?.id ?? 0,
    text: paragraphs.map(({ text }) => text).join('\n\n'),
    translations: translations.map(({ id: bitext, target }) => ({
      bitext,
      language: target.language,
      article: target.article,
    })),
  };
}

const Text = z.object({
  text: z.string().min(1).max(20_000_000),
  language: Language.optional().describe('tag or name; detected if not given'),
});

async function prepared(app: App, { text, language }: z.output<typeof Text>, signal: AbortSignal) {
  const input = { text, name: 'text', ...(language && { language }) };
  return prepareArticle(input, app.packs, app.intake, signal);
}

export const articleEndpoints = [
  endpoint(
    { method: 'get', path: '/articles', permission: 'read', tag, summary: 'List articles' },
    {
      query: PageQuery.extend({ language: Language.optional(), publisher: z.string().max(200).optional() }),
      answer: pageOf(Article),
      run: (app, { query: { language = '', publisher = '', ...query } }) =>
        page(
          query,
          (list) => nextArticles(app, { ...list, language, publisher }),
          (id) => articleOf(app, id),
        ),
    },
  ),
  endpoint(
    { method: 'post', path: '/articles', permission: 'edit', tag, summary: 'Bring in an article' },
    {
      body: Text.extend(
        ArticleForm.pick({ publisher: true, author: true, published: true, licence: true, title: true }).partial()
          .shape,
      ),
      status: 201,
      answer: WholeArticle,
      async run(app, { body, signal }) {
        const { text, language, title, publisher, published, ...details } = body;
        const read = await prepared(app, { text, language }, signal);
        const article = {
          ...read,
          title: title || read.title,
          publisher: publisher || read.publisher,
          published: published || read.published,
        };
        return openWhole(app, await addArticle(app, article, details));
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/articles/:id', permission: 'read', tag, summary: 'An article with its text' },
    { answer: WholeArticle, run: (app, { id }) => openWhole(app, id) },
  ),
  endpoint(
    { method: 'put', path: '/articles/:id/text', permission: 'edit', tag, summary: 'Store a new revision of the text' },
    {
      body: z.object({ text: z.string().min(1).max(20_000_000), revision: z.int() }),
      answer: z.object({
        article: WholeArticle,
        bitexts: z
          .array(
            z.object({
              id: z.int(),
              from: z.int(),
              language: z.string(),
              kept: z.int(),
              changed: z.int(),
              lost: z.int(),
            }),
          )
          .describe('the bitexts that take the place of those of the old text, and what has become of reviewed rows'),
      }),
      async run(app, { id, body, author, t, signal }) {
        const bitexts = await reviseArticle(app, id, body, { t, author, signal });
        return { article: await openWhole(app, id), bitexts };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/articles/:id/translations',
      permission: 'edit',
      tag,
      summary: 'Align a further translation',
    },
    {
      body: Text.extend({ title: textUpTo(1000).optional() }),
      status: 202,
      answer: z.object({ bitext: z.int() }),
      async run(app, { id, body, signal }) {
        const read = await prepared(app, body, signal);
        return { bitext: await addTranslation(app, id, { ...read, title: body.title || read.title }) };
      },
    },
  ),
];
