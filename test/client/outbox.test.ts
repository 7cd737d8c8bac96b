import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOutbox } from '../../src/client/review/outbox.ts';
import { startAnsweringServer } from '../support/answering-server.ts';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
/** Answers that the server still has to give; then it answers with what it was sent. */
let answers: { status: number; body: unknown }[];
let leaves: ((event: { preventDefault(): void }) => void)[];

beforeEach(async () => {
  answers = [];
  leaves = [];
  vi.stubGlobal('addEventListener', (_name: string, listener: (typeof leaves)[number]) => leaves.push(listener));
  server = await startAnsweringServer(({ body }) => answers.shift() ?? { body: JSON.parse(body) });
});
afterEach(() => server.stop());

/** Whether the page would warn before it is closed. */
function warns(): boolean {
  let warned = false;
  for (const leave of leaves) leave({ preventDefault: () => (warned = true) });
  return warned;
}

describe('the outbox', () => {
  it('sends one after another, in order, each with an id of its own', async () => {
    const outbox = openOutbox(() => {}, 1);
    const sent = ['a', 'b', 'c'].map((action) => outbox.send(`${server.url}/edits`, { action }));
    expect(warns()).toBe(true);
    const answered = (await Promise.all(sent)) as { action: string; id: string }[];
    expect(answered.map(({ action }) => action)).toEqual(['a', 'b', 'c']);
    expect(server.asked.map(({ body }) => (JSON.parse(body) as { action: string }).action)).toEqual(['a', 'b', 'c']);
    expect(new Set(answered.map(({ id }) => id)).size).toBe(3);
    expect(answered.every(({ id }) => outbox.sent(id))).toBe(true);
    expect(outbox.sent('somebody else’s')).toBe(false);
    await expect.poll(warns).toBe(false);
  });

  it.each([507, 500, 503, 502])(
    'keeps what the server could not do (%i), says why, and sends the same again',
    async (status) => {
      answers = [
        { status, body: { title: 'The disk is full.' } },
        { status, body: 'no JSON' },
      ];
      const told: [number, string | null][] = [];
      const outbox = openOutbox((count, hindrance) => told.push([count, hindrance?.title ?? null]), 1);
      await outbox.send(`${server.url}/edits`, { action: 'merge' });
      expect(new Set(server.asked.map(({ body }) => body)).size).toBe(1);
      expect(server.asked).toHaveLength(3);
      await expect
        .poll(() => told)
        .toEqual([
          [1, null],
          [1, 'The disk is full.'],
          [1, ''],
          [0, null],
        ]);
    },
  );

  it('says why something was refused, and goes on', async () => {
    answers = [
      { status: 409, body: { title: 'The row has changed.', detail: 'd', hint: 'h' } },
      { status: 400, body: 'no JSON' },
    ];
    const outbox = openOutbox(() => {}, 1);
    const send = () => outbox.send(`${server.url}/edits`, {});
    await expect(send()).rejects.toEqual({ status: 409, title: 'The row has changed.', detail: 'd', hint: 'h' });
    await expect(send()).rejects.toMatchObject({ status: 400, title: 'The change was refused.' });
    await expect(send()).resolves.toHaveProperty('id');
  });
});
