import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkOrder } from '../../src/app/desk.ts';
import { Problem } from '../../src/core/problem.ts';
import type { Views } from '../../src/web/views.ts';
import { sendWork } from '../../src/web/work-page.ts';

type Clean = Views['library/clean'];

let server: Server | null = null;
afterEach(() => server?.close());

/** Asks for a page of this work, and gives its text as it comes. */
async function asked(work: (order: WorkOrder) => Promise<Clean>, signal?: AbortSignal) {
  const app = express();
  app.get('/', (_request, response) =>
    sendWork(response, { view: 'library/clean', head: { title: 'Cleaning' }, back: '/away', work }),
  );
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, { ...(signal && { signal }) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  return {
    status: response.status,
    coding: response.headers.get('content-encoding'),
    next: async () => (await reader.read()).value ?? null,
    async rest() {
      let text = '';
      for (let more = await reader.read(); !more.done; more = await reader.read()) text += more.value;
      return text;
    },
  };
}

const CLEAN: Clean = { head: { id: 1 } as Clean['head'], kinds: [] };
const RESULT = 'There is nothing to correct.';

describe('a page of work', () => {
  it('is a page like any other where the work is soon done', async () => {
    const { status, rest } = await asked(async () => CLEAN);
    const page = await rest();
    expect([status, page.includes(RESULT), page.includes('working')]).toEqual([200, true, false]);
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('is begun before the work is done, says how far that has come, and ends with what it has found', async () => {
    let finish = () => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { coding, next, rest } = await asked(async ({ onProgress }) => {
      onProgress?.(0.25);
      await done;
      return CLEAN;
    });
    let begun = '';
    while (!begun.includes('class="working"')) begun += await next();
    expect(coding).toMatch(/^(?:br|gzip)$/u);
    expect(begun).toContain('<title>Cleaning');
    expect(begun).toMatch(/25\s?%/u);
    expect(begun).toContain('<a href="/away">Cancel</a>');
    finish();
    const end = await rest();
    expect(end).toContain(RESULT);
    expect(end.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('says in itself what went wrong later', async () => {
    const { status, rest } = await asked(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      throw new Problem('too-large', 'This is too much to be done at once.');
    });
    const page = await rest();
    expect(status).toBe(200);
    expect(page).toContain('This is too much to be done at once.');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('ends the work when the browser goes away', async () => {
    const away = new AbortController();
    const ended = new Promise<boolean>((resolve) => {
      void asked(
        ({ signal }) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              resolve(true);
              reject(new Problem('cancelled', 'It was cancelled.'));
            });
            setTimeout(() => away.abort(), 200);
          }),
        away.signal,
      ).catch(() => {});
    });
    expect(await ended).toBe(true);
  });
});
