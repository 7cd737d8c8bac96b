import type { Generated } from 'kysely';

/** The tables of webhooks as Kysely sees them. Times are ISO 8601, empty where there is none. */
export interface WebhookTables {
  webhook: {
    id: Generated<number>;
    url: string;
    /** Those that it is told, as a JSON list; an empty one for all. */
    events: string;
    secret: string;
    /** The one before, by which it is signed as well until that time. */
    old_secret: Generated<string>;
    old_secret_until: Generated<string>;
    active: Generated<number>;
    created_at: string;
    failing_since: Generated<string>;
    /** How often it has failed in a row. */
    failures: Generated<number>;
    /** Not before then. */
    retry_at: Generated<string>;
    /** The program that sends to it, and until when no other does. */
    claimed_by: Generated<string>;
    claimed_until: Generated<string>;
  };
  webhook_event: {
    id: Generated<number>;
    /** By which a receiver knows one that comes twice. */
    name: string;
    type: string;
    at: string;
    /** JSON. */
    data: string;
  };
  webhook_delivery: {
    webhook_id: number;
    event_id: number;
    state: Generated<'waiting' | 'delivered'>;
    attempts: Generated<number>;
    /** Of the last attempt: when, what was answered, and what went wrong. */
    attempted_at: Generated<string>;
    status: number | null;
    failure: Generated<string>;
  };
}
