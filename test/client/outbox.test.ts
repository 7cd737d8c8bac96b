import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openOutbox } from '../../src/client/review/outbox.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** A server that gives one answer after another, the last for ever; what it was sent. */
async function answering(...answers: (readonly [status: number, body: object])[]) {
  const bodies: { id: string }[] = [];
  server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    bodies.push(JSON.parse(text) as { id: string });
    const [status, body] = answers[Math.min(bodies.length, answers.length) - 1]!;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/edits` };
}

/** What the page gives its modules and Node has not. */
Object.assign(globalThis, { addEventListener: () => {} });

it.each([507, 500, 503, 502])(
  'keeps what the server could not do (%i), says why, and sends it again',
  async (status) => {
    const { bodies, url } = await answering([status, { title: 'The disk is full.' }], [200, { seq: 7 }]);
    const told: unknown[] = [];
    const outbox = openOutbox((count, hindrance) => told.push([count, hindrance?.title ?? null]));
    expect(await outbox.send(url, { action: 'mark' })).toEqual({ seq: 7 });
    await new Promise(setImmediate);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]?.id).toBe(bodies[1]?.id);
    expect(told).toEqual([
      [1, null],
      [1, 'The disk is full.'],
      [0, null],
    ]);
  },
);

it('gives up what the server refuses', async () => {
  const { bodies, url } = await answering([409, { title: 'The row has changed.' }]);
  const outbox = openOutbox(() => {});
  await expect(outbox.send(url, {})).rejects.toMatchObject({ status: 409, title: 'The row has changed.' });
  expect(bodies).toHaveLength(1);
});
