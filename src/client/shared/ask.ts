import type { AnswerOf, RefusedProblem, WireRoute } from '../../core/wire/wire.ts';
import { t } from './language.ts';
import { showProblem } from './messages.ts';
import { type CallOf, problemIn, request } from './request.ts';

/**
 * Asks the server for something; what went wrong is shown.
 * @returns null where it did
 */
export async function ask<Route extends WireRoute>(
  route: Route,
  ...[parameters, sent]: CallOf<Route>
): Promise<AnswerOf<Route> | null> {
  return answerOf(
    () => request(route, parameters, sent),
    async (response): Promise<AnswerOf<Route>> => response.json(),
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
  const words = [title, detail, hint].filter(Boolean).join(' ');
  if (words || status < 500) showProblem(words || t('The request was refused.'), status === 409);
  else showSilence();
}

async function answerOf<T>(send: () => Promise<Response>, read: (response: Response) => Promise<T>): Promise<T | null> {
  try {
    const response = await send();
    if (response.ok || response.type === 'opaqueredirect') return await read(response);
    showRefused(await problemIn(response));
  } catch {
    showSilence();
  }
  return null;
}

function showSilence(): void {
  showProblem(t('The server does not answer. Try again when it is back.'), false);
}
