import type { PlainProblem } from '../../core/problem.ts';

/** What a thread is asked to do. */
export interface WorkMessage {
  readonly work: string;
  readonly input: unknown;
}

/** What a thread says of the work that it does. */
export type AnswerMessage =
  /** It is up, and begins. */
  | { readonly begun: true }
  /** What its heap takes now that it is done, in MB; the answer follows. */
  | { readonly heap: number }
  | { readonly share: number }
  | { readonly output: unknown }
  | { readonly problem: PlainProblem }
  /** A fault of ours. */
  | { readonly fault: Error };

/** What a thread has from its beginning. */
export interface ThreadData {
  /** Path of the database, or ":memory:", which no thread can read. */
  readonly database: string;
}
