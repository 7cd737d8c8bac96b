import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { addComment, listComments, removeComment, replyToComment, resolveComment } from '../../app/review/comments.ts';
import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import { CommentForm, ReplyForm } from '../handlers/review/comments.ts';
import { endpoint } from './endpoint.ts';
import { PageQuery, pageOf, pageOfAll } from './pages.ts';

const tag = 'Comments';

const Comment = z
  .object({
    id: z.int(),
    side: z.enum(SIDES),
    segment: z.int(),
    name: z.string().describe('of its author; empty where none was given'),
    own: z.boolean().describe('whether it is of who asks'),
    at: z.iso.datetime(),
    text: z.string(),
    replyTo: z.int().nullable().describe('the comment that begins its thread; null of one that begins one'),
    resolved: z
      .object({ name: z.string(), at: z.iso.datetime() })
      .nullable()
      .describe('who settled the thread that it begins, and when; null while it is open'),
  })
  .meta({ id: 'Comment' });

const OfSegment = z.object({
  row: z.int().describe('in which the segment stands'),
  comments: z.array(Comment).describe('all on the segment as they are now, the oldest first'),
});

type Stored = Awaited<ReturnType<typeof listComments>>[number];

function shown(reader: string) {
  return ({ author, resolved, id, side, segment, name, at, text, replyTo }: Stored): z.input<typeof Comment> => {
    const settled = resolved && { name: resolved.name, at: resolved.at };
    return { id, side, segment, name, own: author === reader, at, text, replyTo, resolved: settled };
  };
}

/** Those of a segment: of the one that is named, or of that on which a comment stands. */
async function ofSegment(
  app: App,
  bitext: number,
  row: number,
  { on, reader }: { readonly on: number | { readonly side: Side; readonly segment: number }; readonly reader: string },
): Promise<z.input<typeof OfSegment>> {
  const all = await listComments(app, bitext);
  const place = typeof on === 'number' ? all.find(({ id }) => id === on) : on;
  const there = all.filter(({ side, segment }) => side === place?.side && segment === place.segment);
  return { row, comments: there.map(shown(reader)) };
}

/** Of what people write to each other about rows. */
export const commentEndpoints = [
  endpoint(
    { method: 'get', path: '/bitexts/:id/comments', permission: 'read', tag, summary: 'The comments of a bitext' },
    {
      query: PageQuery,
      answer: pageOf(Comment),
      run: async (app, { id, query, author }) => pageOfAll(query, (await listComments(app, id)).map(shown(author))),
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/comments', permission: 'comment', tag, summary: 'Comment on a segment' },
    {
      body: CommentForm,
      status: 201,
      answer: OfSegment,
      async run(app, { id, body, author }) {
        const row = await addComment(app, id, { ...body, author });
        return ofSegment(app, id, row, { on: body, reader: author });
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/comments/:comment/replies',
      permission: 'comment',
      tag,
      summary: 'Answer a comment',
    },
    {
      body: ReplyForm,
      status: 201,
      answer: OfSegment,
      async run(app, { id, inner, body, author }) {
        const row = await replyToComment(app, id, inner, { ...body, author });
        return ofSegment(app, id, row, { on: inner, reader: author });
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/comments/:comment/resolve',
      permission: 'comment',
      tag,
      summary: 'Settle the thread of a comment, or open it again',
    },
    {
      body: z.object({ resolved: z.boolean() }),
      answer: OfSegment,
      async run(app, { id, inner, body: { resolved }, author }) {
        const row = await resolveComment(app, id, inner, { author, resolved });
        return ofSegment(app, id, row, { on: inner, reader: author });
      },
    },
  ),
  endpoint(
    {
      method: 'delete',
      path: '/bitexts/:id/comments/:comment',
      permission: 'comment',
      tag,
      summary: 'Delete a comment of one’s own',
    },
    { run: (app, { id, inner, author }) => removeComment(app, id, inner, author).then(() => undefined) },
  ),
];
