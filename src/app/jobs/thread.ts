import { Worker } from 'node:worker_threads';
import { type Message, msg } from '../../core/message.ts';
import { problemFrom } from '../../core/problem.ts';
import type { Work } from '../desk.ts';
import type { AnswerMessage, ThreadData, WorkMessage } from './job-messages.ts';

/** A piece of work that somebody waits for. */
export interface Commission {
  readonly kind: Work<never, unknown>;
  readonly input: unknown;
  onProgress(share: number): void;
  resolve(output: unknown): void;
  reject(error: unknown): void;
}

/** A thread that does one piece of work at a time. */
export interface Thread {
  /** What its heap may hold, in MB. */
  readonly memory: number;
  /** What it is at; null where it has nothing to do. */
  work(): Commission | null;
  /** What its heap took when it was last done, in MB. */
  heap(): number;
  /** How many pieces of work it has begun. */
  begun(): number;
  begin(next: Commission): void;
  /** Ends the thread, and with it what it is at. */
  end(): Promise<unknown>;
}

/** The size of the young generation, in MB; V8 would take three times as much for each thread. */
const YOUNG_GENERATION_MB = 16;

/** How long a new thread may take until it is up, in ms: on a busy machine far longer than what it is then given. */
const START_TIME = 120_000;
/** A limit of time is stretched to so many times itself where the program was hardly given the processor meanwhile. */
const TIME_STRETCH = 2;
/** Of its time a program has this share of a processor at least where nobody else wants it. */
const FREE_MACHINE_SHARE = 0.8;

/**
 * Opens a thread. What it is given is limited in time from when it begins, so that on a busy machine
 * nothing is refused for what others do.
 * @param free called when it has nothing to do any more, or is gone
 */
export function openThread(
  workerFile: URL,
  workerData: ThreadData,
  memory: number,
  free: (thread: Thread, isGone: boolean) => void,
): Thread {
  const worker = new Worker(workerFile, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB, stackSizeMb: 8 },
    execArgv: [],
    // What a parser prints is not a message of ours.
    stdout: true,
    stderr: true,
  });
  // A thread that waits for work keeps no program from ending.
  worker.unref();
  let at: Commission | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isGone = false;
  let begun = 0;
  let heap = 0;

  function settle(how: (done: Commission) => void): void {
    const done = at;
    at = null;
    clearTimeout(timer);
    if (done) how(done);
  }

  function gone(how: (done: Commission) => void): void {
    if (isGone) return;
    isGone = true;
    void worker.terminate();
    settle(how);
    free(thread, true);
  }

  function giveUp(time: number): void {
    const why = msg('It was not done within {seconds} seconds.', { seconds: time / 1000 });
    gone((done) => done.reject(refusal(done, why)));
  }

  /** Gives up after so much time; where the whole program has had less of the processor, the thread has, too, and goes on. */
  function limit(time: number): void {
    clearTimeout(timer);
    const before = process.cpuUsage();
    timer = setTimeout(() => {
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 >= time * FREE_MACHINE_SHARE) return giveUp(time);
      timer = setTimeout(giveUp, time * (TIME_STRETCH - 1), time);
    }, time);
  }

  worker.on('message', (message: AnswerMessage) => {
    if ('begun' in message) return at ? limit(at.kind.limits.time) : undefined;
    if ('heap' in message) {
      heap = message.heap;
      return;
    }
    if ('share' in message) return at?.onProgress(message.share);
    worker.unref();
    settle((done) => {
      if ('output' in message) done.resolve(message.output);
      else if ('problem' in message) done.reject(problemFrom(message.problem));
      else done.reject(faultOf(done, message.fault));
    });
    if (!isGone) free(thread, false);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    gone((done) =>
      done.reject(
        isMemory ? refusal(done, msg('It takes more than {memory} MB of memory.', { memory })) : faultOf(done, error),
      ),
    );
  });
  worker.on('exit', (code) => gone((done) => done.reject(faultOf(done, new Error(`The thread ended (${code}).`)))));

  const thread: Thread = {
    memory,
    work: () => at,
    heap: () => heap,
    begun: () => begun,
    begin(next) {
      begun += 1;
      at = next;
      worker.ref();
      timer = setTimeout(giveUp, START_TIME, START_TIME);
      worker.postMessage({ work: next.kind.name, input: next.input } satisfies WorkMessage);
    },
    async end() {
      gone(() => {});
      await worker.terminate();
    },
  };
  return thread;
}

/** What a kind of work is given was made for it: `Pool.run` takes the two together. */
function refusal({ kind, input }: Commission, why: Message): Error {
  return kind.refused(input as never, why);
}

function faultOf({ kind, input }: Commission, error: Error): Error {
  return kind.broken?.(input as never, error.message) ?? error;
}
