import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { Work, WorkLimits, WorkRoom } from '../desk.ts';

interface WorkOptions<Input> {
  readonly room: WorkRoom;
  /** By default those of its room. */
  readonly limits?: WorkLimits;
  /** The problem where it is given up; by default, that it is too much. */
  readonly refused?: (input: Input, why: Message) => Problem;
  /** The problem where it breaks; by default, that the fault is ours. */
  readonly broken?: (input: Input, why: string) => Problem;
}

/** Limits where a kind of work has no reason for its own. Reading has most memory, since a parser holds a file several times. */
const DEFAULT_LIMITS: Readonly<Record<WorkRoom, WorkLimits>> = {
  reading: { time: 30_000, memory: 768 },
  page: { time: 60_000, memory: 256 },
  files: { time: 600_000, memory: 320 },
  long: { time: 600_000, memory: 320 },
  upkeep: { time: 3_600_000, memory: 128 },
};

/**
 * A kind of work that is done beside the server's thread: a function of what it is given and of the desk that it is
 * done at. Input and output go from thread to thread, so they are plain values, and small: the server's thread has to
 * put them together.
 * @param name unique; `job-worker.ts` has to know it
 */
export function work<Input, Output>(
  name: string,
  { room, limits = DEFAULT_LIMITS[room], refused = (_input, why) => tooMuch(why), broken }: WorkOptions<Input>,
  run: Work<Input, Output>['run'],
): Work<Input, Output> {
  return { name, room, limits, refused, broken, run };
}

function tooMuch(why: Message): Problem {
  return new Problem(
    'too-large',
    'This is too much to be done at once.',
    why,
    'Do it with less: a smaller file, a shorter text, or a narrower search.',
  );
}
