import { randomUUID } from 'node:crypto';
import type { WebhookEvent } from '../../core/webhook.ts';
import type { Db } from '../open-store.ts';

/** Something that has happened, with what names it. No texts. */
export interface Announcement {
  readonly type: WebhookEvent;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Stores what webhooks are to be told, in the transaction of what it tells of, for each that wants to know. */
export async function announce(db: Db, { type, at, data }: Announcement): Promise<void> {
  const hooks = await db.selectFrom('webhook').select(['id', 'events']).where('active', '=', 1).execute();
  const told = hooks.filter(({ events }) => wants(events, type));
  if (told.length === 0) return;
  const { id } = await db
    .insertInto('webhook_event')
    .values({ name: `evt_${randomUUID()}`, type, at, data: JSON.stringify(data) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('webhook_delivery')
    .values(told.map((hook) => ({ webhook_id: hook.id, event_id: id })))
    .execute();
}

function wants(events: string, type: WebhookEvent): boolean {
  const list = JSON.parse(events) as string[];
  return list.length === 0 || list.includes(type);
}

/** Tells that a bitext can be reviewed, or could not be aligned. */
export async function announceBitext(
  db: Db,
  id: number,
  { type, at }: { readonly type: 'bitext.ready' | 'bitext.failed'; readonly at: string },
): Promise<void> {
  const head = await db
    .selectFrom('bitext')
    .select(['id as bitext', 'source_language as sourceLanguage', 'target_language as targetLanguage'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (head) await announce(db, { type, at, data: head });
}

/** Concepts that are named; of more there is the number alone. */
const MAX_NAMED_CONCEPTS = 1000;

/** Tells that concepts were changed, by the number of the change. */
export async function announceConcepts(
  db: Db,
  { batch, at }: { readonly batch: number; readonly at: string },
): Promise<void> {
  const rows = await db
    .selectFrom('glossary_edit')
    .select('concept_id')
    .where('batch', '=', batch)
    .orderBy('id')
    .limit(MAX_NAMED_CONCEPTS)
    .execute();
  const { count } = await db
    .selectFrom('glossary_edit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow();
  const concepts = rows.map(({ concept_id }) => concept_id);
  await announce(db, { type: 'concepts.changed', at, data: { batch, count: Number(count), concepts } });
}
