import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { addConcepts } from '../../src/app/glossary/add-concepts.ts';
import { getConcept } from '../../src/app/glossary/concepts.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { importStory } from '../support/app.ts';
import { ownServer } from '../support/server.ts';

const server = ownServer();
let id: number;
beforeAll(async () => {
  id = await importStory(server.app);
});

const agent = () => request(server.url);
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';

describe('the page of one row', () => {
  const opened = async (bead: number) => (await agent().get(`/bitexts/${id}/rows/${bead}`).expect(200)).text;
  const save = (page: string, fields: Readonly<Record<string, string | number>>) =>
    agent()
      .post(`/bitexts/${id}/edits`)
      .type('form')
      .send({ row: hidden(page, 'row'), key: hidden(page, 'key'), ...fields });

  it('does not overwrite what somebody else has saved since, and shows both texts', async () => {
    const { beads } = await readBitext(server.app.store.db, id);
    const bead = beads[1]!;
    const [mine, theirs] = [await opened(bead.id), await opened(bead.id)];
    const rewrite = { action: 'rewrite', bead: bead.id, side: 'target', segment: bead.target[0]! };
    await save(theirs, { ...rewrite, text: 'Leur phrase.' }).expect(303);
    const refused = await save(mine, { ...rewrite, text: 'Ma phrase.' }).expect(409);
    expect(refused.text).toContain('Leur phrase.');
    expect(refused.text).toContain('Ma phrase.');
    await save(refused.text, { ...rewrite, text: 'Ma phrase.' }).expect(303);
    const { target } = await readBitext(server.app.store.db, id);
    expect(target.map(({ text }) => text)).toContain('Ma phrase.');
  });

  it('does not overwrite a note either', async () => {
    const { beads } = await readBitext(server.app.store.db, id);
    const bead = beads[2]!;
    const [mine, theirs] = [await opened(bead.id), await opened(bead.id)];
    const flag = { action: 'setStatus', beads: bead.id, status: 'flagged' };
    await save(theirs, { ...flag, note: 'check the date' }).expect(303);
    const refused = await save(mine, { ...flag, note: 'check the name' }).expect(409);
    expect(refused.text).toContain('check the date');
    expect(refused.text).toContain('check the name');
  });

  it('shows what was typed where the row is gone', async () => {
    const { beads } = await readBitext(server.app.store.db, id);
    const [first, second] = beads;
    const page = await opened(second!.id);
    await agent().post(`/bitexts/${id}/edits`).type('form').send({ action: 'merge', bead: first!.id }).expect(303);
    const refused = await save(page, {
      action: 'rewrite',
      bead: second!.id,
      side: 'target',
      segment: second!.target[0]!,
      text: 'Nulle part.',
    }).expect(409);
    expect(refused.text).toContain('Nulle part.');
  });
});

describe('the form of a concept', () => {
  const MAYOR = {
    kind: 'role',
    definition: '',
    note: '',
    terms: [
      { language: 'en', text: 'mayor', status: 'preferred', gender: '', partOfSpeech: 'noun', note: '' },
      { language: 'fr', text: 'maire', status: 'preferred', gender: '', partOfSpeech: 'noun', note: '' },
    ],
  } as const;
  const fields = (definition: string, more: Readonly<Record<string, string>> = {}) => ({
    kind: 'role',
    definition,
    language: ['en', 'fr'],
    text: ['mayor', 'maire'],
    status: ['preferred', 'preferred'],
    gender: ['', ''],
    partOfSpeech: ['noun', 'noun'],
    ...more,
  });

  it('does not overwrite what somebody else has saved since, shows both, and saves the second time', async () => {
    const [concept = 0] = await addConcepts(server.app, [MAYOR], { author: 'ann' });
    const { text: page } = await agent().get(`/glossary/${concept}/edit`).expect(200);
    const version = hidden(page, 'version');
    const post = (body: object) => agent().post(`/glossary/${concept}`).type('form').send(body);
    await post(fields('Head of a town.', { version })).expect(303);
    const refused = await post(fields('Elected head of a municipality.', { version })).expect(409);
    expect(refused.text).toContain('Head of a town.');
    expect(refused.text).toContain('Elected head of a municipality.');
    const again = hidden(refused.text, 'version');
    await post(fields('Elected head of a municipality.', { version: again })).expect(303);
    expect((await getConcept(server.app, concept)).definition).toBe('Elected head of a municipality.');
  });

  it('comes back with what was typed where it is refused', async () => {
    const refused = await agent()
      .post('/glossary')
      .type('form')
      .send({
        ...fields('Long thought over.'),
        relation: 'belongs-to',
        relationTo: 'no such body',
        since: '',
        until: '',
      })
      .expect(400);
    for (const typed of ['Long thought over.', 'mayor', 'maire', 'no such body']) expect(refused.text).toContain(typed);
  });
});

describe('under a filter', () => {
  it('nothing is done to rows that are not shown', async () => {
    const story = await importStory(server.app);
    const { beads } = await readBitext(server.app.store.db, story);
    const [first, second, third] = beads.map(({ id }) => id);
    const person = request.agent(server.url);
    const post = (what: string, body: object) =>
      person.post(`/bitexts/${story}/${what}`).set('accept', 'application/json').send(body);
    const refused = await post('edits', { action: 'merge', bead: first, shown: [first, third] }).expect(400);
    expect(refused.body.title).toBe('This would change a row that is not shown.');
    await post('edits', { action: 'merge', bead: first, shown: [first, second] }).expect(200);
    await post('undo', {}).expect(200);
    await post('confirm-by-confidence', { from: 0, shown: [second, third] }).expect(200);
    const after = (await readBitext(server.app.store.db, story)).beads;
    expect(after.filter(({ status }) => status === 'confirmed').map(({ id }) => id)).toEqual([second, third]);
  });

  it('the page without script confirms those shown', async () => {
    const story = await importStory(server.app);
    const { text } = await agent().get(`/bitexts/${story}?find=harbour`).expect(200);
    const shown = hidden(text, 'shown');
    await agent().post(`/bitexts/${story}/confirm-by-confidence`).type('form').send({ from: 0, shown }).expect(303);
    const { beads } = await readBitext(server.app.store.db, story);
    expect(beads.filter(({ status }) => status === 'confirmed')).toHaveLength(shown.split(',').length);
    expect(beads.some(({ status }) => status === 'proposed')).toBe(true);
  });
});
