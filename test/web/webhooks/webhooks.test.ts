import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addWebhook } from '../../../src/app/operation/webhooks/webhooks.ts';
import { NEW_WORKFLOW } from '../../../src/core/workflow/workflow.ts';
import { announce } from '../../../src/store/webhooks/announce.ts';
import { setWorkflow } from '../../../src/store/workflow/workflow.ts';
import { apiOf } from '../../support/api.ts';
import { importStory } from '../../support/app.ts';
import { ownServer, startTestServer } from '../../support/server.ts';

/** This machine may be told, another private network may not. */
const server = ownServer({ webhooks: { mayReach: (address) => address === '127.0.0.1' } });
let api: Awaited<ReturnType<typeof apiOf>>;

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver that answers as it is said to. */
const receiver = { server: null as Server | null, received: [] as Received[], answers: 204, port: 0 };

function listenAgain(): Promise<void> {
  receiver.server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      receiver.received.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(pieces).toString(),
      });
      response.writeHead(receiver.answers, { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  return new Promise((resolve) => {
    receiver.server!.listen(receiver.port, '127.0.0.1', () => {
      receiver.port = (receiver.server!.address() as AddressInfo).port;
      resolve();
    });
  });
}

const goDown = () => new Promise((resolve) => receiver.server!.close(resolve));

beforeAll(async () => {
  api = await apiOf(() => server.url);
  await listenAgain();
});
beforeEach(() => {
  receiver.received = [];
  receiver.answers = 204;
});
afterAll(goDown);

const hook = async (events: string[] = [], path = '') =>
  (await api.ask('post', '/webhooks', { url: `http://127.0.0.1:${receiver.port}/${path}`, events })).body;
const typesReceived = () => receiver.received.map(({ body }) => JSON.parse(body).type);

/** As if the pause after a failure were over. */
async function pauseOver(): Promise<void> {
  await server.app.store.db.updateTable('webhook').set({ retry_at: '' }).execute();
  await server.app.webhooks.deliver();
}

describe('a webhook', () => {
  it('is told each event once its receiver is back, in order, each signed', async () => {
    const { id, secret } = await hook();
    await goDown();
    const bitext = await importStory(server.app);
    const [{ id: first }, { id: second }] = (await api.ask('get', `/bitexts/${bitext}/rows`)).body.items;
    const edits = `/bitexts/${bitext}/edits`;
    await server.app.webhooks.deliver();
    await api.ask('post', edits, { action: 'setStatus', beads: [first], status: 'confirmed' });
    await api.ask('post', edits, { action: 'merge', bead: second });
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Brant' }] });
    await pauseOver();
    const down = (await api.ask('get', `/webhooks/${id}`)).body;
    expect(down).toMatchObject({ waiting: 4, active: true, failingSince: expect.stringContaining('T') });
    await listenAgain();
    // Before the pause is over, nothing is sent.
    await server.app.webhooks.deliver();
    expect(receiver.received).toEqual([]);
    await pauseOver();
    const events = receiver.received.map(({ headers, body }) => new Webhook(secret).verify(body, headers));
    expect(events).toMatchObject([
      { type: 'bitext.ready', data: { bitext, sourceLanguage: 'en', targetLanguage: 'fr' } },
      { type: 'rows.confirmed', data: { bitext, edit: 1, count: 1, rows: [first] } },
      { type: 'rows.edited', data: { bitext, edit: 2 } },
      { type: 'concepts.changed', data: { count: 1 } },
    ]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
    expect((await api.ask('get', `/webhooks/${id}`)).body).toMatchObject({ waiting: 0, failingSince: null });
    const log = (await api.ask('get', `/webhooks/${id}/deliveries?limit=3`)).body;
    expect(log.items[0]).toMatchObject({ type: 'concepts.changed', state: 'delivered', attempts: 1, status: 204 });
    const [oldest] = (await api.ask('get', `/webhooks/${id}/deliveries?limit=3&cursor=${log.next}`)).body.items;
    expect(oldest).toMatchObject({ type: 'bitext.ready', attempts: 3, state: 'delivered', failure: '' });
    await server.app.webhooks.deliver();
    expect(receiver.received).toHaveLength(4);
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('hears only of what it asked for, and only of what was really done', async () => {
    const { id } = await hook(['concepts.changed']);
    await importStory(server.app);
    const undone = server.app.store.transaction(async (tx) => {
      await announce(tx, { type: 'concepts.changed', at: server.app.now(), data: {} });
      throw new Error('after all not');
    });
    await expect(undone).rejects.toThrow('after all not');
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Holm' }] });
    await server.app.webhooks.deliver();
    expect(typesReceived()).toEqual(['concepts.changed']);
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('hears how far a translation is, where that has changed', async () => {
    const { id } = await hook(['translation.moved']);
    const bitext = await importStory(server.app);
    const at = server.app.now();
    for (const state of ['reviewed', 'reviewed', 'published'] as const)
      await server.app.store.transaction((tx) => setWorkflow(tx, bitext, { ...NEW_WORKFLOW, state }, at));
    await server.app.webhooks.deliver();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data)).toEqual([
      { bitext, from: 'new', state: 'reviewed' },
      { bitext, from: 'reviewed', state: 'published' },
    ]);
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('is told again what fails or when somebody wants it, and never where an answer leads', async () => {
    const { id } = await hook(['concepts.changed']);
    receiver.answers = 307;
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Sund' }] });
    await server.app.webhooks.deliver();
    const [{ event, ...failed }] = (await api.ask('get', `/webhooks/${id}/deliveries`)).body.items;
    expect(failed).toMatchObject({ state: 'waiting', status: 307, failure: 'HTTP 307' });
    receiver.answers = 200;
    await api.ask('post', `/webhooks/${id}/deliveries/${event}/redeliver`);
    await server.app.webhooks.deliver();
    await api.ask('post', `/webhooks/${id}/deliveries/${event}/redeliver`);
    await server.app.webhooks.deliver();
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed.id]));
    expect(receiver.received).toHaveLength(3);
    expect((await api.ask('post', `/webhooks/${id}/deliveries/999/redeliver`)).body.code).toBe('not-found');
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('signs by the old secret and the new one for a day, and by no other', async () => {
    const { id, secret: old } = await hook(['concepts.changed']);
    const { secret } = (await api.ask('post', `/webhooks/${id}/secret`)).body;
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Nord' }] });
    await server.app.webhooks.deliver();
    await server.app.store.db.updateTable('webhook').set({ old_secret_until: '2001-01-01T00:00:00.000Z' }).execute();
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Syd' }] });
    await server.app.webhooks.deliver();
    const [both, later] = receiver.received;
    for (const one of [old, secret]) new Webhook(one).verify(both!.body, both!.headers);
    new Webhook(secret).verify(later!.body, later!.headers);
    expect(() => new Webhook(old).verify(later!.body, later!.headers)).toThrow('No matching signature');
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('is switched off where its receiver is gone, and goes on with what waits once it is switched on', async () => {
    const { id, url } = await hook(['concepts.changed']);
    receiver.answers = 410;
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Vest' }] });
    await server.app.webhooks.deliver();
    expect((await api.ask('get', '/webhooks')).body.items).toMatchObject([{ id, active: false, waiting: 1 }]);
    receiver.answers = 200;
    await pauseOver();
    expect(receiver.received).toHaveLength(1);
    await api.ask('put', `/webhooks/${id}`, { url, events: [], active: true });
    await server.app.webhooks.deliver();
    expect(receiver.received).toHaveLength(2);
    await api.ask('delete', `/webhooks/${id}`);
  });

  it('is never sent to a private network, however it is called', async () => {
    for (const url of ['http://[::1]:1/', 'http://10.0.0.1/', 'http://127.1:1/'])
      await api.ask('post', '/webhooks', { url, events: ['concepts.changed'] });
    await api.ask('post', '/concepts', { kind: 'place', terms: [{ language: 'en', text: 'Øst' }] });
    await server.app.webhooks.deliver();
    const { items } = (await api.ask('get', '/webhooks')).body;
    const failures = [];
    for (const { id } of items)
      failures.push((await api.ask('get', `/webhooks/${id}/deliveries`)).body.items[0].failure);
    expect(failures).toEqual([
      '[::1] is not on the public internet.',
      '10.0.0.1 is not on the public internet.',
      expect.stringContaining('ECONNREFUSED'),
    ]);
    for (const { id } of items) await api.ask('delete', `/webhooks/${id}`);
    for (const url of ['ftp://a.example/', 'https://ann:pier@a.example/', 'nonsense'])
      expect((await api.ask('post', '/webhooks', { url })).body.code).toBe('bad-input');
  });

  it('has pages: added with its secret shown once, its log, switched off and deleted', async () => {
    const post = (path: string, form: Record<string, string>) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { origin: server.url },
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
    const made = await (await post('/webhooks', { url: 'https://pier.example/in', events: 'rows.confirmed' })).text();
    const [, id = ''] = /href="\/webhooks\/(\d+)"/u.exec(made) ?? [];
    const secret = /value="(whsec_[^"]+)"/u.exec(made)?.[1] ?? '';
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    const list = async () => (await fetch(`${server.url}/webhooks`)).text();
    expect(await list()).toContain('https://pier.example/in');
    expect(await list()).not.toContain('whsec_');
    expect(await (await post('/webhooks', { url: 'ftp://pier.example/' })).text()).toContain(
      'value="ftp://pier.example/"',
    );
    expect(await (await fetch(`${server.url}/webhooks/${id}`)).text()).toContain('No messages yet.');
    await post(`/webhooks/${id}`, { action: 'off' });
    expect(await list()).toContain('switched off');
    expect(await (await post(`/webhooks/${id}`, { action: 'secret' })).text()).toContain('whsec_');
    await post(`/webhooks/${id}`, { action: 'delete' });
    expect(await list()).not.toContain('pier.example/in');
  });

  it('is told by a server that runs, without being asked', async () => {
    const own = await startTestServer(undefined, { serves: true, webhooks: { mayReach: () => true } });
    try {
      const { app } = own;
      await addWebhook(app, { url: `http://127.0.0.1:${receiver.port}/`, events: [] });
      const at = app.now();
      await app.store.transaction((tx) => announce(tx, { type: 'bitext.ready', at, data: { bitext: 1 } }));
      while (receiver.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(JSON.parse(receiver.received[0]!.body)).toEqual({
        type: 'bitext.ready',
        timestamp: at,
        data: { bitext: 1 },
      });
    } finally {
      await own.stop();
    }
  });

  it('has been asked for everything that the document names', () => {
    expect(api.unasked('webhooks')).toEqual([]);
  });
});
