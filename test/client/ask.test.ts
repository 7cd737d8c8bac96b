import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAnsweringServer } from '../support/answering-server.ts';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
let document: Document;
let client: typeof import('../../src/client/shared/ask.ts') & typeof import('../../src/client/shared/request.ts');

const ANSWERS: Readonly<Record<string, { status?: number; body?: unknown; headers?: Record<string, string> }>> = {
  '/row': { body: { bead: 3 } },
  '/stale': { status: 409, body: { title: 'The row has changed.', detail: '', hint: 'Look again.' } },
  '/bad': { status: 400, body: { title: 'The form could not be read.', detail: '', hint: '' } },
  '/broken': { body: 'no JSON' },
  '/done': { status: 303, body: '', headers: { location: '/row' } },
};

beforeAll(async () => {
  ({ document } = parseHTML('<!doctype html><html lang="en"><body></body></html>') as unknown as {
    document: Document;
  });
  vi.stubGlobal('document', document);
  server = await startAnsweringServer(({ path }) => ANSWERS[path] ?? { status: 404 });
  client = {
    ...(await import('../../src/client/shared/ask.ts')),
    ...(await import('../../src/client/shared/request.ts')),
  };
});
beforeEach(() => document.querySelector('.toast')?.remove());
afterAll(() => server.stop());

const shown = () => document.querySelector('.toast')?.textContent ?? '';

describe('asking the server', () => {
  it('gives what it answers', async () => {
    expect(await client.ask(`${server.url}/row`)).toEqual({ bead: 3 });
    expect(await client.ask(`${server.url}/row`, { text: 'x' })).toEqual({ bead: 3 });
    expect(server.asked.at(-2)).toMatchObject({ method: 'GET', body: '' });
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: '{"text":"x"}' });
    expect(server.asked.at(-1)?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
    });
    expect(shown()).toBe('');
  });

  it.each([
    ['/stale', 'The row has changed. Look again. Show the rows as they stand'],
    ['/bad', 'The form could not be read. Close'],
    ['/broken', 'The server does not answer. Try again when it is back. Close'],
  ])('shows why %s did not work', async (path, text) => {
    expect(await client.ask(`${server.url}${path}`)).toBeNull();
    expect(shown()).toBe(text);
  });

  it('shows that nobody answers', async () => {
    const gone = await startAnsweringServer(() => ({}));
    await gone.stop();
    expect(await client.ask(gone.url)).toBeNull();
    expect(shown()).toContain('The server does not answer.');
    expect(await client.fetchJson(gone.url)).toBeNull();
    expect(await client.fetchText(gone.url)).toBeNull();
  });

  it('sends a form, whose answer leads to a page, and says whether it was done', async () => {
    expect(await client.post(`${server.url}/row`, { job: 'a b' })).toBe(true);
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: 'job=a+b' });
    expect(await client.post(`${server.url}/bad`)).toBe(false);
    expect(shown()).toContain('The form could not be read.');
  });

  it('is quiet where it can do without', async () => {
    expect(await client.fetchJson(`${server.url}/row`)).toEqual({ bead: 3 });
    for (const path of ['/bad', '/broken', '/none']) expect(await client.fetchJson(`${server.url}${path}`)).toBeNull();
    expect(await client.fetchText(`${server.url}/broken`)).toBe('no JSON');
    expect(await client.fetchText(`${server.url}/none`)).toBeNull();
    expect(shown()).toBe('');
  });
});
