import { z } from 'zod';
import type { App } from '../../app/app.ts';
import {
  addWebhook,
  changeWebhook,
  deliveriesOf,
  removeWebhook,
  renewSecret,
  tellAgain,
  webhookOf,
  webhooks,
} from '../../app/operation/webhooks/webhooks.ts';
import { WEBHOOK_EVENTS } from '../../core/webhook.ts';
import { WebhookForm } from '../handlers/operation/webhooks.ts';
import { endpoint } from './endpoint.ts';
import { cursorFrom, numbersIn, PageQuery, pageOf, pageOfAll } from './pages.ts';

const tag = 'Webhooks';

const Events = z.array(z.enum(WEBHOOK_EVENTS)).describe('that it is told; none for all');
const Body = WebhookForm.extend({ events: Events.default([]) });

const Webhook = z
  .object({
    id: z.int(),
    url: z.string(),
    events: Events,
    active: z.boolean(),
    createdAt: z.iso.datetime(),
    waiting: z.int().describe('how many events wait for it'),
    failingSince: z.iso.datetime().nullable().describe('null where it does not fail'),
  })
  .meta({ id: 'Webhook' });

const Secret = z.string().describe('by which messages are signed; shown this once');

const Delivery = z
  .object({
    event: z.int(),
    id: z.string().describe('webhook-id of the message'),
    type: z.string(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
    state: z.enum(['waiting', 'delivered']),
    attempts: z.int(),
    attemptedAt: z.string().describe('of the last attempt; empty where there was none'),
    status: z.int().nullable().describe('what was answered; null where nothing was'),
    failure: z.string().describe('what went wrong; empty where nothing did'),
  })
  .meta({ id: 'Delivery' });

async function open(app: App, id: number): Promise<z.input<typeof Webhook>> {
  const hook = await webhookOf(app, id);
  return { ...hook, events: [...hook.events] };
}

/** Of other programs that are told what happens. */
export const webhookEndpoints = [
  endpoint(
    { method: 'get', path: '/webhooks', permission: 'webhooks', tag, summary: 'The webhooks' },
    {
      query: PageQuery,
      answer: pageOf(Webhook),
      run: async (app, { query }) =>
        pageOfAll(
          query,
          (await webhooks(app)).map((hook) => ({ ...hook, events: [...hook.events] })),
        ),
    },
  ),
  endpoint(
    { method: 'post', path: '/webhooks', permission: 'webhooks', tag, summary: 'Have an address told what happens' },
    {
      body: Body,
      status: 201,
      answer: Webhook.extend({ secret: Secret }),
      async run(app, { body }) {
        const { id, secret } = await addWebhook(app, body);
        return { ...(await open(app, id)), secret };
      },
    },
  ),
  endpoint(
    { method: 'get', path: '/webhooks/:id', permission: 'webhooks', tag, summary: 'A webhook' },
    { answer: Webhook, run: (app, { id }) => open(app, id) },
  ),
  endpoint(
    {
      method: 'put',
      path: '/webhooks/:id',
      permission: 'webhooks',
      tag,
      summary: 'Change a webhook, or switch it on or off',
    },
    {
      body: Body.extend({ active: z.boolean() }),
      answer: Webhook,
      async run(app, { id, body }) {
        await changeWebhook(app, id, body);
        return open(app, id);
      },
    },
  ),
  endpoint(
    { method: 'delete', path: '/webhooks/:id', permission: 'webhooks', tag, summary: 'Delete a webhook and its log' },
    { run: (app, { id }) => removeWebhook(app, id).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/webhooks/:id/secret',
      permission: 'webhooks',
      tag,
      summary: 'Make a new secret; for a day messages are signed by both',
    },
    { answer: z.object({ secret: Secret }), run: async (app, { id }) => ({ secret: await renewSecret(app, id) }) },
  ),
  endpoint(
    {
      method: 'get',
      path: '/webhooks/:id/deliveries',
      permission: 'webhooks',
      tag,
      summary: 'What a webhook was told, the last first',
    },
    {
      query: PageQuery,
      answer: pageOf(Delivery),
      async run(app, { id, query: { cursor, limit } }) {
        const [before = 0] = numbersIn(cursor, 1) ?? [];
        const found = await deliveriesOf(app, id, { before, limit: limit + 1 });
        const items = found.slice(0, limit);
        return {
          items: items.map(({ name, data, ...one }) => ({
            ...one,
            id: name,
            data: JSON.parse(data) as Record<string, unknown>,
          })),
          next: found.length > limit ? cursorFrom([items.at(-1)?.event ?? 0]) : null,
        };
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/webhooks/:id/deliveries/:event/redeliver',
      permission: 'webhooks',
      tag,
      summary: 'Tell a webhook an event again, or at once',
    },
    { status: 202, run: (app, { id, inner }) => tellAgain(app, id, inner).then(() => undefined) },
  ),
];
