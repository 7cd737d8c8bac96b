import { Ajv2020 } from 'ajv-2020/dist/2020.js';
import { expect } from 'vitest';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // What it holds is for its schema to say, and for each test.
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
  readonly body: any;
}

/** The test that asks for everything of a tag. */
const PARTS = {
  texts: ['Articles', 'Bitexts', 'Jobs', 'Glossary'],
  review: ['Rows', 'Comments', 'Checks', 'Candidates', 'Search'],
  desk: ['Desk'],
  webhooks: ['Webhooks'],
  trash: ['Trash'],
} as const;

function partOf(tag: string): string {
  const found = Object.entries(PARTS).find(([, tags]) => tags.some((one) => one === tag));
  if (found) return found[0];
  throw new Error(`No test asks for what is tagged ${tag}.`);
}

/** Asks the API of a server, and holds every answer against the server's own document. */
export async function apiOf(url: () => string) {
  const document = (await (await fetch(`${url()}/api/openapi.json`)).json()) as ApiDocument;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Zod says them as patterns, too.
  for (const format of ['date-time', 'date', 'uri', 'binary']) ajv.addFormat(format, true);
  ajv.addSchema(document, 'api');
  const asked = new Set<string>();

  async function ask(
    method: string,
    path: string,
    sent?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(`${url()}/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: sent === undefined ? null : JSON.stringify(sent),
    });
    const [pattern = '', operation] = operationFor(method, path.replace(/\?.*/u, ''));
    if (response.ok) asked.add(operation.operationId);
    const text = await response.text();
    const type = (response.headers.get('content-type') ?? '').replace(/;.*/u, '');
    const key = operation.responses[response.status] ? String(response.status) : 'default';
    const { content } = operation.responses[key] ?? {};
    if (!content) {
      expect([path, text]).toEqual([path, '']);
      return { status: response.status, headers: response.headers, body: null };
    }
    if ('*/*' in content) return { status: response.status, headers: response.headers, body: text };
    expect(Object.keys(content), `${method} ${path}: ${text}`).toContain(type);
    const body: unknown = JSON.parse(text);
    const place = ['paths', pattern, method, 'responses', key, 'content', type, 'schema'];
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = ajv.compile({ $ref: `api#/${pointer}` });
    validate(body);
    expect(validate.errors ?? [], `${method} ${path}: ${text.slice(0, 500)}`).toEqual([]);
    return { status: response.status, headers: response.headers, body };
  }

  function operationFor(method: string, path: string): [string, Operation] {
    const found = Object.entries(document.paths)
      .filter(([pattern, operations]) => operations[method] && matches(pattern, path))
      // One without a name in it goes before one with.
      .sort(([a], [b]) => a.split('{').length - b.split('{').length)[0];
    const operation = found?.[1][method];
    if (!found || !operation) throw new Error(`The document has no ${method} ${path}.`);
    return [found[0], operation];
  }

  return {
    document,
    ask,
    /** Operations of a part of the API that no request was answered by. */
    unasked: (part: keyof typeof PARTS) =>
      Object.values(document.paths)
        .flatMap((operations) => Object.values(operations))
        .filter(({ operationId, tags: [tag = ''] }) => partOf(tag) === part && !asked.has(operationId))
        .map(({ operationId }) => operationId),
  };
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path);
}
