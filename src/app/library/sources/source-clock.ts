import { msg } from '../../../core/message.ts';
import type { App } from '../../app.ts';
import { byClock } from '../../by-clock.ts';
import type { Log } from '../../upkeep.ts';
import { lookAtDue } from './look.ts';

/** Each minute: which source's time has come, its own row says. */
const AT = '* * * * *';

/**
 * Looks at sources whose time has come. Of several servers on a database one looks at a source at a time, by a claim in its row.
 * @returns what ends it; a look that is under way is not waited for, and is taken up again when its claim has ended
 */
export function startSourceClock(app: App, log: Log): { stop(): void } {
  const look = () => lookAtDue(app).catch((error: unknown) => log.fault('sources could not be looked at', error));
  const cron = byClock(AT, { wrong: msg('“{time}” is not a time that sources can be looked at.', { time: AT }) }, look);
  void look();
  return { stop: () => cron.stop() };
}
