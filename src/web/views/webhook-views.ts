import type { StoredDelivery, Webhook } from '../../app/operation/webhooks/webhooks.ts';
import type { Problem } from '../../core/problem.ts';
import type { WebhookEvent } from '../../core/webhook.ts';

/** What the views of webhooks need. */
export interface WebhookViews {
  webhooks: {
    hooks: readonly Webhook[];
    events: readonly WebhookEvent[];
    problem: Problem | null;
    /** The address that was refused. */
    typed: string;
    /** One that was just made, or got a new secret. */
    made: { readonly id: number; readonly secret: string } | null;
  };
  webhook: {
    hook: Webhook;
    deliveries: readonly StoredDelivery[];
    /** The event before which older ones are; null where there is none. */
    older: number | null;
  };
}
