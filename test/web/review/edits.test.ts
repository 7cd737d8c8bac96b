import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import { importStory } from '../../support/app.ts';
import { ownServer } from '../../support/server.ts';

const server = ownServer();
let id: number;

beforeAll(async () => {
  id = await importStory(server.app);
});

const agent = () => request(server.url);
const rows = async () => (await openReview(server.app, id, { query: EVERY_ROW, author: 'x' })).rows;

describe('editing', () => {
  it('answers a script with the rows that changed', async () => {
    const [first] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .set('accept', 'application/json')
      .send({ id: crypto.randomUUID(), action: 'setStatus', beads: first?.bead.id, status: 'confirmed' })
      .expect(200);
    expect(response.body).toMatchObject({
      label: 'Confirmed a row',
      removed: [first?.bead.id],
      counts: { confirmed: 1 },
      history: { undo: 'Confirmed a row', redo: null },
    });
    expect(response.body.rows[0].html).toContain('class="row confirmed"');
  });

  it('answers a form with the page, at the row', async () => {
    const [, second] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .type('form')
      .send({ action: 'setStatus', beads: second?.bead.id, status: 'flagged', note: 'why' })
      .expect(303);
    expect(response.headers.location).toBe(`/bitexts/${id}#b${second?.bead.id}`);
    expect((await rows())[1]?.bead).toMatchObject({ status: 'flagged', note: 'why' });
  });

  it('says conflict where the row has changed meanwhile', async () => {
    const [first] = await rows();
    const response = await agent()
      .post(`/bitexts/${id}/edits`)
      .set('accept', 'application/json')
      .send({ action: 'merge', bead: first?.bead.id, seen: { [first?.bead.id ?? 0]: 'old' } })
      .expect(409);
    expect(JSON.parse(response.text).hint).toContain('Reload the rows');
  });

  it.each([
    ['no action', {}],
    ['an unknown action', { action: 'explode' }],
    ['a missing segment', { action: 'join', side: 'source' }],
  ])('refuses %s', async (_name, body) => {
    await agent().post(`/bitexts/${id}/edits`).set('accept', 'application/json').send(body).expect(400);
  });

  it('keeps one author a browser', async () => {
    const browser = request.agent(server.url);
    const [, , third] = await rows();
    await browser
      .post(`/bitexts/${id}/edits`)
      .type('form')
      .send({ action: 'setStatus', beads: third?.bead.id, status: 'excluded' })
      .expect(303);
    await agent().post(`/bitexts/${id}/undo`).set('accept', 'application/json').send({}).expect(400);
    await browser.post(`/bitexts/${id}/undo`).set('accept', 'application/json').send({}).expect(200);
    expect((await rows())[2]?.bead.status).toBe('proposed');
  });
});
