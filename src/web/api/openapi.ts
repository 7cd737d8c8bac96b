import { createHash } from 'node:crypto';
import { z } from 'zod';
import { VERSION } from '../../core/formats/tmx.ts';
import { API_ROOT, type Endpoint } from './endpoint.ts';

type Json = { [key: string]: unknown };

/** The API in OpenAPI 3.1, whose schemas are JSON Schema 2020-12, as zod writes it. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const schemas: Json = { Problem: problemSchema() };
  const paths: Record<string, Json> = {};
  for (const one of endpoints) {
    const path = one.path.replaceAll(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [one.method]: operation(one, path, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Vis-à-vis',
      version: VERSION,
      description:
        'What the pages do, for programs. Lists are answered page by page: send `next` as `cursor` for the next one. What is refused is answered as a problem (RFC 9457). A change with an Idempotency-Key is done once, however often it is sent.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: API_ROOT }],
    security: [{}, { bearer: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'a token of an account, or the password where the server has one',
        },
      },
    },
  };
}

/** Names the addresses and schemas of a document, whatever version of the program it is of: by it one knows for which a client was made. */
export function fingerprintOf({ paths, components }: Json): string {
  return createHash('sha256')
    .update(JSON.stringify([paths, components]))
    .digest('hex');
}

function operation(one: Endpoint, path: string, schemas: Json): Json {
  const changes = one.method !== 'get';
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'integer', minimum: 1 },
    })),
    ...(one.query ? queryParameters(one.query, schemas) : []),
    ...(changes
      ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 1, maxLength: 200 } }]
      : []),
  ];
  return {
    operationId: nameOf(one),
    summary: one.summary,
    tags: [one.tag],
    'x-permission': one.permission,
    ...(parameters.length > 0 && { parameters }),
    ...(one.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(one.body, 'input', schemas) } },
      },
    }),
    responses: {
      [one.status]: { description: one.summary, ...contentOf(one, schemas) },
      default: {
        description: 'What was refused, and why',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf({ answer }: Endpoint, schemas: Json): Json {
  if (answer === null) return {};
  if ('mediaTypes' in answer) {
    return {
      content: Object.fromEntries(
        answer.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    };
  }
  return { content: { 'application/json': { schema: schemaOf(answer, 'output', schemas) } } };
}

function queryParameters(query: z.ZodType, schemas: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input', schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** A schema as JSON; those that have a name go among the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const whole = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  const { $schema: _, $defs = {}, ...rest } = referring(whole, io) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs))
    schemas[componentName(name, io)] = withoutId(definition as Json);
  return rest;
}

/** What is sent may leave out what is answered, so the two are two schemas. */
function componentName(name: string, io: 'input' | 'output'): string {
  return io === 'input' ? `New${name}` : name;
}

function referring(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((one) => referring(one, io));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isAnyWholeNumber(one))
      .map(([key, one]) => {
        const name = key === '$ref' && typeof one === 'string' ? /^#\/\$defs\/(.+)$/u.exec(one)?.[1] : undefined;
        return [key, name === undefined ? referring(one, io) : `#/components/schemas/${componentName(name, io)}`];
      }),
  );
}

/** Zod says of each whole number how large one can be. */
function isAnyWholeNumber(bound: unknown): boolean {
  return bound === Number.MAX_SAFE_INTEGER || bound === Number.MIN_SAFE_INTEGER;
}

function withoutId({ id: _, ...definition }: Json): Json {
  return definition;
}

/** `post /bitexts/:id/edits` is postBitextsEdits, `get /bitexts/:id` getBitext. */
function nameOf({ method, path }: Endpoint): string {
  const named = path.split('/').filter((part) => part !== '' && !part.startsWith(':'));
  const words = named.flatMap((part) => part.split('-')).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return method + (path.endsWith('/:id') ? words.join('').replace(/s$/u, '') : words.join(''));
}

function problemSchema(): Json {
  const text = { type: 'string' };
  return {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'status', 'title', 'detail', 'hint', 'code'],
    properties: {
      type: text,
      code: { ...text, description: 'what is wrong, in a word: not-found, conflict, bad-request …' },
      status: { type: 'integer' },
      title: { ...text, description: 'what is wrong' },
      detail: { ...text, description: 'where, and why' },
      hint: { ...text, description: 'what to do' },
    },
  };
}
