import { Problem } from '../../../core/problem.ts';
import { isWebAddress } from '../../../core/text/web-address.ts';
import type { WebhookEvent } from '../../../core/webhook.ts';
import { lastDeliveries, type StoredDelivery, waitAgain } from '../../../store/webhooks/deliveries.ts';
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  updateWebhook,
  type WebhookRow,
  waitingCounts,
} from '../../../store/webhooks/webhooks.ts';
import type { App } from '../../app.ts';
import { newSecret } from './sign.ts';

export type { StoredDelivery };

/** A webhook without its secrets. */
export interface Webhook {
  readonly id: number;
  readonly url: string;
  /** Those that it is told; none for all. */
  readonly events: readonly WebhookEvent[];
  readonly active: boolean;
  readonly createdAt: string;
  /** How many events wait for it. */
  readonly waiting: number;
  /** Since when it fails, ISO 8601; null where it does not. */
  readonly failingSince: string | null;
}

/** What somebody says of one. */
export type WebhookChange = Pick<Webhook, 'url' | 'events' | 'active'>;

type Stored = Pick<App, 'store' | 'now'>;

export async function webhooks({ store }: Stored): Promise<Webhook[]> {
  const waiting = await waitingCounts(store.db);
  return (await listWebhooks(store.db)).map((row) => shown(row, waiting.get(row.id) ?? 0));
}

/** @throws Problem `not-found` */
export async function webhookOf(app: Stored, id: number): Promise<Webhook> {
  const row = await rowOf(app, id);
  return shown(row, (await waitingCounts(app.store.db)).get(id) ?? 0);
}

function shown({ id, url, events, active, created_at, failing_since }: WebhookRow, waiting: number): Webhook {
  return {
    id,
    url,
    events: JSON.parse(events) as WebhookEvent[],
    active: active === 1,
    createdAt: created_at,
    waiting,
    failingSince: failing_since || null,
  };
}

/** A secret is shown once, when it is made. @throws Problem `bad-input` where the address is none */
export async function addWebhook(
  { store, now }: Stored,
  { url, events }: Pick<Webhook, 'url' | 'events'>,
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = newSecret();
  const hook = { url: addressIn(url), events: JSON.stringify(events), secret, created_at: now() };
  return { id: await store.transaction((tx) => insertWebhook(tx, hook)), secret };
}

/** One that is switched on is tried at once, and given the three days anew. @throws Problem `not-found`; `bad-input` */
export async function changeWebhook(app: Stored, id: number, { url, events, active }: WebhookChange): Promise<void> {
  await rowOf(app, id);
  const change = { url: addressIn(url), events: JSON.stringify(events), active: active ? 1 : 0 };
  const anew = { failures: 0, failing_since: '', retry_at: '' };
  await app.store.transaction((tx) => updateWebhook(tx, id, { ...change, ...anew }));
}

/** How long the secret before goes on to sign beside the new one, in ms. */
const OVERLAP_MS = 24 * 3_600_000;

/** A new secret; for a day messages are signed by both. @throws Problem `not-found` */
export async function renewSecret(app: Stored, id: number): Promise<string> {
  const { secret: old_secret } = await rowOf(app, id);
  const secret = newSecret();
  const old_secret_until = new Date(Date.parse(app.now()) + OVERLAP_MS).toISOString();
  await app.store.transaction((tx) => updateWebhook(tx, id, { secret, old_secret, old_secret_until }));
  return secret;
}

/** @throws Problem `not-found` */
export async function removeWebhook(app: Stored, id: number): Promise<void> {
  await rowOf(app, id);
  await app.store.transaction((tx) => deleteWebhook(tx, id));
}

/** What it was told, the last first. @throws Problem `not-found` */
export async function deliveriesOf(
  app: Stored,
  id: number,
  page: { readonly before: number; readonly limit: number },
): Promise<StoredDelivery[]> {
  await rowOf(app, id);
  return lastDeliveries(app.store.db, id, page);
}

/** Tells it an event once more, or now and not after the pause. @throws Problem `not-found` */
export async function tellAgain(app: Stored, id: number, event: number): Promise<void> {
  await rowOf(app, id);
  const isThere = await app.store.transaction(async (tx) => {
    const found = await waitAgain(tx, id, event);
    if (found) await updateWebhook(tx, id, { retry_at: '' });
    return found;
  });
  if (!isThere)
    throw new Problem('not-found', 'This webhook was not told of such an event.', 'It may have been long ago.');
}

async function rowOf({ store }: Stored, id: number): Promise<WebhookRow> {
  const row = await findWebhook(store.db, id);
  if (row) return row;
  throw new Problem('not-found', 'Webhook not found.', 'It may have been deleted.', 'Choose one of the list.');
}

function addressIn(url: string): string {
  if (isWebAddress(url) && URL.canParse(url) && new URL(url).username === '') return url;
  throw new Problem(
    'bad-input',
    'This is not an address that webhooks can be sent to.',
    '',
    'Write it with https:// at its beginning, and without a name or a password.',
  );
}
