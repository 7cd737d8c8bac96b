import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { deleteArticle, deleteRevision } from '../../../app/library/trash/delete.ts';
import {
  deleteForGood,
  emptyTrash,
  keepTrashFor,
  openTrash,
  type Restored,
  restoreFromTrash,
} from '../../../app/library/trash/trash.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { get, post, type Route } from '../../route.ts';
import { sendView } from '../../views.ts';

/** The addresses of what is deleted: where it goes, comes back, and goes for good. */
export function trashRoutes(app: App): Route[] {
  return [
    get('/trash', 'read', show(app)),
    post('/trash/empty', 'purge', empty(app)),
    post('/trash/days', 'purge', setDays(app)),
    post('/trash/:id/restore', 'delete', restore(app)),
    post('/trash/:id/restore-concepts', 'approve', restore(app)),
    post('/trash/:id/delete', 'purge', remove(app)),
    post('/articles/:id/delete', 'delete', removeArticle(app)),
    post('/articles/:id/revisions/delete', 'delete', removeRevision(app)),
  ];
}

const Query = z.object({
  /** What has just been deleted, by its number in the trash. */
  deleted: z.coerce.number().int().catch(0).default(0),
  /** Where what has just come back is, and how much else came with it. */
  back: z
    .string()
    .regex(/^\/(?:bitexts|articles|glossary)(?:\/\d+)?$/u)
    .optional()
    .catch(undefined),
  more: z.coerce.number().int().min(0).catch(0).default(0),
});

const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { deleted, back, more } = readForm(Query, request.query);
    const trash = await openTrash(app);
    await sendView(response, 'library/trash', {
      trash,
      deleted: trash.entries.find(({ id }) => id === deleted)?.title ?? '',
      back: back === undefined ? null : { place: back, more },
    });
  };

const restore =
  (app: App): RequestHandler =>
  async (request, response) => {
    const kind = request.path.endsWith('-concepts') ? 'concepts' : 'texts';
    const restored = await restoreFromTrash(app, idIn(request), { author: authorOf(request, response), kind });
    response.redirect(
      303,
      `/trash?${new URLSearchParams({ back: addressOf(restored), more: String(restored.with.length) })}`,
    );
  };

function addressOf({ place: { kind, number } }: Restored): string {
  if (kind === 'concepts') return number === 0 ? '/glossary' : `/glossary/${number}`;
  return kind === 'bitext' ? `/bitexts/${number}` : `/articles/${number}`;
}

const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await deleteForGood(app, idIn(request));
    response.redirect(303, '/trash');
  };

const empty =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await emptyTrash(app);
    response.redirect(303, '/trash');
  };

const setDays =
  (app: App): RequestHandler =>
  async (request, response) => {
    await keepTrashFor(app, readForm(z.object({ days: z.coerce.number() }), request.body).days);
    response.redirect(303, '/trash');
  };

const removeArticle =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { entry } = await deleteArticle(app, idIn(request), { author: authorOf(request, response) });
    response.redirect(303, `/trash?deleted=${entry}`);
  };

const removeRevision =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { number } = readForm(z.object({ number: z.coerce.number().int() }), request.body);
    await deleteRevision(app, idIn(request), number, { author: authorOf(request, response) });
    response.redirect(303, `/articles/${idIn(request)}`);
  };
