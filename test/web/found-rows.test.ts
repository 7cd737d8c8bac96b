import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeBitext } from '../support/app.ts';
import { longBitext } from '../support/long-bitext.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ROWS = 2600;

const numbersIn = (html: string) =>
  [...html.matchAll(/<span class="n">(\d+)<\/span>/gu)].map((found) => Number(found[1]));

// In memory the search is done on the server's own connection; over a file, in a thread.
describe.each(['in memory', 'in a file'])('rows that a search has found in a long text %s', (where) => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-found-'));
  let server: TestServer;
  let id: number;
  beforeAll(async () => {
    server = await startTestServer(where === 'in memory' ? ':memory:' : join(folder, 'a.sqlite'));
    id = await storeBitext(server.app, longBitext(ROWS));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const page = async (search: string) => (await request(server.url).get(`/bitexts/${id}?${search}`).expect(200)).text;
  const piece = async (search: string) =>
    (await request(server.url).get(`/bitexts/${id}/rows?${search}`).expect(200)).body as {
      from: number;
      count: number;
      html: string;
    };

  it('are sent in pieces that make up all of them, in order', async () => {
    const html = await page('show=confirmed');
    expect(html).toContain('2,574 rows found');
    const gap = /class="gap" data-from="(\d+)" data-count="(\d+)"/u.exec(html);
    expect(gap?.slice(1).map(Number)).toEqual([150, 2424]);
    const seq = /data-seq="(\d+)"/u.exec(html)?.[1];
    const all = numbersIn(html);
    for (let at = 150; at < 2574; at += 400) {
      const { from, count, html: more } = await piece(`show=confirmed&seq=${seq}&at=${at}&count=400`);
      expect(from).toBe(at);
      expect(numbersIn(more)).toHaveLength(count);
      all.push(...numbersIn(more));
    }
    const confirmed = Array.from({ length: ROWS }, (_, i) => i + 1).filter((number) => number % 100 !== 0);
    expect(all).toEqual(confirmed);
  });

  it('are sent whole where they are few', async () => {
    const html = await page('show=unconfirmed');
    expect(html).not.toContain('class="gap"');
    expect(numbersIn(html)).toEqual(Array.from({ length: 26 }, (_, i) => 100 * (i + 1)));
  });

  it('are found by words on either side and by a pattern', async () => {
    expect(numbersIn(await page('find=number%202600&in=source'))).toEqual([2600]);
    expect(numbersIn(await page('find=number&in=target'))).toEqual([]);
    expect(numbersIn(await page('find=num.ro%20(7%7C8)%5C.&regex=on&in=target'))).toEqual([7, 8]);
    expect(numbersIn(await page('find=rain&show=unconfirmed'))).toEqual([]);
  });

  it('are confirmed all together, also those that the page does not hold, or none where others are found now', async () => {
    const raining = Array.from({ length: 1300 }, (_, i) => 2 * ROWS + 2 * i + 1);
    const send = (address: string, body: object) =>
      request(server.url).post(`/bitexts/${id}/${address}`).set('accept', 'application/json').send(body);
    const whole = await page('show=confirmed');
    const named = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(whole)?.[1] ?? '';
    await send('edits', { action: 'setStatus', beads: raining, status: 'proposed' }).expect(200);
    const within = named('within').replaceAll('&amp;', '&');
    const sure = { from: 80, within, seq: Number(named('seq')), found: 2574 };
    await send('confirm-by-confidence', { ...sure, found: 2500 }).expect(409);
    const done = await send('confirm-by-confidence', sure).expect(200);
    expect(done.body.counts.confirmed).toBe(2574);
    for (let i = 0; i < 2; i += 1) await send('undo', {});
  });

  it('around one of them are found by it', async () => {
    const bead = 2 * ROWS + 2001;
    const { from, html } = await piece(`find=rain&around=${bead}`);
    const numbers = numbersIn(html);
    expect(from).toBe(1000 - 75);
    expect(numbers[75]).toBe(2001);
  });

  it('stay what they were when the page was opened, whatever is edited meanwhile', async () => {
    const html = await page('show=confirmed');
    const seq = /data-seq="(\d+)"/u.exec(html)?.[1];
    const edit = { action: 'setStatus', beads: [2 * ROWS + 201, 2 * ROWS + 202], status: 'proposed' };
    await request(server.url).post(`/bitexts/${id}/edits`).set('accept', 'application/json').send(edit).expect(200);
    const before = await piece(`show=confirmed&seq=${seq}&at=196&count=6`);
    expect(numbersIn(before.html)).toEqual([198, 199, 201, 202, 203, 204]);
    const now = await piece('show=confirmed&at=196&count=4');
    expect(numbersIn(now.html)).toEqual([198, 199, 203, 204]);
  });

  it('by a pattern that may take for ever are refused in words', async () => {
    const response = await request(server.url)
      .get(`/bitexts/${id}`)
      .query({ find: '(\\w|\\s|\\w|\\w)+q', regex: 'on' });
    expect(response.text).toContain('takes too long');
  });
});
