import { Cron } from 'croner';
import { type Message, msg, verbatim } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/**
 * Runs something by the clock, in the time zone of the machine; it never begins before the last run has ended, and keeps no
 * program alive.
 * @param at when, as cron says it
 * @param wrong what the problem says where that is no time
 * @throws Problem `bad-request` where it is none
 */
export function byClock(
  at: string,
  { wrong, paused = false }: { readonly wrong: Message; readonly paused?: boolean },
  run: () => Promise<void>,
): Cron {
  try {
    return new Cron(at, { paused, protect: true, unref: true }, run);
  } catch (error) {
    throw noTime(wrong, error);
  }
}

/**
 * When the clock comes to a time next, ISO 8601.
 * @param at as cron says it, in the time zone of the machine
 * @throws Problem `bad-request` where it is none
 */
export function nextTime(at: string, after: string): string {
  const wrong = msg('“{time}” is not a time.', { time: at });
  try {
    const next = new Cron(at, { paused: true }).nextRun(new Date(after));
    if (next) return next.toISOString();
  } catch (error) {
    throw noTime(wrong, error);
  }
  throw noTime(wrong, new Error('It never comes.'));
}

function noTime(wrong: Message, error: unknown): Problem {
  return new Problem(
    'bad-request',
    wrong,
    verbatim(error instanceof Error ? error.message : String(error)),
    'Write it as cron does: minute, hour, day, month, day of the week. “0 3 * * *” is every night at three.',
    error,
  );
}
