import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { nameOf } from '../../../app/review/comments.ts';
import { authorOf } from '../../author.ts';
import { isStillIn } from '../../door/identity.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { answer, eventBytes, sentTo } from '../../wire.ts';
import { liveChangeFor } from './changed-rows.ts';

/** How often an idle connection is kept alive, in ms. */
const HEARTBEAT_MS = 25_000;

/** A page's own name, by which it says later where it is; without one it is no company to others. */
const Page = z.object({ page: z.string().max(64).default('') });

/**
 * Server-sent events: every edit of a bitext as it is made, and who else looks at it, until the page is closed or the
 * program stops.
 */
export const events =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id } = await headOf(app, idIn(request));
    const { page } = readForm(Page, request.query);
    const viewer = { author: authorOf(request, response), language: languageOf(request) };
    const name = await nameOf(app, viewer.author);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    // Whoever has been signed out or disabled meanwhile hears no more.
    const send = async (bytes: Buffer | string) => {
      const isIn = await isStillIn(app, request);
      if (response.writableEnded) return;
      if (isIn) response.write(bytes);
      else response.end();
    };
    // Edits are shown in the order in which they were made, though making their rows takes a while.
    let last = Promise.resolve();
    const end = app.live.subscribe(id, (edit) => {
      last = last.then(async () => {
        await send(await liveChangeFor(app, id, edit, viewer));
      });
      last.catch(() => response.end());
    });
    const leave = page
      ? app.company.join(id, { page, author: viewer.author, name }, (news) => {
          void send(eventBytes('GET /bitexts/:id/events', news)).catch(() => response.end());
        })
      : () => {};
    const heartbeat = setInterval(() => void send(': still here\n\n').catch(() => response.end()), HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(heartbeat);
      leave();
      end();
    });
  };

const Place = sentTo('POST /bitexts/:id/company')(
  z.object({ page: z.string().max(64), bead: z.number().int().nullable() }),
);

/** A page says at which row it is. */
export const move =
  (app: App): RequestHandler =>
  (request, response) => {
    app.company.move(idIn(request), { ...readForm(Place, request.body), author: authorOf(request, response) });
    answer('POST /bitexts/:id/company', response, {});
  };
