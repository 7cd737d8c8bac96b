import { t } from './language.ts';
import { showProblem } from './messages.ts';
import { request } from './request.ts';

/** Why the server would not do it. */
export interface RefusedProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
}

/**
 * Asks the server for something; what went wrong is shown.
 * @returns null where it did
 */
export async function ask<T>(address: string, body?: Record<string, unknown>): Promise<T | null> {
  return answerOf(
    () => request(address, body),
    async (response) => (await response.json()) as T,
  );
}

/**
 * Sends what a form of a page sends; what went wrong is shown.
 * @returns whether the server did it
 */
export async function post(address: string, fields: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const send = () =>
    fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
      // The page that a form leads to is not wanted here.
      redirect: 'manual',
    });
  return (await answerOf(send, async () => true)) ?? false;
}

export function showRefused({ title, detail, hint, status }: RefusedProblem): void {
  showProblem([title, detail, hint].filter(Boolean).join(' '), status === 409);
}

async function answerOf<T>(send: () => Promise<Response>, read: (response: Response) => Promise<T>): Promise<T | null> {
  try {
    const response = await send();
    if (response.ok || response.type === 'opaqueredirect') return await read(response);
    showRefused({ ...((await response.json()) as RefusedProblem), status: response.status });
  } catch {
    showProblem(t('The server does not answer. Try again when it is back.'), false);
  }
  return null;
}
