import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import { importStory } from '../../support/app.ts';
import { type Member, member, sendForm } from '../../support/desk.ts';
import { ask, page } from '../../support/listening.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let id: number;
let chief: Member;
let tom: Member;
let rita: Member;
let rosa: Member;

const json = { accept: 'application/json' };
const accountOf = async ({ email }: Member) =>
  (await server.app.store.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow())
    .id;
const rows = async () => (await openReview(server.app, id, { query: EVERY_ROW, author: 'x' })).rows;
const edit = (who: Member, fields: Record<string, string>) => who.post(`/bitexts/${id}/edits`, fields, json);
const confirm = async (who: Member, bead: number | undefined) =>
  (await edit(who, { action: 'setStatus', beads: String(bead), status: 'confirmed' })).status;
const rewrite = async (who: Member, text: string) => {
  const segment = (await rows())[0]?.segments.target[0]?.id;
  return edit(who, { action: 'rewrite', side: 'target', segment: String(segment), text });
};
const move = async (who: Member, name: string) => (await who.post(`/bitexts/${id}/${name}`, {}, json)).status;
const stage = async () => (await server.app.store.db.selectFrom('workflow').selectAll().execute())[0]?.state;
/** Done and led back to the page. */
const DONE = 303;

beforeAll(async () => {
  id = await importStory(server.app);
});

