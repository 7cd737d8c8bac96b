import { asMessage, type Message } from './message.ts';
import { inEnglish } from './translator.ts';

/** What a problem is about; each code has one HTTP status and one exit code. */
export type ProblemCode = keyof typeof KINDS;

const KINDS = {
  'bad-request': { status: 400, exit: 2 },
  'bad-input': { status: 422, exit: 3 },
  'empty-text': { status: 422, exit: 3 },
  'unsupported-type': { status: 415, exit: 3 },
  'unreadable-file': { status: 422, exit: 3 },
  'unreadable-encoding': { status: 422, exit: 3 },
  'too-large': { status: 413, exit: 3 },
  'not-signed-in': { status: 401, exit: 2 },
  forbidden: { status: 403, exit: 2 },
  'not-found': { status: 404, exit: 3 },
  'not-ready': { status: 409, exit: 3 },
  conflict: { status: 409, exit: 3 },
  cancelled: { status: 409, exit: 3 },
  'too-many-requests': { status: 429, exit: 3 },
  'page-unavailable': { status: 502, exit: 3 },
  'embeddings-unavailable': { status: 502, exit: 3 },
  'store-unavailable': { status: 503, exit: 3 },
  'store-full': { status: 507, exit: 3 },
  'port-taken': { status: 500, exit: 3 },
  internal: { status: 500, exit: 4 },
} as const;

/**
 * An error that a person can act on: what happened (`title`), where and why
 * (`detail`), and what to do (`hint`). The one error type that crosses layers.
 * What it says are messages, put into words where it is shown; as an `Error` it
 * speaks plain English, for logs.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly title: Message;
  readonly detail: Message | null;
  readonly hint: Message | null;

  /** @param title a text of ours, or a message; so are `detail` and `hint`, '' where there is none */
  constructor(
    code: ProblemCode,
    title: string | Message,
    detail: string | Message = '',
    hint: string | Message = '',
    cause?: unknown,
  ) {
    const texts = { title: asMessage(title), detail: messageOrNull(detail), hint: messageOrNull(hint) };
    super(partsOf(texts).map(inEnglish).join(' '), cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    this.title = texts.title;
    this.detail = texts.detail;
    this.hint = texts.hint;
  }

  /** HTTP status for this problem. */
  get status(): number {
    return KINDS[this.code].status;
  }

  /** Exit code of the command line: 2 bad usage, 3 bad input, 4 a fault of ours. */
  get exitCode(): number {
    return KINDS[this.code].exit;
  }
}

function messageOrNull(text: string | Message): Message | null {
  return text === '' ? null : asMessage(text);
}

/** What a problem says, in a form that goes from thread to thread. */
export type PlainProblem = Pick<Problem, 'code' | 'title' | 'detail' | 'hint'>;

/** What there is to say, in order. */
export function partsOf({ title, detail, hint }: Omit<PlainProblem, 'code'>): Message[] {
  return [title, detail, hint].filter((part) => part !== null);
}

/** @throws anything that is not a problem, unchanged */
export function plainProblem(error: unknown): PlainProblem {
  if (!(error instanceof Problem)) throw error;
  const { code, title, detail, hint } = error;
  return { code, title, detail, hint };
}

export function problemFrom({ code, title, detail, hint }: PlainProblem): Problem {
  return new Problem(code, title, detail ?? '', hint ?? '');
}
