import type { RequestHandler, Response } from 'express';
import { isStream } from './record.ts';

/** The requests that are being answered. */
export interface InFlight {
  readonly watch: RequestHandler;
  count(): number;
  /** Ends the answers that would never end by themselves, and resolves when all others have, or patience is over. */
  end(patience: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const answers = new Set<Response>();
  let empty = () => {};
  return {
    count: () => answers.size,
    watch(_request, response, next) {
      answers.add(response);
      response.on('close', () => {
        answers.delete(response);
        if (answers.size === 0) empty();
      });
      next();
    },
    async end(patience) {
      for (const answer of answers) if (isStream(answer)) answer.end();
      if (answers.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        empty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
