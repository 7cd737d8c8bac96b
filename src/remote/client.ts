import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

/** Where a server is, and who asks. */
export interface Connection {
  /** Its address, such as https://news.example; what stands behind the host is kept. */
  readonly server: string;
  /** A token of an account, or the password of a server that has one. */
  readonly token?: string | undefined;
  /** The language of labels and refusals, such as fr; English without one. */
  readonly language?: string | undefined;
  /** In the place of the global one. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Asks the API of a server, with types for each address: `client.GET('/bitexts/{id}', { params: { path: { id: 7 } } })`. */
export type VisavisClient = Client<paths>;

/** What is answered, by name: `Schema<'Bitext'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** A client of the API of a server. It is made from the API's own OpenAPI document. */
export function connect({ server, token, language, fetch }: Connection): VisavisClient {
  return createClient<paths>({
    baseUrl: `${server.replace(/\/+$/u, '')}/api/v1`,
    ...(fetch && { fetch }),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(language && { 'accept-language': language }),
    },
  });
}

/** What the server refused, and why. */
export class Refused extends Error {
  readonly status: number;
  /** Null where another program has answered, such as a proxy. */
  readonly problem: Schema<'Problem'> | null;

  constructor(status: number, problem: Schema<'Problem'> | null) {
    super(problem ? [problem.title, problem.detail, problem.hint].filter(Boolean).join(' ') : `HTTP ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.problem = problem;
  }
}

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered. @throws Refused where it was none */
export function answerOf<Data>({ data, error, response }: Result<Data>): Data {
  if (!response.ok) throw new Refused(response.status, isProblem(error) ? error : null);
  // Where nothing is answered, nothing is what its type says.
  return data as Data;
}

function isProblem(error: unknown): error is Schema<'Problem'> {
  return typeof error === 'object' && error !== null && 'code' in error && 'title' in error;
}

/**
 * Each item of a list, page after page:
 * `for await (const one of everyItem((page) => client.GET('/bitexts', { params: { query: page } })))`.
 * @throws Refused
 */
export async function* everyItem<Item>(
  ask: (page: { cursor?: string }) => Promise<Result<{ items: Item[]; next: string | null }>>,
): AsyncGenerator<Item> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = answerOf(await ask(cursor === undefined ? {} : { cursor }));
    yield* items;
    cursor = next;
  }
}

/** How long to wait before asking again, in ms. */
const PAUSES = [50, 100, 200, 400, 1000];

/** Waits until a bitext is aligned, or its alignment has failed, and answers with it as it is then. @throws Refused */
export async function aligned(client: VisavisClient, id: number): Promise<Schema<'Bitext'>> {
  for (let turn = 0; ; turn++) {
    const bitext = answerOf(await client.GET('/bitexts/{id}', { params: { path: { id } } }));
    if (bitext.state === 'ready' || bitext.state === 'failed') return bitext;
    await new Promise((resolve) => setTimeout(resolve, PAUSES[turn] ?? PAUSES.at(-1)));
  }
}
