import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbedder } from '../../../src/app/align/embedder.ts';
import { align } from '../../../src/core/align/align.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../../support/embeddings-server.ts';
import { shapes } from '../../support/notation.ts';
import { packs } from '../../support/packs.ts';

/** Two invented languages without a word alike, all sentences equally long: only what they mean tells. */
const CONCEPTS = ['avo', 'bele', 'ciru', 'dosa', 'enat', 'fopu', 'gilo', 'hame', 'ibor', 'jusi', 'keto', 'lamu'].map(
  (word, i) => [
    word,
    ['zzyx', 'qrty', 'wvut', 'xpqz', 'ytrw', 'zwvx', 'qxyt', 'wrtz', 'vvqx', 'trqz', 'xwyz', 'ptvx'][i]!,
  ],
);
const sentence = (side: 0 | 1, ...ids: number[]) => `${ids.map((id) => CONCEPTS[id]![side]).join(' ')}.`;
const SOURCE = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
  [0, 5, 9],
].map((ids) => sentence(0, ...ids));
const TARGET = [
  [3, 4, 5],
  [6, 7, 8],
  [11, 11, 2],
  [9, 10, 11],
  [0, 5, 9],
].map((ids) => sentence(1, ...ids));

let server: EmbeddingsServer;
let store: Store;
beforeEach(async () => {
  [server, store] = await Promise.all([startEmbeddingsServer(CONCEPTS), openStore(':memory:')]);
});
afterEach(async () => {
  await store.close();
  await server.stop();
});

describe('the embedder', () => {
  it('gives vectors of length 1 for every run of segments, in order', async () => {
    const { dimensions, runs } = await createEmbedder({ url: server.url }, store).embed(SOURCE, 'en');
    expect(dimensions).toBe(13);
    expect(runs.map((run) => run.length / dimensions)).toEqual([5, 4, 3, 2]);
    for (const run of runs) expect(Math.hypot(...run.subarray(0, dimensions))).toBeCloseTo(1, 5);
    expect([...runs[0]!.subarray(0, 3)].every((value) => value > 0.5)).toBe(true);
    expect(runs[1]![3]).toBeGreaterThan(0.3);
  });

  it('asks for no text twice', async () => {
    const embedder = createEmbedder({ url: `${server.url}/v1` }, store);
    const first = await embedder.embed(SOURCE, 'en');
    const count = server.asked.length;
    expect(count).toBe(14);
    expect(await createEmbedder({ url: `${server.url}/v1/` }, store).embed(SOURCE, 'en')).toEqual(first);
    expect(server.asked).toHaveLength(count);
  });

  it('asks in batches', async () => {
    const many = Array.from({ length: 150 }, (_, i) => `avo ${i}`);
    await createEmbedder({ url: server.url }, store).embed(many, 'en');
    expect(server.asked).toHaveLength(150 + 149 + 148 + 147);
  });

  it.each<[string, number, string, string]>([
    ['refuses', 500, 'model not found', 'It answered 500: model not found'],
    ['answers no JSON', 200, '<html>', 'not valid JSON'],
    ['answers something else', 200, '{"models":[]}', 'not a list of embeddings'],
    ['gives too few', 200, '{"data":[{"embedding":[1,2]}]}', 'It gave 1 vectors for'],
  ])('says so when the server %s', async (_name, status, body, message) => {
    server.fail(status, body);
    await expect(createEmbedder({ url: server.url }, store).embed(SOURCE, 'en')).rejects.toThrow(message);
  });

  it('says so when nothing answers, and when the address is none', async () => {
    const { url } = server;
    await server.stop();
    await expect(createEmbedder({ url }, store).embed(SOURCE, 'en')).rejects.toThrow('does not answer');
    expect(() => createEmbedder({ url: 'over there' }, store)).toThrow('is not a valid URL');
    server = await startEmbeddingsServer(CONCEPTS);
  });
});

describe('aligning by meaning', () => {
  it('finds what nothing else tells', async () => {
    const embedder = createEmbedder({ url: server.url }, store);
    const [from, to] = await Promise.all([embedder.embed(SOURCE, 'x-a'), embedder.embed(TARGET, 'x-b')]);
    const side = (segments: string[]) => ({ segments, pack: packs('x-none') });
    const { beads } = align({ ...side(SOURCE), embeddings: from }, { ...side(TARGET), embeddings: to });
    expect(shapes(beads)).toBe('1-0 1-1 1-1 0-1 1-1 1-1');
    expect(shapes(align(side(SOURCE), side(TARGET)).beads)).not.toBe('1-0 1-1 1-1 0-1 1-1 1-1');
  });

  it('serves the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    const [source, target, out, db] = ['a.txt', 'b.txt', 'out.beads', 'v.sqlite'].map((name) => join(folder, name));
    writeFileSync(source!, SOURCE.join('\n'));
    writeFileSync(target!, TARGET.join('\n'));
    const main = new URL('../../../dist/cli/main.js', import.meta.url).pathname;
    const run = (url: string) =>
      new Promise<{ code: number | null; said: string }>((resolve) => {
        const args = `align ${source} ${target} --from en --to fr --segmented --format beads --out ${out} --db ${db} --embeddings ${url}`;
        const child = spawn(process.execPath, [main, ...args.split(' ')]);
        let said = '';
        child.stderr.on('data', (chunk) => {
          said += chunk;
        });
        child.on('close', (code) => resolve({ code, said }));
      });
    expect((await run(server.url)).code).toBe(0);
    expect(
      readFileSync(out!, 'utf8')
        .split('\n')
        .slice(0, 3)
        .map((line) => line.replace(/:[\d.]+$/u, '')),
    ).toEqual(['[0]:[]', '[1]:[0]', '[2]:[1]']);
    expect(server.asked.length).toBeGreaterThan(0);
    const failed = await run('http://127.0.0.1:9/');
    expect(failed.code).toBe(3);
    expect(failed.said).toContain('leave --embeddings out');
  });
});
