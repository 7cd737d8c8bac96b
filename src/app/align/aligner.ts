import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Alignment } from '../../core/align/alignment.ts';
import type { BeadExplanation } from '../../core/align/explain/explain.ts';
import { Problem } from '../../core/problem.ts';
import type { Aligner } from '../parts.ts';

/**
 * Piscina tries to load a module by `require` first. Where Node 20 does so in a
 * thread that is stopped meanwhile, as by somebody who cancels, all of the program is
 * aborted (CreateRequiredModuleFacade), so its threads do without.
 */
const REQUIRES_MODULES = '--experimental-require-module';
const execArgv = process.allowedNodeEnvironmentFlags.has(REQUIRES_MODULES)
  ? [REQUIRES_MODULES.replace('--', '--no-')]
  : [];

/**
 * @param workerFile the compiled `alignment-worker`
 * @param threads how many texts are aligned at once
 */
export function createAligner(workerFile: URL, threads = availableParallelism()): Aligner {
  const pool = new Piscina({
    filename: workerFile.href,
    minThreads: 1,
    maxThreads: Math.max(1, threads),
    execArgv,
  });
  // A job that is stopped as it ends has an answer that nobody awaits; unheard, it would end the program.
  // What fails otherwise, its own promise says.
  pool.on('error', () => {});
  return {
    async align(job, onProgress = () => {}, signal) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', onProgress);
      try {
        const options = { transferList: [port2], ...(signal && { signal }) };
        return (await pool.run({ ...job, progress: port2 }, options)) as Alignment;
      } catch (error) {
        throw signal?.aborted ? new Problem('cancelled', 'The alignment was cancelled.') : error;
      } finally {
        port1.close();
      }
    },
    explain: async (job) => (await pool.run(job, { name: 'explain' })) as BeadExplanation,
    close: () => pool.destroy(),
  };
}
