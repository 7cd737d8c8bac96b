import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { faultIn } from '../../src/core/bitext/bitext.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { STORY } from '../support/app.ts';

// A driver that aborts does so now and then, as memory is freed: in two of five rounds where it was measured.
// `npm run check:nodes -- --full` asks for 50 rounds and 1,000 edits.
const ROUNDS = Number(process.env['SOAK_ROUNDS'] ?? 6);
const EDITS = Number(process.env['SOAK_EDITS'] ?? 100);

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'visavis-soak-'));
const children: ChildProcess[] = [];
writeFileSync(join(folder, 'a.en.txt'), STORY.en);
writeFileSync(join(folder, 'a.fr.txt'), STORY.fr);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Runs the program to its end, and answers what it printed; an abort or another failure is an error. */
async function visavis(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], { cwd: folder });
  return stdout;
}

describe(`the program, over and over, on Node ${process.versions.node}`, () => {
  it(`imports and exports ${ROUNDS} times`, { timeout: 30_000 * ROUNDS }, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      expect(await visavis('import', 'a.en.txt', 'a.fr.txt', '--db', 'rounds.sqlite')).toBe(`${round}\n`);
      const exported = await visavis('export', String(round), '--format', 'tmx', '--db', 'rounds.sqlite');
      expect(exported.match(/<tu>/gu)).toHaveLength(5);
    }
  });

  it(`takes ${EDITS} edits and stops when asked to`, { timeout: 60_000 + 5_000 * EDITS }, async () => {
    await visavis('import', 'a.en.txt', 'a.fr.txt', '--db', 'edits.sqlite');
    const beads = await storedBeads();
    const server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', 'edits.sqlite'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(server);
    const end = new Promise((resolve) => server.once('exit', (code, signal) => resolve({ code, signal })));
    const url = await addressOf(server);
    for (let edit = 0; edit < EDITS; edit++) {
      const bead = beads[edit % beads.length]?.id;
      const body = {
        id: crypto.randomUUID(),
        action: 'setStatus',
        beads: bead,
        status: 'flagged',
        note: `edit ${edit}`,
      };
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const answer = await fetch(`${url}/bitexts/1/edits`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer.status, await answer.text()).toBe(200);
      // Pages are read in between, as people do.
      if (edit % 25 === 0) expect((await fetch(`${url}/bitexts/1`)).status).toBe(200);
    }
    server.kill('SIGTERM');
    expect(await end).toEqual({ code: 0, signal: null });
    const notes = (await storedBeads()).map(({ note }) => note);
    expect(new Set(notes)).toEqual(new Set(beads.map((_, i) => `edit ${EDITS - 1 - i}`)));
  });
});

async function storedBeads() {
  const store = await openStore(join(folder, 'edits.sqlite'));
  try {
    const bitext = await readBitext(store.db, 1);
    expect(faultIn(bitext)).toBeNull();
    return bitext.beads;
  } finally {
    await store.close();
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk) => {
      const url = /http:\/\/\S+?(?=\/\s)/u.exec(String(chunk))?.[0];
      if (url) resolve(url);
    });
    server.once('exit', () => reject(new Error('the server stopped')));
  });
}
