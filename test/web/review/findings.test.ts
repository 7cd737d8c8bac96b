import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeBitext } from '../../support/app.ts';
import { bitextWith } from '../../support/bitexts.ts';
import { ownServer } from '../../support/server.ts';

const ROWS = [
  ['The orchard has 340 trees.', 'Le verger compte 430 arbres.'],
  ['The gate is open.', 'Le portail est ouvert.'],
  ['The mill opened on Monday.', 'Le moulin a ouvert jeudi.'],
  ['The pond holds 340 fish.', 'L’étang abrite 430 poissons.'],
  ['“We wait,” she said. “The road is long.', '« Nous attendons », dit-elle. « La route est longue.'],
  ['The bus left.”', 'Le bus est parti. »'],
] as const;

describe('findings on the review page', () => {
  const server = ownServer();
  let id: number;
  beforeAll(async () => {
    id = await storeBitext(server.app, bitextWith(ROWS), 'The orchard');
  });
  const send = (address: string, form: object) =>
    request(server.url).post(address).set('Origin', server.url).type('form').send(form);
  const page = async (search = '') => (await request(server.url).get(`/bitexts/${id}${search}`).expect(200)).text;
  const rowsOn = (html: string) => [...html.matchAll(/data-bead="(\d+)"/gu)].map(([, bead]) => Number(bead));
  /** The HTML of one row. */
  const row = async (bead: number) =>
    new RegExp(`<li class="row[^>]*id="b${bead}"[\\s\\S]*?</li>`, 'u').exec(await page())?.[0] ?? '';

  it('stand in their row, with places, reason and what to write', async () => {
    const first = await row(201);
    expect(first).toContain('data-places="source 1 16 19,target 101 17 20"');
    expect(first).toContain('value="Le verger compte 340 arbres."');
    expect(first).toContain('<span class="n-findings">1</span>');
    expect(await row(202)).not.toContain('check-finding');
  });

  it('are none for a quotation that is closed in the next row, on the whole page and in one row', async () => {
    expect(await row(205)).not.toContain('check-finding');
    const answer = await request(server.url).get(`/bitexts/${id}/rows/206`).expect(200);
    expect(answer.text).not.toContain('check-finding');
  });

  it('are found by filter, by severity and in the map', async () => {
    const all = rowsOn(await page('?show=findings'));
    expect(all).toEqual([201, 203, 204]);
    expect(rowsOn(await page('?show=warnings'))).toEqual([201, 203, 204]);
    const map = await request(server.url).get(`/bitexts/${id}/map`).set('accept', 'application/json').expect(200);
    expect(map.body.findings).toEqual([0, 2, 3]);
  });

  it('are found one after another, from the beginning behind the last', async () => {
    const next = async (after: number) =>
      (await request(server.url).get(`/bitexts/${id}/next-finding?after=${after}`).expect(200)).body;
    expect(await next(201)).toEqual({ bead: 203 });
    expect(await next(204)).toEqual({ bead: 201 });
  });

  it('are dismissed with a reason: in one row, in the text, for good', async () => {
    const other = await storeBitext(server.app, bitextWith(ROWS), 'Another orchard');
    const there = async () => rowsOn((await request(server.url).get(`/bitexts/${other}?show=findings`)).text);
    const html = await row(201);
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
    const fields = { finding: value('finding'), same: value('same'), bitext: id, reason: 'counted again' };
    expect(fields.same).toBe('number|340|430');
    const undo = async () => {
      const check = await request(server.url).get('/check').expect(200);
      const [, address = ''] = /action="(\/check\/dismissals\/\d+\/delete)"/u.exec(check.text) ?? [];
      await send(address, {}).expect(303);
    };
    await send('/check/dismissals', { ...fields, where: 'row' }).expect(303);
    expect(rowsOn(await page('?show=findings'))).toEqual([203, 204]);
    await undo();
    await send('/check/dismissals', { ...fields, where: 'here' }).expect(303);
    expect(rowsOn(await page('?show=findings'))).toEqual([203]);
    expect(await there()).toEqual([201, 203, 204]);
    await undo();
    await send('/check/dismissals', { ...fields, where: 'everywhere' }).expect(303);
    expect(await there()).toEqual([203]);
    await undo();
    expect(rowsOn(await page('?show=findings'))).toEqual([201, 203, 204]);
  });

  it('are found anew after an edit, for whoever looks on, too', async () => {
    const over = new AbortController();
    const response = await fetch(`${server.url}/bitexts/${id}/events`, { signal: over.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const edit = { action: 'rewrite', side: 'target', segment: 103 };
    const answer = await request(server.url)
      .post(`/bitexts/${id}/edits`)
      .set({ accept: 'application/json' })
      .send({ ...edit, text: 'Le moulin a ouvert lundi.' })
      .expect(200);
    expect(answer.body.rows[0].html).not.toContain('check-finding');
    let text = '';
    while (!/^data: .*\n\n/u.test(text)) text += (await reader.read()).value ?? '';
    over.abort();
    expect(JSON.parse(text.replace(/^data: /u, '')).change.rows).toEqual(answer.body.rows);
    const wrong = await request(server.url)
      .post(`/bitexts/${id}/edits`)
      .set({ accept: 'application/json' })
      .send({ ...edit, text: 'Le moulin a ouvert mardi.' })
      .expect(200);
    expect(wrong.body.rows[0].html).toContain('check-finding');
  });
});
