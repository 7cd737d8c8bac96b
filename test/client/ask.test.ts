import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAnsweringServer } from '../support/answering-server.ts';
import { pageAt } from '../support/page-at.ts';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
let document: Document;
let client: typeof import('../../src/client/shared/ask.ts') & typeof import('../../src/client/shared/request.ts');

const ANSWERS: Readonly<Record<string, { status?: number; body?: unknown; headers?: Record<string, string> }>> = {
  '/bitexts/1/map': { body: { beads: [3] } },
  '/bitexts/1/realign?bead=3&to=5': { body: { key: 'k', passages: [] } },
  '/bitexts/1/comments': { body: { bead: 3, html: '' } },
  '/bitexts/stale/map': { status: 409, body: { title: 'The row has changed.', detail: '', hint: 'Look again.' } },
  '/bitexts/bad/map': { status: 400, body: { title: 'The form could not be read.', detail: '', hint: '' } },
  '/bitexts/mute/map': { status: 400, body: {} },
  '/bitexts/down/map': { status: 502, body: 'Bad Gateway' },
  '/bitexts/broken/map': { body: 'no JSON' },
  '/done': { status: 303, body: '', headers: { location: '/bitexts/1/map' } },
};

beforeAll(async () => {
  ({ document } = parseHTML('<!doctype html><html lang="en"><body></body></html>') as unknown as {
    document: Document;
  });
  vi.stubGlobal('document', document);
  server = await startAnsweringServer(({ path }) => ANSWERS[path] ?? { status: 404 });
  pageAt(server.url);
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
    expect(await client.ask('GET /bitexts/:id/map', { id: '1' })).toEqual({ beads: [3] });
    expect(server.asked.at(-1)).toMatchObject({ method: 'GET', body: '' });
    const range = { bead: 3, to: 5 };
    expect(await client.ask('GET /bitexts/:id/realign', { id: 1 }, range)).toEqual({ key: 'k', passages: [] });
    const comment = { side: 'source', segment: 2, text: 'x' } as const;
    expect(await client.ask('POST /bitexts/:id/comments', { id: 1 }, comment)).toEqual({ bead: 3, html: '' });
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: JSON.stringify(comment) });
    expect(server.asked.at(-1)?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
    });
    expect(shown()).toBe('');
  });

  it('writes what stands in an address so that it stays one part of it', async () => {
    await client.fetchAnswer('GET /progress/:job', { job: 'a/b c' });
    expect(server.asked.at(-1)?.path).toBe('/progress/a%2Fb%20c');
  });

  it.each([
    ['stale', 'The row has changed. Look again. Reload rows'],
    ['bad', 'The form could not be read. Close'],
    ['mute', 'The request was refused. Close'],
    ['down', 'The server does not answer. Try again when it is back. Close'],
    ['broken', 'The server does not answer. Try again when it is back. Close'],
  ])('shows why %s did not work', async (id, text) => {
    expect(await client.ask('GET /bitexts/:id/map', { id })).toBeNull();
    expect(shown()).toBe(text);
  });

  it('shows that nobody answers', async () => {
    const gone = await startAnsweringServer(() => ({}));
    await gone.stop();
    pageAt(gone.url);
    expect(await client.ask('GET /bitexts/:id/map', { id: 1 })).toBeNull();
    expect(shown()).toContain('The server does not answer.');
    expect(await client.fetchAnswer('GET /bitexts/:id/map', { id: 1 })).toBeNull();
    expect(await client.fetchText('/')).toBeNull();
    pageAt(server.url);
  });

  it('sends a form, whose answer leads to a page, and says whether it was done', async () => {
    expect(await client.post('/bitexts/1/map', { job: 'a b' })).toBe(true);
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: 'job=a+b' });
    expect(await client.post('/bitexts/bad/map')).toBe(false);
    expect(shown()).toContain('The form could not be read.');
  });

  it('is quiet where it can do without', async () => {
    expect(await client.fetchAnswer('GET /bitexts/:id/map', { id: 1 })).toEqual({ beads: [3] });
    for (const id of ['bad', 'broken', 'none']) {
      expect(await client.fetchAnswer('GET /bitexts/:id/map', { id })).toBeNull();
    }
    expect(await client.fetchText('/bitexts/broken/map')).toBe('no JSON');
    expect(await client.fetchText('/none')).toBeNull();
    expect(shown()).toBe('');
  });
});
