/** What a webhook tells of. */
export const WEBHOOK_EVENTS = [
  'bitext.ready',
  'bitext.failed',
  'rows.edited',
  'rows.confirmed',
  'translation.moved',
  'concepts.changed',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
