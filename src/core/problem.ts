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
  forbidden: { status: 403, exit: 2 },
  'not-found': { status: 404, exit: 3 },
  'not-ready': { status: 409, exit: 3 },
  conflict: { status: 409, exit: 3 },
  cancelled: { status: 409, exit: 3 },
  'too-many-requests': { status: 429, exit: 3 },
  'embeddings-unavailable': { status: 502, exit: 3 },
  'store-unavailable': { status: 503, exit: 3 },
  'store-full': { status: 507, exit: 3 },
  'port-taken': { status: 500, exit: 3 },
  internal: { status: 500, exit: 4 },
} as const;

/**
 * An error that a person can act on: what happened (`title`), where and why
 * (`detail`), and what to do (`hint`). The one error type that crosses layers.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;

  constructor(code: ProblemCode, title: string, detail = '', hint = '', cause?: unknown) {
    super([title, detail, hint].filter(Boolean).join(' '), cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.hint = hint;
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

/** What a problem says, in a form that goes from thread to thread. */
export type PlainProblem = Pick<Problem, 'code' | 'title' | 'detail' | 'hint'>;

/** @throws what is no problem, as it is */
export function plainProblem(error: unknown): PlainProblem {
  if (!(error instanceof Problem)) throw error;
  const { code, title, detail, hint } = error;
  return { code, title, detail, hint };
}

export function problemFrom({ code, title, detail, hint }: PlainProblem): Problem {
  return new Problem(code, title, detail, hint);
}
