import type { RequestHandler } from 'express';
import { type App, headOf } from '../../../app/app.ts';
import { authorOf } from '../../author.ts';
import { idIn } from '../../forms.ts';
import { languageOf } from '../../language.ts';
import { liveChangeFor } from './changed-rows.ts';

/** How often an idle connection is kept alive, in ms. */
const HEARTBEAT_MS = 25_000;

/** Server-sent events: every edit of a bitext as it is made, until the page is closed or the program stops. */
export const events =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { id } = await headOf(app, idIn(request));
    const viewer = { author: authorOf(request, response), language: languageOf(request) };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    // Edits are shown in the order in which they were made, though making their rows takes a while.
    let last = Promise.resolve();
    const end = app.live.subscribe(id, (edit) => {
      last = last.then(async () => {
        response.write(await liveChangeFor(app, id, edit, viewer));
      });
      last.catch(() => response.end());
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(heartbeat);
      end();
    });
  };
