import { beforeAll, describe, expect, it } from 'vitest';
import { mentionAt, mentionedIn, peopleBeginning } from '../../../src/core/workflow/mentions.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory } from '../../support/app.ts';
import { type Member, member } from '../../support/desk.ts';
import { ask, page } from '../../support/listening.ts';
import { ownServer } from '../../support/server.ts';

const people = ['Ana', 'Ana Berg', 'Zoë', 'José Luis'].map((name) => ({ id: name, name }));

describe('a mention', () => {
  it.each([
    ['@Ana Berg: see above', ['Ana Berg']],
    ['(@ana), please', ['Ana']],
    ['@Anabel and ida@ana.example', []],
    ['@Zoe\u0308 and @JOSÉ LUIS, @zoë', ['Zoë', 'José Luis']],
    ['@ Ana, a@Ana', []],
  ])('is found in “%s”', (text, names) => {
    expect(mentionedIn(text, people).map(({ name }) => name)).toEqual(names);
  });

  it('is completed while it is typed', () => {
    expect(mentionAt('Ask @An', 7)).toEqual({ from: 5, begun: 'An' });
    expect(mentionAt('Ask @Ana Be now', 11)).toEqual({ from: 5, begun: 'Ana Be' });
    expect(mentionAt('mail ana@x', 10)).toBeNull();
    expect(mentionAt('@ and', 5)).toBeNull();
    expect(peopleBeginning('lu', people).map(({ name }) => name)).toEqual(['José Luis']);
    expect(peopleBeginning('', people)).toHaveLength(4);
  });
});

describe('a desk', () => {
  const server = ownServer();
  let id: number;
  let segment: number;
  let bead: number;
  let rita: Member;
  let tom: Member;
  let rosa: Member;
  const unread = async (who: Member) =>
    /class="unread-count"><span[^>]*>(\d+)/u.exec((await who.get('/')).body)?.[1] ?? '0';
  const say = (who: Member, text: string) =>
    who.post(`/bitexts/${id}/comments`, { side: 'target', segment: String(segment), text });

  beforeAll(async () => {
    id = await importStory(server.app);
    const [first] = (await readBitext(server.app.store.db, id)).beads;
    [bead, segment] = [first?.id ?? 0, first?.target[0] ?? 0];
  });

  it('tells nobody anything while nobody has an account', async () => {
    expect((await ask(server.url, { path: '/work', headers: page })).status).toBe(404);
    const { body } = await ask(server.url, { path: `/bitexts/${id}`, headers: page });
    expect(body).not.toMatch(/My work|id="people"/u);
    rita = await member(server.app, server.url, 'Rita', ['reviser']);
    tom = await member(server.app, server.url, 'Tom', ['translator']);
    rosa = await member(server.app, server.url, 'Rosa', ['reviser']);
  });

  it('tells whom a comment mentions, and those who have written in its thread, each once', async () => {
    expect((await tom.get(`/bitexts/${id}`)).body).toContain('<option value="Rosa">');
    await say(tom, '@Rosa, @rosa: is this <right>? @Tom');
    expect([await unread(rosa), await unread(tom), await unread(rita)]).toEqual(['1', '0', '0']);
    const { id: comment } = await server.app.store.db.selectFrom('comment').select('id').executeTakeFirstOrThrow();
    await rita.post(`/bitexts/${id}/comments/${comment}/replies`, { text: 'It is, @Rosa.' });
    expect([await unread(rosa), await unread(tom), await unread(rita)]).toEqual(['2', '1', '0']);
    const shown = (await rosa.get('/work')).body;
    expect(shown).toContain('Tom mentions you in “Harbour to be deepened”.');
    expect(shown).toContain(`href="/bitexts/${id}#b${bead}"`);
    expect(shown).toContain('is this &lt;right&gt;?');
    expect((await tom.get('/work')).body).toContain('Rita replies in “Harbour to be deepened”.');
    expect((await tom.get('/work', { 'accept-language': 'fr' })).body).toContain('Rita répond dans «\u00a0Harbour');
  });

  it('tells its translators and revisers what is theirs to do', async () => {
    const accounts = await server.app.store.db.selectFrom('account').select(['id', 'email']).execute();
    const idOf = ({ email }: Member) => accounts.find((account) => account.email === email)?.id ?? '';
    await rita.post(`/bitexts/${id}/assign`, { translator: idOf(tom), reviser: idOf(rita), dueOn: '2099-01-01' });
    const work = (await tom.get('/work')).body;
    expect(work).toContain('Rita has assigned “Harbour to be deepened” to you.');
    expect(work).toMatch(/Assigned to me<\/h2>\s*<ul.*due 1 Jan 2099/su);
    expect((await rita.get('/work')).body).toContain('Nothing is assigned to you.');
    await tom.post(`/bitexts/${id}/submit`, {});
    expect((await rita.get('/work')).body).toContain('“Harbour to be deepened” is yours to revise, by Tom.');
    expect((await rosa.get('/work')).body).toContain('No translation waits for a reviser.');
    await rita.post(`/bitexts/${id}/assign`, { translator: idOf(tom) });
    const second = (await rosa.get('/work')).body;
    expect(second).toMatch(/Waiting for a second pair of eyes<\/h2>\s*<ul/u);
    await rosa.post(`/bitexts/${id}/return`, {});
    expect((await tom.get('/work')).body).toContain('Rosa has returned “Harbour to be deepened” to you.');
    expect((await tom.get('/work')).body).not.toContain('second pair of eyes');
  });

  it('shows its notices as new until they are read, by oneself', async () => {
    const { id: notice } = await server.app.store.db
      .selectFrom('notice')
      .innerJoin('account', 'account.id', 'notice.account_id')
      .select('notice.id')
      .where('account.email', '=', rosa.email)
      .executeTakeFirstOrThrow();
    await tom.post('/work/read', { notice: String(notice) });
    expect(await unread(rosa)).toBe('2');
    await rosa.post('/work/read', { notice: String(notice) });
    expect(await unread(rosa)).toBe('1');
    await rosa.post('/work/read', { notice: 'all' });
    expect(await unread(rosa)).toBe('0');
    expect((await rosa.get('/work')).body).toContain('Tom mentions you in');
  });

  it('does not offer as a second pair of eyes whoever changed the words', async () => {
    await rita.post(`/bitexts/${id}/edits`, {
      action: 'rewrite',
      side: 'target',
      segment: String(segment),
      text: 'Le port',
    });
    await tom.post(`/bitexts/${id}/submit`, {});
    expect((await rita.get('/work')).body).toMatch(/second pair of eyes<\/h2>\s*<ul/u);
    await rita.post('/desk', { fourEyes: 'on' });
    expect((await rita.get('/work')).body).not.toMatch(/second pair of eyes<\/h2>\s*<ul/u);
    expect((await rosa.get('/work')).body).toMatch(/second pair of eyes<\/h2>\s*<ul/u);
  });
});
