import type { AnswerOf, ParametersOf, RefusedProblem, SentTo, WireRoute } from '../../core/wire/wire.ts';

/** What a route of the wire is called with: the values in its address, and what is sent, where anything has to be. */
export type CallOf<Route extends WireRoute> =
  object extends SentTo<Route>
    ? [parameters: ParametersOf<Route>, sent?: SentTo<Route>]
    : [parameters: ParametersOf<Route>, sent: SentTo<Route>];

/**
 * Calls a route whose answer is JSON: a GET with a query, a POST with a body of JSON. `ask`, `fetchAnswer` and the
 * outbox know what each route takes and answers. Rejects where the server cannot be reached.
 */
export function request(route: WireRoute, parameters: object, sent: object = {}): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const values = new Map(Object.entries(parameters));
  const address = path.replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const headers = { accept: 'application/json' };
  if (method === 'GET') {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(sent)) if (value !== undefined) query.set(name, String(value));
    return fetch(query.size > 0 ? `${address}?${query}` : address, { headers });
  }
  return fetch(address, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
}

/** What the server answers, for what can do without: null where there is no answer, or a refusal. */
export async function fetchAnswer<Route extends WireRoute>(
  route: Route,
  ...[parameters, sent]: CallOf<Route>
): Promise<AnswerOf<Route> | null> {
  try {
    const response = await request(route, parameters, sent);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** A page or a piece of one, for what can do without: null where there is no answer, or a refusal. */
export async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/**
 * A page, also one that says why it is refused; null where there is no answer, or it is no longer wanted.
 * @param form what is sent for it, where anything is
 */
export async function fetchPage(
  address: string,
  signal: AbortSignal,
  form?: FormData,
): Promise<{ ok: boolean; page: Document } | null> {
  try {
    const response = await fetch(address, { signal, ...(form && { method: 'POST', body: form }) });
    return { ok: response.ok, page: new DOMParser().parseFromString(await response.text(), 'text/html') };
  } catch {
    return null;
  }
}

/** What a refusal says, in the reader's language; without words where they are not the server's own. */
export async function problemIn(response: Response): Promise<RefusedProblem> {
  const problem: Partial<RefusedProblem> | null = await response.json().catch(() => null);
  return { title: '', detail: '', hint: '', ...problem, status: response.status };
}
