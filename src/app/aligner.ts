import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Alignment } from '../core/align/alignment.ts';
import type { BeadExplanation } from '../core/align/explain.ts';
import type { AlignmentJob, ExplanationJob } from './alignment-worker.ts';

/** Aligns in worker threads. */
export interface Aligner {
  align(job: Omit<AlignmentJob, 'progress'>, onProgress?: (done: number) => void): Promise<Alignment>;
  explain(job: ExplanationJob): Promise<BeadExplanation>;
  close(): Promise<void>;
}

/**
 * @param workerFile the compiled `alignment-worker`
 * @param threads how many texts are aligned at once
 */
export function createAligner(workerFile: URL, threads = availableParallelism()): Aligner {
  const pool = new Piscina({ filename: workerFile.href, minThreads: 1, maxThreads: Math.max(1, threads) });
  return {
    async align(job, onProgress = () => {}) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onProgress);
      try {
        return (await pool.run({ ...job, progress: port2 }, { transferList: [port2] })) as Alignment;
      } finally {
        port1.close();
      }
    },
    explain: async (job) => (await pool.run(job, { name: 'explain' })) as BeadExplanation,
    close: () => pool.destroy(),
  };
}
