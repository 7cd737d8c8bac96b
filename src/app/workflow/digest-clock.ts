import { msg } from '../../core/message.ts';
import { byClock } from '../by-clock.ts';
import type { Desk } from '../desk.ts';
import { type DigestTools, sendDigests } from './digest.ts';

/** Sends digests by the clock. */
export interface DigestClock {
  /** Sends now what there is; what goes wrong is in the log, never thrown. */
  run(): Promise<void>;
  /** Leaves off, once the mail that is being sent is sent. */
  stop(): Promise<void>;
}

/** @param at when, as cron says it, in the time zone of the machine; one digest never begins before the last has ended */
export function startDigestClock(desk: Pick<Desk, 'store' | 'now'>, at: string, tools: DigestTools): DigestClock {
  let running: Promise<void> | null = null;
  function run(): Promise<void> {
    running ??= sendDigests(desk, tools)
      .catch((error: unknown) => tools.log.fault('notices could not be mailed', error))
      .finally(() => {
        running = null;
      });
    return running;
  }
  const cron = byClock(at, { wrong: msg('“{time}” is not a time that mails can be sent at.', { time: at }) }, run);
  return {
    run,
    async stop() {
      cron.stop();
      await running;
    },
  };
}
