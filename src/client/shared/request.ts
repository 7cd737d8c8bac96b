/** Sends a request whose answer is JSON; with a body, as a POST of JSON. Rejects where the server cannot be reached. */
export function request(address: string, body?: object): Promise<Response> {
  return fetch(address, {
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
}

/** What the server answers in JSON, for what can do without: null where there is no answer, or a refusal. */
export async function fetchJson<T>(address: string): Promise<T | null> {
  try {
    const response = await request(address);
    return response.ok ? ((await response.json()) as T) : null;
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
