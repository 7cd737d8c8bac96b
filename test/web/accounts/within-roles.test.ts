import { beforeAll, describe, expect, it } from 'vitest';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory } from '../../support/app.ts';
import { type Member, member } from '../../support/desk.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let reader: Member;
let translator: Member;
let reviser: Member;
let terminologist: Member;
let bitext: number;
let beads: readonly number[];

beforeAll(async () => {
  await member(server.app, server.url, 'Admin', ['administrator']);
  reader = await member(server.app, server.url, 'Rea', ['reader']);
  translator = await member(server.app, server.url, 'Tom', ['translator']);
  reviser = await member(server.app, server.url, 'Vera', ['reviser']);
  terminologist = await member(server.app, server.url, 'Tess', ['terminologist']);
  bitext = await importStory(server.app);
  beads = (await readBitext(server.app.store.db, bitext)).beads.map(({ id }) => id);
});

const edit = (who: Member, fields: Record<string, string>) => who.post(`/bitexts/${bitext}/edits`, fields);
const setStatus = (who: Member, bead: number | undefined, status: string) =>
  edit(who, { action: 'setStatus', beads: String(bead), status });

describe('pages', () => {
  it('disable what their reader may not do, and say who may', async () => {
    const { body } = await reader.get(`/bitexts/${bitext}`);
    expect(body).toMatch(
      /<button disabled title="It takes one of these roles: reviser and administrator\."[^>]*>Confirm/u,
    );
    expect(body).not.toContain('href="/bitexts/new"');
    expect(body).not.toContain(`href="/bitexts/${bitext}/update"`);
    expect(body).toContain('takes other roles than yours: reader.');
    expect(body).toContain(`href="/bitexts/${bitext}/history"`);
    const french = await reader.get(`/bitexts/${bitext}`, { 'accept-language': 'fr' });
    expect(french.body).toContain('Il faut l’un de ces rôles\u00a0: réviseur et administrateur.');
  });

  it('leave what they may do', async () => {
    const { body } = await translator.get(`/bitexts/${bitext}`);
    expect(body).toContain('href="/bitexts/new"');
    expect(body).toContain(`href="/bitexts/${bitext}/update"`);
    expect(body).toMatch(/class="tick" data-needs="confirm"/u);
    expect(body).toMatch(/<button disabled title="It takes[^>]*class="tick"/su);
    const own = await reviser.get(`/bitexts/${bitext}`);
    expect(own.body).not.toMatch(/<button disabled title="It takes[^>]*class="tick"/su);
  });
});

describe('a confirmed row', () => {
  it('is made and changed by revisers alone, by whatever way', async () => {
    const [first, second] = beads;
    expect((await setStatus(translator, first, 'confirmed')).status).toBe(403);
    expect((await setStatus(translator, second, 'flagged')).status).toBe(303);
    expect((await setStatus(reviser, first, 'confirmed')).status).toBe(303);
    for (const fields of [
      { action: 'setStatus', beads: String(first), status: 'proposed' },
      { action: 'setStatus', beads: String(first), status: 'flagged' },
      { action: 'merge', bead: String(first) },
    ]) {
      const { status, body } = await edit(translator, fields);
      expect([status, body.includes('only revisers change it')]).toEqual([403, true]);
    }
    const restored = await translator.post(`/bitexts/${bitext}/proposal`, { beads: String(first) });
    expect([400, 403]).toContain(restored.status);
    const { source } = await readBitext(server.app.store.db, bitext);
    const rewrite = { action: 'rewrite', side: 'source', segment: String(source[0]?.id), text: 'Other words' };
    expect((await edit(translator, rewrite)).status).toBe(403);
    expect((await edit(reviser, rewrite)).status).toBe(303);
    const now = await readBitext(server.app.store.db, bitext);
    expect(now.source[0]?.text).toBe('Other words');
  });
});

describe('a concept', () => {
  const concept = (text: string, more = {}) => ({
    kind: 'term',
    language: 'en',
    text,
    status: 'preferred',
    gender: '',
    partOfSpeech: '',
    termNote: '',
    ...more,
  });
  const stateOf = async (text: string) =>
    server.app.store.db
      .selectFrom('concept')
      .innerJoin('term', 'term.concept_id', 'concept.id')
      .select(['concept.id', 'concept.state'])
      .where('term.text', '=', text)
      .executeTakeFirst();

  it('of a translator is a proposal, and one in force is a terminologist’s', async () => {
    expect((await translator.post('/glossary', concept('quay', { state: 'approved' }))).status).toBe(303);
    const quay = await stateOf('quay');
    expect(quay?.state).toBe('proposed');
    expect((await terminologist.post('/glossary', concept('pier'))).status).toBe(303);
    const pier = await stateOf('pier');
    expect(pier?.state).toBe('');
    expect((await translator.post(`/glossary/${pier?.id}`, concept('jetty'))).status).toBe(403);
    expect((await translator.post(`/glossary/${quay?.id}`, concept('quay', { state: 'approved' }))).status).toBe(403);
    expect((await terminologist.post(`/glossary/${quay?.id}`, concept('quay', { state: 'approved' }))).status).toBe(
      303,
    );
    expect((await stateOf('quay'))?.state).toBe('approved');
  });
});
