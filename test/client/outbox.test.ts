import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOutbox } from '../../src/client/review/outbox.ts';
import { startAnsweringServer } from '../support/answering-server.ts';
import { pageAt } from '../support/page-at.ts';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
/** Answers that the server still has to give; then it answers with what it was sent. */
let answers: { status: number; body: unknown }[];
let leaves: ((event: { preventDefault(): void }) => void)[];

beforeEach(async () => {
  answers = [];
  leaves = [];
  vi.stubGlobal('addEventListener', (_name: string, listener: (typeof leaves)[number]) => leaves.push(listener));
  server = await startAnsweringServer(({ body }) => answers.shift() ?? { body: JSON.parse(body) });
  pageAt(server.url);
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
    const sent = [1, 2, 3].map((bead) => outbox.send('POST /bitexts/:id/edits', '7', { action: 'merge', bead }));
    expect(warns()).toBe(true);
    const answered = await Promise.all(sent);
    const bodies = server.asked.map(({ body }) => JSON.parse(body) as { bead: number; id: string });
    expect(server.asked.map(({ path }) => path)).toEqual(Array(3).fill('/bitexts/7/edits'));
    expect(bodies.map(({ bead }) => bead)).toEqual([1, 2, 3]);
    expect(answered).toEqual(bodies);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(3);
    expect(bodies.every(({ id }) => outbox.sent(id))).toBe(true);
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
      const calls: [number, string | null][] = [];
      const outbox = openOutbox((count, hindrance) => calls.push([count, hindrance?.title ?? null]), 1);
      await outbox.send('POST /bitexts/:id/edits', '7', { action: 'merge', bead: 1 });
      expect(new Set(server.asked.map(({ body }) => body)).size).toBe(1);
      expect(server.asked).toHaveLength(3);
      await expect
        .poll(() => calls)
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
    const send = () => outbox.send('POST /bitexts/:id/undo', '7', {});
    const changed = { status: 409, title: 'The row has changed.', detail: 'd', hint: 'h' };
    await expect(send()).rejects.toHaveProperty('problem', changed);
    await expect(send()).rejects.toHaveProperty('problem', { status: 400, title: '', detail: '', hint: '' });
    await expect(send()).resolves.toHaveProperty('id');
  });
});
