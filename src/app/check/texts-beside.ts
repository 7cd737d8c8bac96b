import { Worker } from 'node:worker_threads';
import type { RowText, TextLanguages, TextReader, TextsRead } from '../desk.ts';

/** What the thread may hold beside the packs and the tables of languages, in MB: a piece of a text and what is kept of words. */
const MEMORY_MB = 192;
const YOUNG_GENERATION_MB = 8;

/**
 * Reads texts in a thread of its own, beside the thread that checks a long bitext and has the rest to do meanwhile. It
 * ends with that thread, and has its priority.
 * @param workerFile the compiled `text-worker`
 */
export function textsBeside(workerFile: URL, languages: TextLanguages): TextReader {
  const worker = new Worker(workerFile, {
    workerData: languages,
    resourceLimits: {
      maxOldGenerationSizeMb: MEMORY_MB,
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      stackSizeMb: 8,
    },
    execArgv: [],
  });
  const waiting: PromiseWithResolvers[] = [];
  let fault: unknown = null;
  const fail = (error: unknown) => {
    fault ??= error;
    for (const one of waiting.splice(0)) one.reject(fault);
  };
  worker.on('message', (read: readonly TextsRead[]) => waiting.shift()?.resolve(read));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The thread that reads texts ended with ${code}.`)));
  return {
    read: (texts: readonly RowText[]) =>
      new Promise((resolve, reject) => {
        if (fault !== null) return reject(fault);
        waiting.push({ resolve, reject });
        worker.postMessage(texts);
      }),
    close: () => worker.terminate(),
  };
}

interface PromiseWithResolvers {
  readonly resolve: (read: readonly TextsRead[]) => void;
  readonly reject: (error: unknown) => void;
}
