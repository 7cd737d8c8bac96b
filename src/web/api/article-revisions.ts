import { z } from 'zod';
import { compareRevisions } from '../../app/library/compare-revisions.ts';
import { editArticle } from '../../app/library/edit-article.ts';
import { ArticleForm, labelsFrom } from '../article-queries.ts';
import { openWhole, WholeArticle } from './articles.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Articles';

const Revision = z.object({ id: z.int(), number: z.int(), createdAt: z.iso.datetime() });

const Part = z.object({ text: z.string(), change: z.enum(['ins', 'del']).nullable() });
const Paragraph = z.union([
  z.object({ parts: z.array(Part) }).describe('a paragraph that came, went or was changed'),
  z.object({ same: z.int() }).describe('how many stayed as they were'),
]);

const Ordinal = z.coerce.number().int().min(1);

/** Of what stands about an article, and of its revisions. */
export const articleRevisionEndpoints = [
  endpoint(
    { method: 'put', path: '/articles/:id', permission: 'edit', tag, summary: 'Save what stands about an article' },
    {
      body: ArticleForm.extend({ version: z.int().min(0).describe('of the article as it was read') }).describe(
        'What is left out is emptied. Several names of desks, topics or clients stand with commas between.',
      ),
      answer: WholeArticle,
      async run(app, { id, body: { version, desk, topic, client, ...details } }) {
        await editArticle(app, id, { details, labels: labelsFrom({ desk, topic, client }), version });
        return openWhole(app, id);
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/articles/:id/revisions',
      permission: 'read',
      tag,
      summary: 'The revisions of an article, two of them compared word by word',
    },
    {
      query: z.object({
        from: Ordinal.optional().describe('a number; that before the other if not given'),
        to: Ordinal.optional().describe('a number; the newest if not given'),
      }),
      answer: z.object({
        items: z.array(Revision).describe('the newest first'),
        from: z.int(),
        to: z.int(),
        paragraphs: z.array(Paragraph),
      }),
      async run(app, { id, query: { from = null, to = null }, signal }) {
        const { revisions, paragraphs, ...compared } = await compareRevisions(app, id, { from, to }, signal);
        return {
          items: revisions.map(({ id: revision, number, createdAt }) => ({ id: revision, number, createdAt })),
          from: compared.from,
          to: compared.to,
          paragraphs: paragraphs.map((one) => ('same' in one ? one : { parts: [...one.parts] })),
        };
      },
    },
  ),
];
