import { parentPort, workerData } from 'node:worker_threads';
import { plainProblem } from '../../core/problem.ts';
import { readFile } from '../../intake/articles/read-file.ts';
import type { ReadingAnswer, ReadingJob } from './read-in-worker.ts';

// Reads one file in a thread that can be killed, and ends.
const { bytes, name, encoding } = workerData as ReadingJob;
const answer: ReadingAnswer = await readFile(bytes, name, encoding).then(
  (article) => ({ article }),
  (error: unknown) => ({ problem: plainProblem(error) }),
);
parentPort?.postMessage(answer);
