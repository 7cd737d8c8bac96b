import { Cron } from 'croner';
import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
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
  const cron = schedule(at, run);
  return {
    run,
    async stop() {
      cron.stop();
      await running;
    },
  };
}

function schedule(at: string, run: () => Promise<void>): Cron {
  try {
    return new Cron(at, { protect: true, unref: true }, run);
  } catch (error) {
    throw new Problem(
      'bad-request',
      msg('“{time}” is not a time that mails can be sent at.', { time: at }),
      verbatim(error instanceof Error ? error.message : String(error)),
      'Write it as cron does: minute, hour, day, month, day of the week. “0 3 * * *” is every night at three.',
      error,
    );
  }
}
