import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../app/accounts/actor.ts';
import type { App } from '../../app/app.ts';
import type { Once, SentAnswer } from '../../app/operation/once.ts';
import type { Permission } from '../../core/accounts/permissions.ts';
import { Problem } from '../../core/problem.ts';
import type { Translator } from '../../core/translator.ts';
import { askerOf } from '../door/identity.ts';
import { idIn, readForm, signalOf } from '../forms.ts';
import { languageOf, translatorIn } from '../language.ts';
import { callerOf } from './caller.ts';

export const API_ROOT = '/api/v1';

/** What an address of the API is asked, read by its schemas. */
export interface Asked<Query, Body> {
  /** The number in the address; 0 where there is none. */
  readonly id: number;
  /** The number behind it, of something within; 0 where there is none. */
  readonly inner: number;
  readonly query: Query;
  readonly body: Body;
  readonly author: string;
  /** Who asks, as it is recorded. */
  readonly actor: Actor;
  /** The id of this request for the history of edits: the same for one that is sent again with its Idempotency-Key. */
  readonly clientId: string;
  readonly t: Translator['t'];
  readonly signal: AbortSignal;
}

/** A file that an address sends, in one of these types. */
export interface FileAnswer {
  readonly mediaTypes: readonly string[];
}

/** An address of the API: what it is asked, what it answers, and who may ask. The document of the API is made of these. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below the root of the API, with names for what varies, as Express writes them. */
  readonly path: string;
  readonly permission: Permission;
  readonly tag: string;
  readonly summary: string;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly status: number;
  /** Null where nothing is answered. */
  readonly answer: z.ZodType | FileAnswer | null;
  handler(app: App, once: Once): RequestHandler;
}

type Meta = Pick<Endpoint, 'method' | 'path' | 'permission' | 'tag' | 'summary'>;

interface Parts<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly query?: Query;
  readonly body?: Body;
  readonly status?: number;
  readonly answer?: Answer;
  run(app: App, asked: Asked<z.output<Query>, z.output<Body>>): Promise<z.input<Answer>>;
}

/** An address that answers JSON, or nothing. */
export function endpoint<
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(meta: Meta, { query, body, status, answer, run }: Parts<Query, Body, Answer>): Endpoint {
  return {
    ...meta,
    query: query ?? null,
    body: body ?? null,
    status: status ?? (answer ? 200 : 204),
    answer: answer ?? null,
    handler: (app, once) => async (request, response) => {
      const author = callerOf(request);
      const work = async (): Promise<SentAnswer> => {
        const asked = {
          ...askedOf(request, response, author),
          query: read(query, request.query),
          body: read(body, bodyOf(request)),
        };
        const answered = await run(app, asked);
        return { status: status ?? (answer ? 200 : 204), body: answer ? JSON.stringify(answered) : '' };
      };
      const key = keyOf(request);
      const asked = JSON.stringify([request.method, request.originalUrl, request.body ?? null]);
      const sent =
        key === null ? { ...(await work()), isRepeated: false } : await once.answer({ author, key, asked }, work);
      if (sent.isRepeated) response.setHeader('Idempotency-Replayed', 'true');
      response.status(sent.status);
      if (sent.body === '') response.end();
      else response.type('application/json').send(sent.body);
    },
  };
}

/** An address that sends a file. */
export function fileEndpoint<Query extends z.ZodType>(
  meta: Meta,
  {
    query,
    mediaTypes,
    send,
  }: FileAnswer & {
    readonly query: Query;
    send(app: App, response: Response, asked: Asked<z.output<Query>, undefined>): Promise<void>;
  },
): Endpoint {
  return {
    ...meta,
    query,
    body: null,
    status: 200,
    answer: { mediaTypes },
    handler: (app) => async (request, response) => {
      const author = callerOf(request);
      const asked = { ...askedOf(request, response, author), query: read(query, request.query), body: undefined };
      await send(app, response, asked);
    },
  };
}

function askedOf(request: Request, response: Response, author: string) {
  const [outer, inner] = Object.keys(request.params);
  return {
    id: outer === undefined ? 0 : idIn(request, outer),
    inner: inner === undefined ? 0 : idIn(request, inner),
    author,
    actor: askerOf(request),
    clientId: clientIdOf(author, keyOf(request) ?? crypto.randomUUID()),
    t: translatorIn(languageOf(request)).t,
    signal: signalOf(response),
  };
}

/** What no schema is given for is nothing. */
function read<Schema extends z.ZodType>(schema: Schema | undefined, data: unknown): z.output<Schema> {
  return readForm(schema ?? z.undefined().catch(undefined), data) as z.output<Schema>;
}

/** @throws Problem `unsupported-type` where a body is anything but JSON: that of a form would be read otherwise */
function bodyOf(request: Request): unknown {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !request.is('application/json')) {
    throw new Problem(
      'unsupported-type',
      'The body of a request is JSON.',
      '',
      'Send it as Content-Type: application/json.',
    );
  }
  return hasBody ? request.body : undefined;
}

const KEY = /^[\x21-\x7e]{1,200}$/u;

/** The key by which a request that is sent again is known; null without one. */
function keyOf(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined || request.method === 'GET') return null;
  if (KEY.test(key)) return key;
  throw new Problem(
    'bad-request',
    'The Idempotency-Key cannot be used.',
    '',
    'Use 1 to 200 letters without spaces, such as a UUID.',
  );
}

/** In the form of a UUID, as the history has it. */
function clientIdOf(author: string, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([author, key]))
    .digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
