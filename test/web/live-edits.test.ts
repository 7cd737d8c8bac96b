import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory } from '../support/app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let id: number;
beforeAll(async () => {
  server = await startTestServer();
  id = await importStory(server.app);
});
afterAll(() => server.stop());

/** A person's own cookie, as their first page gives it. */
async function person(): Promise<string> {
  const response = await request(server.url).get(`/bitexts/${id}`).expect(200);
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

interface ReceivedEdit {
  readonly id: string;
  readonly change: { seq: number; label: string; rows: { html: string }[]; history: { undo: string | null } | null };
}

/** Listens as a person who reads in a language; gives the first edit that is told. */
async function listener(cookie: string, language: string): Promise<{ received: Promise<ReceivedEdit> }> {
  const over = new AbortController();
  const headers = { cookie, 'accept-language': language };
  const response = await fetch(`${server.url}/bitexts/${id}/events`, { headers, signal: over.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const received = (async () => {
    let text = '';
    while (!/^data: .*\n\n/u.test(text)) text += (await reader.read()).value ?? '';
    over.abort();
    return JSON.parse(text.replace(/^data: /u, '')) as ReceivedEdit;
  })();
  return { received };
}

it('an edit is told to all, each in their language, and only its author is told what can be undone', async () => {
  const [ann, ben] = [await person(), await person()];
  const all = await Promise.all([
    listener(ann, 'en'),
    listener(ben, 'en'),
    listener(await person(), 'en'),
    listener(ben, 'fr'),
  ]);
  const [bead] = (await readBitext(server.app.store.db, id)).beads;
  const answer = await request(server.url)
    .post(`/bitexts/${id}/edits`)
    .set({ cookie: ann, accept: 'application/json', 'accept-language': 'en' })
    .send({ action: 'setStatus', beads: [bead!.id], status: 'flagged' })
    .expect(200);
  const [own, other, third, french] = await Promise.all(all.map(({ received }) => received));
  expect(other).toEqual(third);
  expect(other!.change.rows).toEqual(answer.body.rows);
  expect(own!.change).toEqual(answer.body);
  expect(own!.change.history?.undo).toBe(answer.body.label);
  expect(other!.change.history).toBeNull();
  expect(french!.change).toMatchObject({ seq: answer.body.seq, history: null });
  expect(french!.change.label).not.toBe(answer.body.label);
});
