import { msg } from '../../../core/message.ts';
import { byClock } from '../../by-clock.ts';
import type { Log } from '../../upkeep.ts';
import type { TrashDesk } from './move.ts';
import { emptyTrashByClock } from './trash.ts';

/** Each hour, some minutes past it, since copies and mails are made on the hour. */
const AT = '23 * * * *';

/**
 * Removes for good, now and each hour, what has lain in the trash for long enough. Several servers on a database do no harm:
 * an entry goes once.
 * @returns what ends it, once a look that is under way has ended
 */
export function startTrashClock(desk: TrashDesk, log: Log): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const look = () => {
    running = emptyTrashByClock(desk).then(
      (entries) => {
        if (entries > 0) log.info('trash emptied', { entries });
      },
      (error: unknown) => log.fault('the trash could not be emptied', error),
    );
    return running;
  };
  const cron = byClock(
    AT,
    { wrong: msg('“{time}” is not a time that the trash can be emptied at.', { time: AT }) },
    look,
  );
  void look();
  return {
    async stop() {
      cron.stop();
      await running;
    },
  };
}
