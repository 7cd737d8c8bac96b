import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBitexts } from '../../src/app/export/export-bitexts.ts';
import { storeBitext } from '../support/app.ts';
import { longBitext } from '../support/long-bitext.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ROWS = 6000;

// In memory the work is done on the server's own connection; over a file, in a thread.
describe.each(['in memory', 'in a file'])('what takes long, %s', (where) => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-work-'));
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
  const inScratch = async () => readdirSync(await server.app.scratch.folder());

  it.each(['csv', 'tmx', 'xlsx'] as const)('an export as %s is what is written at once', async (format) => {
    const wanted = { bitexts: [id], format, status: 'all' as const, minConfidence: 0 };
    const pieces: Uint8Array[] = [];
    for await (const chunk of (await exportBitexts(server.app, wanted)).chunks) pieces.push(Buffer.from(chunk));
    const sent = await request(server.url)
      .get(`/export/file?bitext=${id}&format=${format}`)
      .buffer(true)
      .parse((response, done) => {
        const all: Buffer[] = [];
        response.on('data', (piece: Buffer) => all.push(piece)).on('end', () => done(null, Buffer.concat(all)));
      })
      .expect(200);
    const [got, expected] = [sent.body as Buffer, Buffer.concat(pieces)];
    // What is made at another moment names that moment.
    const plain = (bytes: Buffer) => bytes.toString().replace(/\d{8}T\d{6}Z/gu, '');
    if (format === 'xlsx') expect(got.subarray(0, 2).toString()).toBe('PK');
    else expect(plain(got)).toBe(plain(expected));
    expect(await inScratch()).toEqual([]);
  });

  it('an export that cannot be begun is refused in words', async () => {
    const response = await request(server.url).get('/export/file?bitext=99&format=tmx').expect(404);
    expect(response.text).toContain('Bitext 99 not found');
  });

  it('an export whose browser goes away leaves nothing behind', async () => {
    await new Promise<void>((resolve) => {
      const asked = get(`${server.url}/export/file?bitext=${id}&format=tmx`, (response) => {
        response.once('data', () => asked.destroy());
        response.once('close', resolve);
        response.on('error', () => {});
      });
      asked.on('error', () => {});
    });
    await expect.poll(inScratch).toEqual([]);
  });

  const page = async (address: string) => (await request(server.url).get(address).expect(200)).text;

  it('a long text is read a page at a time', async () => {
    const last = await page(`/bitexts/${id}/read?as=paragraphs&page=11`);
    expect(last).toContain('It is number 6000.');
    expect(last).not.toContain('It is number 5500.');
    expect(last).toContain('Page 12 of 12');
    expect(last).toContain('?as=paragraphs&amp;page=10');
  });

  it('the map has every row', async () => {
    const { beads, states } = (await request(server.url).get(`/bitexts/${id}/map`).expect(200)).body;
    expect(beads).toHaveLength(ROWS);
    expect(states).toMatch(/^(?:c{99}p){60}$/u);
  });

  it('check and cleaning of it are told', async () => {
    const checked = await page(`/bitexts/${id}/check`);
    expect(checked).toContain('0 findings');
    expect(checked).toContain('The whole text was checked');
    const clean = await page(`/bitexts/${id}/clean`);
    expect(clean).toContain('There is nothing to correct.');
  });

  it('words are found in all bitexts and in the library', async () => {
    const lines = await page('/search?q=numéro%204711');
    expect(lines).toContain('1 row found');
    expect(lines).toContain(`#b${2 * ROWS + 4711}`);
    expect(await page('/?q=4711')).toContain(`/bitexts/${id}`);
    expect(await page('/?q=monsoon')).not.toContain(`href="/bitexts/${id}"`);
  });
});
