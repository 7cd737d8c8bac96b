import type { Store } from '../../../store/open-store.ts';
import {
  claimWebhook,
  forgetEventsBefore,
  nextDelivery,
  noteAttempt,
  type StoredDelivery,
  webhooksDue,
} from '../../../store/webhooks/deliveries.ts';
import { findWebhook, updateWebhook, type WebhookRow } from '../../../store/webhooks/webhooks.ts';
import type { Webhooks } from '../../upkeep.ts';
import { type SendOptions, send } from './send.ts';
import { signatureHeaders } from './sign.ts';

interface Sender {
  readonly store: Store;
  now(): string;
  /** The name of this program among those that work on the database. */
  readonly program: string;
}

/** How often there is a look for what is to be told, in ms. */
const LOOK_MS = 1000;
/** How long a webhook is this program's, in ms: longer than a receiver has to answer. */
const CLAIM_MS = 60_000;
/** How long to wait after each failure in a row, in ms; the last one from then on. */
const PAUSES_MS = [5, 10, 20, 60, 300, 1800, 3600].map((seconds) => seconds * 1000);
/** How long a webhook may fail before it is switched off, in ms. */
const PATIENCE_MS = 3 * 24 * 3_600_000;
/** How long events are kept that nobody waits for, in ms. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** How often old ones are looked for, in ms. */
const SWEEP_MS = 3_600_000;

/**
 * Tells each webhook its events one after another, the oldest first; the next goes out once the one before has arrived. One that a program was killed over may
 * arrive twice, by the same id. What fails is tried again after a pause; where that has failed for three days, or the receiver says that it is gone, the webhook is
 * switched off, and what waits goes out once it is switched on again.
 */
export function createWebhooks({ store, now, program }: Sender, options: SendOptions = {}): Webhooks {
  const stopped = new AbortController();
  const running = new Map<number, Promise<void>>();
  let timer: NodeJS.Timeout | null = null;
  let sweptAt = 0;

  const inFuture = (ms: number) => new Date(Date.parse(now()) + ms).toISOString();

  async function deliver(): Promise<void> {
    if (Date.now() - sweptAt > SWEEP_MS) {
      sweptAt = Date.now();
      await forgetEventsBefore(store.db, inFuture(-KEPT_MS));
    }
    for (const id of await webhooksDue(store.db, now())) {
      if (running.has(id)) continue;
      running.set(
        id,
        tellAll(id).finally(() => running.delete(id)),
      );
    }
    await Promise.allSettled(running.values());
  }

  async function tellAll(id: number): Promise<void> {
    while (!stopped.signal.aborted) {
      const claim = { program, now: now(), until: inFuture(CLAIM_MS) };
      if (!(await claimWebhook(store.db, id, claim))) return;
      const [hook, event] = [await findWebhook(store.db, id), await nextDelivery(store.db, id)];
      if (!hook || !event || !(await tell(hook, event))) return;
    }
  }

  /** Returns whether it has arrived. */
  async function tell(hook: WebhookRow, event: StoredDelivery): Promise<boolean> {
    const { status, failure } = await attempt(hook, event);
    if (stopped.signal.aborted && status === null) return false;
    const at = now();
    const state = failure === '' ? 'delivered' : 'waiting';
    await store.transaction(async (tx) => {
      await noteAttempt(tx, { webhook: hook.id, event: event.event }, { state, attemptedAt: at, status, failure });
      await updateWebhook(tx, hook.id, failure === '' ? ARRIVED : failed(hook, { at, status }));
    });
    return failure === '';
  }

  async function attempt(
    { url, secret, old_secret, old_secret_until }: WebhookRow,
    { name, type, at, data }: StoredDelivery,
  ): Promise<{ readonly status: number | null; readonly failure: string }> {
    const body = JSON.stringify({ type, timestamp: at, data: JSON.parse(data) as unknown });
    const time = Math.floor(Date.parse(now()) / 1000);
    const secrets = old_secret !== '' && old_secret_until > now() ? [secret, old_secret] : [secret];
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'visavis',
      ...signatureHeaders({ name, time, body }, secrets),
    };
    try {
      const status = await send(new URL(url), { headers, body }, options, stopped.signal);
      return { status, failure: status >= 200 && status < 300 ? '' : `HTTP ${status}` };
    } catch (error) {
      return { status: null, failure: error instanceof Error ? error.message || error.name : String(error) };
    }
  }

  function failed(
    { failures, failing_since }: WebhookRow,
    { at, status }: { readonly at: string; readonly status: number | null },
  ): Partial<WebhookRow> {
    const since = failing_since || at;
    const isOver = status === GONE || Date.parse(at) - Date.parse(since) > PATIENCE_MS;
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
    return {
      failures: failures + 1,
      failing_since: since,
      retry_at: inFuture(pause),
      ...(isOver && { active: 0 }),
    };
  }

  function look(): void {
    timer = setTimeout(() => {
      deliver()
        // A database that is busy is looked at again.
        .catch(() => {})
        .finally(() => {
          if (!stopped.signal.aborted) look();
        });
    }, LOOK_MS);
    timer.unref();
  }

  return {
    start: look,
    deliver,
    async stop() {
      stopped.abort();
      if (timer) clearTimeout(timer);
      await Promise.allSettled(running.values());
    },
  };
}

/** The receiver is not there any more, and will not be. */
const GONE = 410;

const ARRIVED: Partial<WebhookRow> = { failures: 0, failing_since: '', retry_at: '' };
