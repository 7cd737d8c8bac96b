import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { Account } from '../../../app/accounts/accounts.ts';
import type { App } from '../../../app/app.ts';
import { myWork } from '../../../app/workflow/my-work.ts';
import { listNotices, readNotices } from '../../../app/workflow/notices.ts';
import { identityOf } from '../../door/identity.ts';
import { readForm } from '../../forms.ts';
import { notFound } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** Notices on the page. */
const SHOWN_NOTICES = 100;

/** "My work": what is mine to do, what waits for a second pair of eyes, what people tell me. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const account = accountIn(request);
    const notices = await listNotices(app, account.id, { before: 0, limit: SHOWN_NOTICES, unread: false });
    await sendView(response, 'workflow/my-work', { ...(await myWork(app, account)), notices });
  };

const Read = z.object({ notice: z.union([z.literal('all'), z.coerce.number().int()]) });

/** Marks a notice as read, or all of them. */
export const markRead =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { notice } = readForm(Read, request.body);
    await readNotices(app, accountIn(request).id, notice === 'all' ? 'all' : [notice]);
    response.redirect(303, '/work');
  };

/** Where there are no accounts, there is no such page. */
function accountIn(request: Request): Account {
  return identityOf(request).session?.account ?? notFound();
}
