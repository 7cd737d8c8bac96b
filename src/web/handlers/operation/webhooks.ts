import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import {
  addWebhook,
  changeWebhook,
  deliveriesOf,
  removeWebhook,
  renewSecret,
  tellAgain,
  webhookOf,
  webhooks,
} from '../../../app/operation/webhooks/webhooks.ts';
import type { Problem } from '../../../core/problem.ts';
import { WEBHOOK_EVENTS } from '../../../core/webhook.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { get, post, type Route } from '../../route.ts';
import type { WebhookViews } from '../../views/webhook-views.ts';
import { sendView } from '../../views.ts';

/** The pages of what other programs are told. */
export function webhookRoutes(app: App): Route[] {
  return [
    get('/webhooks', 'webhooks', show(app)),
    post('/webhooks', 'webhooks', add(app)),
    get('/webhooks/:hook', 'webhooks', showLog(app)),
    post('/webhooks/:hook', 'webhooks', change(app)),
    post('/webhooks/:hook/deliveries/:event', 'webhooks', again(app)),
  ];
}

/** What somebody says of a webhook. */
export const WebhookForm = z.object({
  url: z.string().trim().min(1).max(2000),
  events: listOf(z.enum(WEBHOOK_EVENTS)),
});

const show =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendList(app, response, {});
  };

const add =
  (app: App): RequestHandler =>
  async (request, response) => {
    const form = readForm(WebhookForm, request.body);
    try {
      await sendList(app, response, { made: await addWebhook(app, form) });
    } catch (error) {
      await sendList(app, response, { problem: shownInForm(error, response), typed: form.url });
    }
  };

const Action = z.object({ action: z.enum(['on', 'off', 'secret', 'delete']) });

const change =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'hook');
    const { action } = readForm(Action, request.body);
    if (action === 'secret') return sendList(app, response, { made: { id, secret: await renewSecret(app, id) } });
    if (action === 'delete') await removeWebhook(app, id);
    else await changeWebhook(app, id, { ...(await webhookOf(app, id)), active: action === 'on' });
    response.redirect(303, '/webhooks');
  };

async function sendList(
  app: App,
  response: Response,
  {
    problem = null,
    made = null,
    typed = '',
  }: { problem?: Problem | null; made?: WebhookViews['webhooks']['made']; typed?: string },
): Promise<void> {
  await sendView(response, 'webhooks', { hooks: await webhooks(app), problem, made, typed, events: WEBHOOK_EVENTS });
}

const PAGE_DELIVERIES = 100;

const showLog =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'hook');
    const { before } = readForm(
      z.object({ before: z.coerce.number().int().min(0).catch(0).default(0) }),
      request.query,
    );
    const deliveries = await deliveriesOf(app, id, { before, limit: PAGE_DELIVERIES });
    const older = deliveries.length === PAGE_DELIVERIES ? (deliveries.at(-1)?.event ?? null) : null;
    await sendView(response, 'webhook', { hook: await webhookOf(app, id), deliveries, older });
  };

const again =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'hook');
    await tellAgain(app, id, idIn(request, 'event'));
    response.redirect(303, `/webhooks/${id}`);
  };
