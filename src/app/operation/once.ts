import { createHash } from 'node:crypto';
import { Problem } from '../../core/problem.ts';
import {
  beginRequest,
  forgetRequest,
  forgetRequestsBefore,
  type KeptAnswer,
  keepAnswer,
} from '../../store/api/answers.ts';
import type { App } from '../app.ts';

/** A request with the key that the program gave it. */
export interface KeyedRequest {
  readonly author: string;
  readonly key: string;
  /** What was asked, whole. */
  readonly asked: string;
}

/** An answer as it is sent. */
export interface SentAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/** How long answers are kept, in ms: a program that has not heard of its request by then does not ask again. */
const KEPT_MS = 24 * 3_600_000;

/** Does the work of requests once, however often each is sent. */
export interface Once {
  /**
   * @returns what was answered, and whether it was done before
   * @throws Problem `bad-input` where the key was given to another request; `conflict` where a program was stopped in the middle of it
   */
  answer(
    request: KeyedRequest,
    work: () => Promise<SentAnswer>,
  ): Promise<SentAnswer & { readonly isRepeated: boolean }>;
}

/**
 * A request's key is stored before its work, its answer behind it. One that is sent again meanwhile waits for the same; one whose program was killed
 * between the two is refused, since nobody knows how far it came. What failed as a problem has changed nothing, so it can be tried again.
 */
export function createOnce({ store, now }: Pick<App, 'store' | 'now'>): Once {
  const running = new Map<string, Promise<SentAnswer>>();

  async function begun(request: KeyedRequest, work: () => Promise<SentAnswer>): Promise<SentAnswer> {
    try {
      const answer = await work();
      await keepAnswer(store.db, { ...request, status: answer.status, answer: answer.body });
      return answer;
    } catch (error) {
      await forgetRequest(store.db, request).catch(() => {});
      throw error;
    }
  }

  return {
    async answer(request, work) {
      await forgetRequestsBefore(store.db, new Date(Date.parse(now()) - KEPT_MS).toISOString());
      const fingerprint = createHash('sha256').update(request.asked).digest('base64url');
      const before = await beginRequest(store.db, { ...request, fingerprint, now: now() });
      const name = JSON.stringify([request.author, request.key]);
      if (before === null) {
        const answer = begun(request, work).finally(() => running.delete(name));
        running.set(name, answer);
        return { ...(await answer), isRepeated: false };
      }
      if (before.fingerprint !== fingerprint) throw otherRequest();
      return { ...(await (answerOf(before) ?? running.get(name) ?? Promise.reject(unknownEnd()))), isRepeated: true };
    },
  };
}

function answerOf({ status, answer }: KeptAnswer): SentAnswer | null {
  return status === null || answer === null ? null : { status, body: answer };
}

function otherRequest(): Problem {
  return new Problem(
    'bad-input',
    'This Idempotency-Key was given to another request.',
    '',
    'Give each request a key of its own, and the same one only when it is sent again.',
  );
}

function unknownEnd(): Problem {
  return new Problem(
    'conflict',
    'The program was stopped while it did this.',
    'It is not known how far it came.',
    'Look whether it was done, then send it with a new Idempotency-Key if it was not.',
  );
}