describe('work on a translation', () => {
  it('is not there while nobody has an account', async () => {
    for (const path of [`/bitexts/${id}`, '/articles', '/articles/1']) {
      const { body } = await ask(server.url, { path, headers: page });
      expect(body).not.toMatch(/class="workflow|class="stage|name="stage"|Due first/u);
    }
    expect((await sendForm(server.url, `/bitexts/${id}/submit`, {}, json)).status).toBe(404);
    expect((await sendForm(server.url, '/desk', { fourEyes: 'on' }, json)).status).toBe(404);
    chief = await member(server.app, server.url, 'Chief', ['administrator']);
    tom = await member(server.app, server.url, 'Tom', ['translator']);
    rita = await member(server.app, server.url, 'Rita', ['reviser']);
    rosa = await member(server.app, server.url, 'Rosa', ['reviser']);
  });

  it('is given to somebody who may do it, until a day, by revisers', async () => {
    const given = { translator: await accountOf(tom), reviser: await accountOf(rita), dueOn: '2020-02-01' };
    expect((await tom.post(`/bitexts/${id}/assign`, given, json)).status).toBe(403);
    expect((await rita.post(`/bitexts/${id}/assign`, { ...given, reviser: given.translator }, json)).status).toBe(422);
    expect((await rita.post(`/bitexts/${id}/assign`, { ...given, dueOn: '2020-02-31' }, json)).status).toBe(422);
    expect((await rita.post(`/bitexts/${id}/assign`, { ...given, to: '/articles/1' })).headers['location']).toBe(
      '/articles/1',
    );
    for (const path of [`/bitexts/${id}`, '/articles', '/articles/1']) {
      expect((await tom.get(path)).body).toMatch(/Being translated.*Tom.*revised by Rita.*overdue since 1 Feb 2020/su);
    }
  });

  it('is found by stage, person and day, and sorted by day', async () => {
    const other = await importStory(server.app);
    await rosa.post(`/bitexts/${other}/assign`, { dueOn: '2020-01-01', reviser: await accountOf(rosa) });
    const found = async (query: string) =>
      [...(await tom.get(`/articles?${query}`)).body.matchAll(/href="\/bitexts\/(\d+)">/gu)].map(([, number]) =>
        Number(number),
      );
    expect(await found('stage=assigned')).toEqual([id]);
    expect(await found('stage=new&due=2020-01-01')).toEqual([other]);
    expect(await found('person=me')).toEqual([id]);
    expect(await found('due=2020-01-31')).toEqual([other]);
    expect(await found('sort=added')).toEqual([other, id]);
    expect(await found('sort=due')).toEqual([other, id]);
    await rosa.post(`/bitexts/${other}/assign`, { dueOn: '2020-03-01' });
    expect(await found('sort=due')).toEqual([id, other]);
  });

  it('goes from stage to stage, as each may', async () => {
    expect(await move(rita, 'sign')).toBe(409);
    expect(await move(tom, 'submit')).toBe(DONE);
    expect(await move(tom, 'submit')).toBe(409);
    expect(await move(tom, 'sign')).toBe(403);
    expect(await move(rita, 'return')).toBe(DONE);
    expect(await stage()).toBe('assigned');
    expect(await move(tom, 'submit')).toBe(DONE);
    expect(await move(rita, 'sign')).toBe(DONE);
    // Words that were not signed for.
    expect((await rewrite(tom, 'Le port devient plus profond')).status).toBe(200);
    expect(await stage()).toBe('review');
    expect(await move(rita, 'sign')).toBe(DONE);
    expect(await move(tom, 'publish')).toBe(403);
    expect(await move(rita, 'publish')).toBe(DONE);
    expect(await stage()).toBe('published');
  });

  it('is locked once it is published, whatever way a change takes', async () => {
    const before = JSON.stringify(await rows());
    const [first] = await rows();
    const { token } = /value="(?<token>[\w-]{43})"/u.exec(
      (await chief.post('/account/tokens', { name: 'p', scope: 'all', days: '1' })).body,
    )?.groups ?? { token: '' };
    const byProgram = await ask(server.url, {
      method: 'POST',
      path: `/api/v1/bitexts/${id}/edits`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'merge', bead: first?.bead.id }),
    });
    expect(byProgram.status).toBe(409);
    const search = { find: 'port', with: 'havre', in: 'target' };
    const found = (await chief.get(`/bitexts/${id}/replace?${new URLSearchParams(search)}`)).body;
    const chosen = /name="chosen" value="(?<one>[^"]+)"/u.exec(found)?.groups?.['one'] ?? '';
    const refused = [
      await rewrite(chief, 'Autrement'),
      await edit(rita, { action: 'setStatus', beads: String(first?.bead.id), status: 'flagged' }),
      await tom.post(`/bitexts/${id}/undo`, {}, json),
      await chief.post(`/bitexts/${id}/confirm-by-confidence`, { from: '50' }, json),
      await chief.post(`/bitexts/${id}/replace`, { ...search, chosen }, json),
      await chief.post(`/bitexts/${id}/update`, { target: 'Un autre texte, tout neuf.' }, json),
      await chief.post(`/bitexts/${id}/title`, { title: 'Other' }, json),
      await chief.post(`/bitexts/${id}/assign`, { dueOn: '2030-01-01' }, json),
    ];
    expect(refused.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    expect(refused.map(({ body }) => JSON.parse(body).title)).toEqual(
      refused.map(() => expect.stringMatching(/^This translation is published/u)),
    );
    await chief.post(`/bitexts/${id}/archive`, {});
    expect((await chief.post(`/bitexts/${id}/delete`, {}, json)).status).toBe(409);
    await chief.post(`/bitexts/${id}/restore`, {});
    // Even what does not ask.
    const { db } = server.app.store;
    for (const change of [
      sql`UPDATE segment SET text = 'x' WHERE bitext_id = ${id}`,
      sql`DELETE FROM bead WHERE bitext_id = ${id}`,
      sql`INSERT INTO segment SELECT bitext_id, side, 999, 999, paragraph, kind, text, joint FROM segment WHERE bitext_id = ${id} LIMIT 1`,
      sql`UPDATE bitext SET title = 'x' WHERE id = ${id}`,
    ]) {
      await expect(change.execute(db)).rejects.toThrow('locked');
    }
    expect(JSON.stringify(await rows())).toBe(before);
  });

  it('keeps the text that it was made from, when that of the article changes', async () => {
    const shown = (await chief.get('/articles/1/text')).body;
    const revision = /name="revision" value="(\d+)"/u.exec(shown)?.[1] ?? '';
    const text = 'Harbour to be deepened\n\nThe harbour of Brant will be deepened in two years.';
    expect((await chief.post('/articles/1/text', { text, revision }, json)).status).toBeLessThan(400);
    expect((await chief.get('/articles/1')).body).toContain('of revision 1');
    const own = (await chief.get('/articles/2/text')).body;
    const target = /name="revision" value="(\d+)"/u.exec(own)?.[1] ?? '';
    expect((await chief.post('/articles/2/text', { text: 'Tout autre chose.', revision: target }, json)).status).toBe(
      409,
    );
  });

  it('is unlocked by revisers, which is recorded, as all of it is', async () => {
    expect(await move(tom, 'unlock')).toBe(403);
    expect(await move(rosa, 'unlock')).toBe(DONE);
    expect((await rewrite(tom, 'Le port plus profond')).status).toBe(200);
    const entries = await server.app.store.db
      .selectFrom('audit')
      .select(['name', 'action', 'subject', 'outcome'])
      .where('action', 'like', 'translation %')
      .orderBy('id')
      .execute();
    expect(entries.at(-1)).toEqual({
      name: 'Rosa',
      action: 'translation unlocked',
      subject: `/bitexts/${id}`,
      outcome: 'done',
    });
    expect(entries.map(({ action }) => action.slice('translation '.length))).toEqual(
      expect.arrayContaining(['assigned', 'sent to review', 'returned', 'signed off', 'published', 'unlocked']),
    );
  });
});

describe('a desk of four eyes', () => {
  it('is made by administrators', async () => {
    expect((await rita.post('/desk', { fourEyes: 'on' }, json)).status).toBe(403);
    expect((await chief.post('/desk', { fourEyes: 'on' }, json)).status).toBe(DONE);
    expect((await chief.get('/accounts')).body).toMatch(/name="fourEyes" checked/u);
  });

  it('lets nobody sign for words of their own', async () => {
    const [first, second] = await rows();
    expect((await rewrite(rita, 'Le port de Brant plus profond')).status).toBe(200);
    expect(await confirm(rita, first?.bead.id)).toBe(403);
    expect(await confirm(rita, second?.bead.id)).toBe(200);
    expect(await move(rita, 'sign')).toBe(403);
    expect(await confirm(rosa, first?.bead.id)).toBe(200);
    expect(await move(rosa, 'sign')).toBe(DONE);
    // Words that somebody else has changed since are theirs.
    await edit(rosa, { action: 'setStatus', beads: String(first?.bead.id), status: 'proposed' });
    expect((await rewrite(tom, 'Le port de Brant')).status).toBe(200);
    expect(await confirm(rita, first?.bead.id)).toBe(200);
  });
});
