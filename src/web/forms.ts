import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Message, msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { languageTag } from '../core/text/language-name.ts';

/**
 * Reads a form, a query or a JSON body by its schema.
 * @throws Problem `bad-request` that names the field
 */
export function readForm<T extends z.ZodType>(schema: T, data: unknown): z.output<T> {
  const result = schema.safeParse(data ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Problem(
    'bad-request',
    'The form could not be read.',
    msg('{field}: {reason}', { field: issue?.path.join('.') || msg('The request'), reason: reasonOf(issue) }),
    'Go back and check what you entered.',
  );
}

function reasonOf(issue: z.core.$ZodIssue | undefined): Message {
  switch (issue?.code) {
    case 'too_small':
      return msg('smaller or shorter than {minimum}.', { minimum: Number(issue.minimum) });
    case 'too_big':
      return msg('larger or longer than {maximum}.', { maximum: Number(issue.maximum) });
    case 'invalid_value':
    case 'invalid_union':
      return msg('not one of the values that are possible.');
    case 'invalid_format':
      return msg('not in the form that is expected.');
    case 'invalid_type':
      return msg('missing, or of another kind.');
    default:
      return msg('not as expected.');
  }
}

/** What a field holds as JSON; undefined where it is none, which no schema takes. */
export function jsonIn(field: string | undefined): unknown {
  try {
    return JSON.parse(field ?? '');
  } catch {
    return undefined;
  }
}

/**
 * A language as a form sends it, by its tag or its name, as a tag; empty where none is named.
 * @throws Problem `bad-request` where it is none
 */
export const Language = z
  .string()
  .trim()
  .transform((given) => {
    const tag = given === '' ? '' : languageTag(given);
    if (tag !== null) return tag;
    throw new Problem(
      'bad-request',
      msg('“{language}” is not a language.', { language: given.slice(0, 40) }),
      '',
      'Choose one, or write a tag such as en or fr-CA.',
    );
  });

/** A whole number from the address, such as a bitext's. */
export function idIn(request: Request, name = 'id'): number {
  const value = Number(request.params[name]);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Problem(
      'not-found',
      'Page not found.',
      msg('“{value}” is not a number.', { value: String(request.params[name]) }),
      'Check the address, or go back to your bitexts.',
    );
  }
  return value;
}

/** A field of text with a limit on its characters; empty where it was left out. */
export const textUpTo = (most: number) => z.string().trim().max(most).default('');

/** One value or several of the same name, as forms send them. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

const SIGNALS = new WeakMap<Response, AbortSignal>();

/** Aborted where the browser gives up waiting for the answer; one for each answer. */
export function signalOf(response: Response): AbortSignal {
  const known = SIGNALS.get(response);
  if (known) return known;
  const gone = new AbortController();
  SIGNALS.set(response, gone.signal);
  response.on('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}
