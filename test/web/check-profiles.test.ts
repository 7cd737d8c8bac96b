import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECK_CODES } from '../../src/core/check/line.ts';
import { storeBitext } from '../support/app.ts';
import { bitextWith } from '../support/bitexts.ts';
import { ownServer } from '../support/server.ts';

const ROWS = [
  ['The orchard has 340 trees.', 'Le verger compte 430 arbres.'],
  ['The ferry is late.', 'Le bateau a du retard.'],
] as const;

describe('profiles of checks', () => {
  const server = ownServer();
  let id: number;
  beforeAll(async () => {
    id = await storeBitext(server.app, bitextWith(ROWS), 'The orchard');
  });
  const send = (address: string, form: object) =>
    request(server.url).post(address).set('Origin', server.url).type('form').send(form);
  const codes = async () => {
    const { text } = await request(server.url).get(`/bitexts/${id}/check`).expect(200);
    return [...text.matchAll(/name="finding" value="(?<code>[a-z-]+)\|/gu)].map(({ groups }) => groups!['code']);
  };
  const save = async (name: string, levels: Record<string, string>, profile = '') => {
    const level = CHECK_CODES.map((code) => levels[code] ?? '');
    const { headers } = await send('/check/profiles', { name, level, profile }).expect(303);
    return Number(/profile=(\d+)/u.exec(headers['location'] ?? '')?.[1]);
  };

  it('say which checks are made, for all bitexts or for one', async () => {
    expect(await codes()).toEqual(['number']);
    const quiet = await save('Quiet', { number: 'off' });
    expect(await codes()).toEqual(['number']);
    await send('/check/profiles/use', { profile: quiet }).expect(303);
    expect(await codes()).toEqual([]);
    const loud = await save('Loud', { number: 'hint' });
    await send(`/bitexts/${id}/check-profile`, { profile: loud }).expect(303);
    expect(await codes()).toEqual(['number']);
    const errors = await request(server.url).get(`/check/file?bitext=${id}&format=jsonl&severity=warning`).expect(200);
    expect(errors.text ?? '').not.toContain('number');
    await send(`/bitexts/${id}/check-profile`, { profile: '' }).expect(303);
    expect(await codes()).toEqual([]);
    await send(`/check/profiles/${quiet}/delete`, {}).expect(303);
    expect(await codes()).toEqual(['number']);
  });

  it('go out as a file and come in again', async () => {
    const house = await save('House', { negation: 'error' });
    const file = await request(server.url).get(`/check/profiles/${house}/file`).expect(200);
    expect(file.body).toMatchObject({ name: 'House', levels: { negation: 'error' } });
    await send(`/check/profiles/${house}/delete`, {}).expect(303);
    const { headers } = await request(server.url)
      .post('/check/profiles/import')
      .set('Origin', server.url)
      .attach('file', Buffer.from(JSON.stringify(file.body)), 'house.json')
      .expect(303);
    const page = await request(server.url).get(headers['location']!).expect(200);
    expect(page.text).toMatch(/<h2>House<\/h2>/u);
    expect(page.text).toMatch(/value="error" selected/u);
  });

  it('take in checklists, whose patterns are found in rows, and leave out what may take for ever', async () => {
    const lines = 'ferry\tbateau\tWe say bac\n\t(a+)+$\tendless\tregex\n';
    const shown = await request(server.url)
      .post('/check/profiles/import')
      .set('Origin', server.url)
      .attach('file', Buffer.from(lines), 'ships.tsv')
      .expect(200);
    expect(shown.text).toContain('The pattern “endless” was left out');
    const [, ships = ''] = /\?profile=(\d+)" aria-current="true">ships/u.exec(shown.text) ?? [];
    await send(`/bitexts/${id}/check-profile`, { profile: ships }).expect(303);
    expect(await codes()).toEqual(['number', 'pattern']);
    const review = await request(server.url).get(`/bitexts/${id}`).expect(200);
    expect(review.text).toContain('From your checklist: We say bac');
    await send(`/check/profiles/${ships}/patterns`, { target: '(b+)+$', regex: 'on' }).expect(422);
    await send(`/check/profiles/${ships}/patterns`, { target: '' }).expect(422);
    await send(`/check/profiles/${ships}/patterns`, { source: 'late', target: 'retard', missing: 'on' }).expect(303);
    expect(await codes()).toEqual(['number', 'pattern']);
    await send(`/check/profiles/${ships}/patterns/remove`, { at: 0 }).expect(303);
    expect(await codes()).toEqual(['number']);
  });

  it('refuse what is none in words', async () => {
    const refused = await request(server.url)
      .post('/check/profiles/import')
      .set('Origin', server.url)
      .attach('file', Buffer.from('{"name": "x"}'), 'x.json');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('cannot be read as a profile of checks');
    await send('/check/profiles', { name: '', level: CHECK_CODES.map(() => '') }).expect(400);
    await request(server.url).get('/check/profiles/99/file').expect(404);
  });
});
