import { availableParallelism } from 'node:os';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Desk, Pool, Work, WorkOrder, WorkRoom } from '../desk.ts';
import { type Commission, openThread, type Thread } from './thread.ts';

/** How much is done at once, room by room; a core stays for the server. */
const THREADS_PER_ROOM: Readonly<Record<WorkRoom, number>> = {
  reading: 2,
  page: 2,
  files: 1,
  long: Math.max(1, availableParallelism() - 1),
  upkeep: 1,
};

/** Pieces of work that may wait for each room. */
const MAX_WAITING_JOBS = 100;

/** How long threads without work are kept, in ms, and how many: an existing one starts at once. */
const IDLE_TIME_MS = 30_000;
const MAX_IDLE_THREADS = 2;
/** One whose heap has grown beyond this, in MB, would keep it while it waits, so it is ended: a new one has 45. */
const MAX_IDLE_HEAP_MB = 72;
/** Rooms whose work takes much memory: those that wait beside it are ended. */
const HEAVY_ROOMS: ReadonlySet<WorkRoom> = new Set(['files', 'long', 'upkeep']);

interface PoolOptions {
  /** The compiled `job-worker`. */
  readonly workerFile: URL;
  /** Path of the database, or ":memory:". */
  readonly database: string;
  /** Where all but reading is done if the database is in memory, which no thread can see. */
  readonly desk?: Desk;
}

/**
 * Does work in threads, each with a connection of its own that only reads. A thread whose
 * work takes too long or too much memory, or that nobody wants any more, is ended; the others go on.
 */
export function createPool({ workerFile, database, desk }: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const waiting: Record<WorkRoom, Commission[]> = { reading: [], page: [], files: [], long: [], upkeep: [] };
  let closed = false;
  const idle = () => [...threads].filter((thread) => thread.work() === null);
  const busyIn = (room: WorkRoom) => [...threads].filter((thread) => thread.work()?.kind.room === room).length;

  function fill(): void {
    for (const [room, queue] of Object.entries(waiting) as [WorkRoom, Commission[]][]) {
      while (busyIn(room) < THREADS_PER_ROOM[room]) {
        const next = queue.shift();
        if (!next) break;
        const { memory } = next.kind.limits;
        const thread =
          idle().find((one) => one.memory === memory) ?? openThread(workerFile, { database }, memory, freed);
        threads.add(thread);
        thread.begin(next);
        if (HEAVY_ROOMS.has(room)) for (const one of idle()) void one.end();
      }
    }
  }

  function freed(thread: Thread, isGone: boolean): void {
    if (isGone) threads.delete(thread);
    if (closed) return;
    if (!isGone && thread.heap() > MAX_IDLE_HEAP_MB) {
      void thread.end();
      return;
    }
    fill();
    for (const one of idle().slice(MAX_IDLE_THREADS)) void one.end();
    if (thread.work() !== null) return;
    const begun = thread.begun();
    setTimeout(() => {
      if (thread.begun() === begun) void thread.end();
    }, IDLE_TIME_MS).unref();
  }

  /** What nobody wants any more is not done. */
  function drop(one: Commission): void {
    const queue = waiting[one.kind.room];
    if (queue.includes(one)) queue.splice(queue.indexOf(one), 1);
    else void [...threads].find((thread) => thread.work() === one)?.end();
    one.reject(cancelled());
  }

  return {
    run<Input, Output>(kind: Work<Input, Output>, input: Input, { signal, onProgress = () => {} }: WorkOrder = {}) {
      if (desk && database === ':memory:' && kind.room !== 'reading') return kind.run(desk, input, { onProgress });
      return new Promise<Output>((resolve, reject) => {
        if (closed || signal?.aborted) return reject(cancelled());
        if (waiting[kind.room].length >= MAX_WAITING_JOBS) return reject(tooBusy());
        const stop = () => drop(one);
        const one: Commission = {
          kind,
          input,
          onProgress,
          resolve(output) {
            signal?.removeEventListener('abort', stop);
            resolve(output as Output);
          },
          reject(error) {
            signal?.removeEventListener('abort', stop);
            reject(error);
          },
        };
        signal?.addEventListener('abort', stop);
        waiting[kind.room].push(one);
        fill();
      });
    },
    load: (room) => ({ running: busyIn(room), waiting: waiting[room].length, threads: THREADS_PER_ROOM[room] }),
    async close() {
      closed = true;
      for (const queue of Object.values(waiting)) for (const one of queue.splice(0)) one.reject(cancelled());
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

function cancelled(): Problem {
  return new Problem('cancelled', 'It was cancelled.', 'Nothing was changed.');
}

function tooBusy(): Problem {
  return new Problem(
    'too-many-requests',
    'The server has too much to do at the moment.',
    msg('{waiting} pieces of work are waiting.', { waiting: MAX_WAITING_JOBS }),
    'Try again in a minute.',
  );
}
