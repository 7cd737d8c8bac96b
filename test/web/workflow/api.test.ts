import { beforeAll, describe, expect, it } from 'vitest';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { apiOf } from '../../support/api.ts';
import { importStory } from '../../support/app.ts';
import { type Member, member } from '../../support/desk.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let bitext: number;
let api: Awaited<ReturnType<typeof apiOf>>;

beforeAll(async () => {
  bitext = await importStory(server.app);
  api = await apiOf(() => server.url);
});

async function firstRow() {
  const { beads } = await readBitext(server.app.store.db, bitext);
  return { row: beads[0]?.id, segment: beads[0]?.target[0] };
}

/** Asks as a program of somebody. */
async function programOf(who: Member) {
  const { body } = await who.post('/account/tokens', { name: 'desk', scope: 'all', days: '1' });
  const token = /value="([\w-]{43})"/u.exec(body)?.[1] ?? '';
  return (method: string, path: string, sent?: unknown) =>
    api.ask(method, path, sent, { authorization: `Bearer ${token}` });
}

describe('the API of a desk, every answer as its document says', () => {
  it('is none where nobody has an account', async () => {
    expect((await api.ask('get', `/bitexts/${bitext}/work`)).status).toBe(404);
    expect((await api.ask('post', `/bitexts/${bitext}/submit`)).status).toBe(404);
  });

  it('says who works on what, until when and how far it is', async () => {
    const ask = await programOf(await member(server.app, server.url, 'Chief', ['administrator']));
    const { id, name } = (await ask('get', '/people')).body.items[0];
    expect(name).toBe('Chief');
    const given = { translator: id, dueOn: '2030-01-31' };
    const assigned = await ask('put', `/bitexts/${bitext}/assignment`, given);
    expect(assigned.body).toMatchObject({ ...given, state: 'assigned', moves: ['submit'] });
    expect((await ask('put', `/bitexts/${bitext}/assignment`, { translator: 'x' })).body.code).toBe('bad-input');
    for (const [path, state] of [
      ['submit', 'review'],
      ['return', 'assigned'],
      ['submit', 'review'],
      ['sign', 'reviewed'],
      ['publish', 'published'],
      ['unlock', 'reviewed'],
    ]) {
      expect((await ask('post', `/bitexts/${bitext}/${path}`)).body.state, path).toBe(state);
    }
    expect((await ask('post', `/bitexts/${bitext}/unlock`)).body.code).toBe('conflict');
    expect((await ask('get', `/bitexts/${bitext}/work`)).body).toMatchObject({ signedBy: id });
    const found = async (query: string) =>
      (await ask('get', `/work?${query}`)).body.items.map(({ bitext: one }: { bitext: number }) => one);
    expect(await found('state=reviewed&person=me&dueBy=2030-01-31')).toEqual([bitext]);
    expect(await found('dueBy=2030-01-30')).toEqual([]);
    expect((await ask('put', '/desk', { fourEyes: true })).body).toEqual({ fourEyes: true });
    expect((await ask('get', '/desk')).body).toEqual({ fourEyes: true });
  });

  it('says what one is told, until it is read', async () => {
    const ask = await programOf(await member(server.app, server.url, 'Ana', ['reviser']));
    const tom = await programOf(await member(server.app, server.url, 'Tom', ['translator']));
    const { row, segment } = await firstRow();
    const comment = { side: 'target', segment, text: 'Which port, @ana? Not for tom@news.example.' };
    expect((await tom('post', `/bitexts/${bitext}/comments`, comment)).status).toBeLessThan(300);
    const told = (await ask('get', '/notices?limit=1&unread=true')).body;
    expect(told).toMatchObject({
      items: [{ kind: 'mention', name: 'Tom', row, read: false, text: comment.text }],
      next: null,
    });
    expect((await tom('get', '/notices')).body.items).toEqual([]);
    expect((await ask('post', '/notices/read', { notices: [told.items[0].id] })).status).toBe(204);
    expect((await ask('get', '/notices?unread=true')).body.items).toEqual([]);
    expect((await ask('get', '/notices')).body.items).toMatchObject([{ read: true }]);
  });

  it('has asked for everything of it that the document names', () => {
    expect(api.unasked('desk')).toEqual([]);
  });
});
