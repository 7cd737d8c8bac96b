import { Worker } from 'node:worker_threads';
import { type PlainProblem, Problem, problemFrom } from '../../core/problem.ts';
import { type RawArticle, readFile } from '../../intake/articles/read-file.ts';
import type { ReadFile } from '../parts.ts';

export interface ReadingJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly encoding?: string | undefined;
}

export type ReadingAnswer = { readonly article: RawArticle } | { readonly problem: PlainProblem };

/** How long a file may take, in ms, and how much memory, in MB. No article needs nearly as much. */
const LIMITS = { time: 30_000, memory: 768 };

/**
 * Reads files in a thread of their own, with bounded time and memory: a file
 * made to break a parser breaks that thread, and the program says so. Plain
 * text is read at once.
 * @param workerFile the compiled `reading-worker`
 */
export function readInWorker(workerFile: URL, limits = LIMITS): ReadFile {
  return async (bytes, name, encoding) => {
    if (isPlainText(bytes, name)) return readFile(bytes, name, encoding);
    const answer = await ask(workerFile, { bytes, name, encoding }, limits);
    if ('article' in answer) return answer.article;
    throw problemFrom(answer.problem);
  };
}

function ask(workerFile: URL, workerData: ReadingJob, limits: typeof LIMITS): Promise<ReadingAnswer> {
  const { name } = workerData;
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, stackSizeMb: 8 },
      // What a parser prints is no message of ours.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => {
      finish(() => reject(tooMuch(name, `It was not read within ${limits.time / 1000} seconds.`)));
    }, limits.time);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    worker.once('message', (answer: ReadingAnswer) => finish(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? tooMuch(name, `It takes more than ${limits.memory} MB of memory.`)
            : broken(name, error),
        ),
      ),
    );
    worker.once('exit', () => finish(() => reject(broken(name, new Error('The reading stopped.')))));
  });
}

/** Text without markup, which no parser sees. */
function isPlainText(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:md|markdown)$/iu.test(name)) return false;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return !/^(?:PK|%PDF|\{\\rtf)|<|^[\w-]+:/u.test(head) && !bytes.subarray(0, 20_000).includes(0x3c);
}

function tooMuch(name: string, detail: string): Problem {
  return new Problem(
    'too-large',
    `“${name}” is too much to read.`,
    detail,
    'Save the text alone, without pictures and formatting, or paste it.',
  );
}

function broken(name: string, cause: Error): Problem {
  return new Problem(
    'unreadable-file',
    `“${name}” cannot be read.`,
    `Its contents are damaged or too deeply nested (${cause.message}).`,
    'Open it in the program it comes from, save it as text, or paste the text.',
    cause,
  );
}
