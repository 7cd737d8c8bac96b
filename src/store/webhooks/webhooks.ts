import type { Selectable } from 'kysely';
import type { Db } from '../open-store.ts';
import type { WebhookTables } from './tables.ts';

/** A webhook with its secrets. */
export type WebhookRow = Selectable<WebhookTables['webhook']>;

export async function insertWebhook(
  db: Db,
  hook: Pick<WebhookRow, 'url' | 'events' | 'secret' | 'created_at'>,
): Promise<number> {
  const { id } = await db.insertInto('webhook').values(hook).returning('id').executeTakeFirstOrThrow();
  return id;
}

export function listWebhooks(db: Db): Promise<WebhookRow[]> {
  return db.selectFrom('webhook').selectAll().orderBy('id').execute();
}

export function findWebhook(db: Db, id: number): Promise<WebhookRow | undefined> {
  return db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateWebhook(db: Db, id: number, change: Partial<Omit<WebhookRow, 'id'>>): Promise<void> {
  await db.updateTable('webhook').set(change).where('id', '=', id).execute();
}

export async function deleteWebhook(db: Db, id: number): Promise<void> {
  await db.deleteFrom('webhook').where('id', '=', id).execute();
}

/** How many events wait for each webhook. */
export async function waitingCounts(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .select(({ fn }) => ['webhook_id as id', fn.countAll<number>().as('count')])
    .where('state', '=', 'waiting')
    .groupBy('webhook_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
