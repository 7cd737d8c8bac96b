import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import {
  alignAgain,
  archiveBitext,
  bitextToReviewNext,
  cancelAlignment,
  openLibrary,
  renameBitext,
  restoreBitext,
} from '../../../app/library/library.ts';
import { openSamples } from '../../../app/library/samples.ts';
import { deleteBitext } from '../../../app/library/trash/delete.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { readElements } from '../../palette.ts';
import { sendView } from '../../views.ts';

const Query = z.object({ q: z.string().default(''), archived: z.coerce.number().int().optional() });

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { q, archived } = readForm(Query, request.query);
    const undo = archived ? await headOf(app, archived) : null;
    await sendView(response, 'library/index', {
      library: await openLibrary(app, { search: q, signal: signalOf(response) }),
      isIndexing: q !== '' && (await app.searchIndex.isIndexing()),
      search: q,
      archived: false,
      undo,
    });
  };

export const showArchive =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { q } = readForm(Query, request.query);
    await sendView(response, 'library/index', {
      library: await openLibrary(app, { search: q, archived: true, signal: signalOf(response) }),
      isIndexing: q !== '' && (await app.searchIndex.isIndexing()),
      search: q,
      archived: true,
      undo: null,
    });
  };

/** Imports the samples and redirects to what to look at first: a doubtful row, with what speaks for it. */
export const addSampleArticles =
  (app: App): RequestHandler =>
  async (request, response) => {
    response.redirect(303, `/bitexts/${await openSamples(app, authorOf(request, response))}#doubtful`);
  };

export const help = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'help', {});
};

/** Everything that the pages are made of. */
export const elements = (): RequestHandler => async (_request, response) => {
  await sendView(response, 'elements', await readElements());
};

export const rename =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { title } = readForm(z.object({ title: z.string() }), request.body);
    await renameBitext(app, idIn(request), title);
    response.redirect(303, `/bitexts/${idIn(request)}`);
  };

/** Leads to the next text that waits for review, or to the list where none does. */
export const toNext =
  (app: App): RequestHandler =>
  async (request, response) => {
    const next = await bitextToReviewNext(app, idIn(request));
    response.redirect(303, next === null ? '/' : `/bitexts/${next}`);
  };

export const archive =
  (app: App): RequestHandler =>
  async (request, response) => {
    await archiveBitext(app, idIn(request));
    response.redirect(303, `/?archived=${idIn(request)}`);
  };

export const cancel =
  (app: App): RequestHandler =>
  async (request, response) => {
    await cancelAlignment(app, idIn(request));
    response.redirect(303, `/bitexts/${idIn(request)}`);
  };

export const tryAgain =
  (app: App): RequestHandler =>
  async (request, response) => {
    await alignAgain(app, idIn(request));
    response.redirect(303, `/bitexts/${idIn(request)}`);
  };

export const restore =
  (app: App): RequestHandler =>
  async (request, response) => {
    await restoreBitext(app, idIn(request));
    response.redirect(303, '/');
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { entry } = await deleteBitext(app, idIn(request), { author: authorOf(request, response) });
    response.redirect(303, `/trash?deleted=${entry}`);
  };
