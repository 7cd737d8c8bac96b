import { setPriority } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { Problem, plainProblem } from '../../core/problem.ts';
import type { Desk, Work } from '../desk.ts';
import type { AnswerMessage, WorkMessage } from './job-messages.ts';

/** Lower priority than the server's own thread, which many wait for. */
const THREAD_NICENESS = 5;

/** A desk whose database stands still while work is done at it. */
export interface ThreadDesk {
  readonly desk: Desk;
  snapshot<T>(work: () => Promise<T>): Promise<T>;
}

/** Does work in a thread, one piece at a time, until the thread is ended. */
export function serveWork(kinds: readonly Work<never, unknown>[], { desk, snapshot }: ThreadDesk): void {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const say = (message: AnswerMessage) => parentPort?.postMessage(message);
  // On Linux the priority is the thread's own; elsewhere it would be the whole program's.
  if (process.platform === 'linux') setPriority(THREAD_NICENESS);

  async function done({ work, input }: WorkMessage): Promise<unknown> {
    const kind = byName.get(work);
    if (!kind) throw new Error(`No thread knows the work “${work}”.`);
    const run = () => kind.run(desk, input as never, { onProgress: (share) => say({ share }) });
    return kind.room === 'reading' ? run() : snapshot(run);
  }

  parentPort?.on('message', (message: WorkMessage) => {
    say({ begun: true });
    void done(message)
      .then(
        (output) => ({ output }),
        (error: unknown) => failure(error),
      )
      .then((answer) => {
        say({ heap: getHeapStatistics().total_heap_size / 1024 ** 2 });
        say(answer);
      });
  });
}

function failure(error: unknown): AnswerMessage {
  if (error instanceof Problem && error.code !== 'internal') return { problem: plainProblem(error) };
  return { fault: error instanceof Error ? error : new Error(String(error)) };
}
