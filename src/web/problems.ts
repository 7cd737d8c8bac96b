import type { NextFunction, Request, Response } from 'express';
import { MulterError } from 'multer';
import { MAX_FILE_BYTES, MAX_MEMORY_FILE_BYTES } from '../app/limits.ts';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { languageOf, translatorIn } from './language.ts';
import { noteFault } from './operation/faults.ts';
import { sendView } from './views.ts';

/** Answers an unknown address. */
export function notFound(): never {
  throw new Problem('not-found', 'Page not found.', '', 'Check the address, or go back to your bitexts.');
}

/** The last handler: a problem becomes a page, or problem+json (RFC 9457) for programs. */
export async function answerProblem(
  error: unknown,
  request: Request,
  response: Response,
  // Express knows a handler of errors by its four parameters.
  _next: NextFunction,
): Promise<void> {
  // Nobody is there any more to be answered; work that was broken off with the connection ends in such an error.
  if (response.destroyed) return;
  const problem = asProblem(error);
  if (problem.code === 'internal') noteFault(response, error);
  // What has begun as one thing cannot end as another: it is broken off, so that nobody takes it for whole.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(problem.status);
  const { code } = problem;
  if (request.accepts(['html', 'json']) === 'json') {
    response
      .type('application/problem+json')
      .send(
        JSON.stringify({ type: `about:blank#${code}`, code, status: problem.status, ...inLanguage(problem, request) }),
      );
    return;
  }
  await sendView(response, 'problem', { problem });
}

function inLanguage({ title, detail, hint }: Problem, request: Request) {
  const { t } = translatorIn(languageOf(request));
  return { title: t(title), detail: detail ? t(detail) : '', hint: hint ? t(hint) : '' };
}

/**
 * What a form says at its head when it is shown again, so that nothing typed has
 * to be found again. Sets the status; what no person can mend goes on to the last handler.
 */
export function shownInForm(error: unknown, response: Response): Problem {
  if (!(error instanceof Problem) || error.code === 'internal') throw error;
  response.status(error.status);
  return error;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof MulterError) {
    const tooLarge = error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE';
    return tooLarge
      ? new Problem(
          'too-large',
          'The file is too large.',
          msg('Up to {file} MB are read, of a translation memory {memory} GB.', {
            file: MAX_FILE_BYTES / 1024 ** 2,
            memory: MAX_MEMORY_FILE_BYTES / 1024 ** 3,
          }),
          'Save only the text, without pictures, or split it into parts.',
          error,
        )
      : new Problem('bad-request', 'The form could not be read.', wordsOf(error), 'Go back and send it again.', error);
  }
  const status = statusOf(error);
  if (status === 413) return new Problem('too-large', 'The text is too large.', '', 'Split it into parts.', error);
  if (status !== undefined && status < 500)
    return new Problem('bad-request', 'The request could not be read.', '', 'Go back and try again.', error);
  return new Problem(
    'internal',
    'Unexpected error.',
    wordsOf(error),
    'No partial change was saved. Try again; if it happens again, report it with the text above.',
    error,
  );
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
