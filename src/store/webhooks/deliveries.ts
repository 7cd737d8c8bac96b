import type { Db } from '../open-store.ts';

/** An event as a webhook is told of it, and what became of that. */
export interface StoredDelivery {
  readonly event: number;
  /** By which a receiver knows one that comes twice. */
  readonly name: string;
  readonly type: string;
  readonly at: string;
  /** JSON. */
  readonly data: string;
  readonly state: 'waiting' | 'delivered';
  readonly attempts: number;
  /** Of the last attempt; empty where there was none. */
  readonly attemptedAt: string;
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly failure: string;
}

const deliveries = (db: Db, webhook: number) =>
  db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook_event', 'webhook_event.id', 'webhook_delivery.event_id')
    .select([
      'webhook_event.id as event',
      'webhook_event.name',
      'webhook_event.type',
      'webhook_event.at',
      'webhook_event.data',
      'webhook_delivery.state',
      'webhook_delivery.attempts',
      'webhook_delivery.attempted_at as attemptedAt',
      'webhook_delivery.status',
      'webhook_delivery.failure',
    ])
    .where('webhook_delivery.webhook_id', '=', webhook);

/** Those of a webhook, the last first. @param before the event that they are older than; 0 for all */
export function lastDeliveries(
  db: Db,
  webhook: number,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<StoredDelivery[]> {
  return deliveries(db, webhook)
    .$if(before > 0, (query) => query.where('webhook_delivery.event_id', '<', before))
    .orderBy('webhook_delivery.event_id', 'desc')
    .limit(limit)
    .execute();
}

/** The oldest event that a webhook has not been told yet. */
export function nextDelivery(db: Db, webhook: number): Promise<StoredDelivery | undefined> {
  return deliveries(db, webhook)
    .where('webhook_delivery.state', '=', 'waiting')
    .orderBy('webhook_delivery.event_id')
    .limit(1)
    .executeTakeFirst();
}

export async function noteAttempt(
  db: Db,
  { webhook, event }: { readonly webhook: number; readonly event: number },
  { state, attemptedAt, status, failure }: Pick<StoredDelivery, 'state' | 'attemptedAt' | 'status' | 'failure'>,
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set(({ eb }) => ({ state, attempted_at: attemptedAt, status, failure, attempts: eb('attempts', '+', 1) }))
    .where('webhook_id', '=', webhook)
    .where('event_id', '=', event)
    .execute();
}

/** Lets an event be told again. Returns whether there is one. */
export async function waitAgain(db: Db, webhook: number, event: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting' })
    .where('webhook_id', '=', webhook)
    .where('event_id', '=', event)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Webhooks for which events wait, and that may be told now. */
export async function webhooksDue(db: Db, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('webhook')
    .select('id')
    .where('active', '=', 1)
    .where('retry_at', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_delivery')
          .select('event_id')
          .whereRef('webhook_delivery.webhook_id', '=', 'webhook.id')
          .where('webhook_delivery.state', '=', 'waiting'),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Makes a webhook this program's to tell for a while. Returns false where it is another's, or may not be told now. */
export async function claimWebhook(
  db: Db,
  id: number,
  { program, now, until }: { readonly program: string; readonly now: string; readonly until: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ claimed_by: program, claimed_until: until })
    .where('id', '=', id)
    .where('active', '=', 1)
    .where('retry_at', '<=', now)
    .where(({ or, eb }) => or([eb('claimed_by', '=', program), eb('claimed_until', '<', now)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Forgets events from before a time that no webhook waits for. */
export async function forgetEventsBefore(db: Db, time: string): Promise<void> {
  await db
    .deleteFrom('webhook_event')
    .where('at', '<', time)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery')
            .select('event_id')
            .whereRef('webhook_delivery.event_id', '=', 'webhook_event.id')
            .where('webhook_delivery.state', '=', 'waiting'),
        ),
      ),
    )
    .execute();
}
