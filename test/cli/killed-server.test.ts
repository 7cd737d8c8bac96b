import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { faultIn } from '../../src/core/bitext/bitext.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { findEditByClient } from '../../src/store/review/edits.ts';
import { openTestApp, storeBitext } from '../support/app.ts';
import { bitextOf } from '../support/bitexts.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the program and waits for its address. */
function serve(database: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', database]);
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const url = /http:\/\/\S+?(?=\/\s)/u.exec(String(chunk))?.[0];
      if (url) resolve({ child, url });
    });
    child.once('exit', () => reject(new Error('the server stopped')));
  });
}

it('keeps every edit that it has acknowledged when it is killed in the middle of many', {
  timeout: 60_000,
}, async () => {
  const database = join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');
  const app = await openTestApp(database);
  const id = await storeBitext(app, bitextOf(Array.from({ length: 60 }, () => '1-1').join(' ')));
  await app.close();
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { child, url } = await serve(database);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const enough = acknowledged.length + 20 + 15 * round;
    for (let edit = 0; edit < 200; edit++) {
      const clientId = crypto.randomUUID();
      const body = {
        id: clientId,
        action: 'setStatus',
        beads: 201 + (edit % 60),
        status: edit % 2 ? 'confirmed' : 'excluded',
        note: `${round} ${edit}`,
      };
      const answer = await fetch(`${url}/bitexts/${id}/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      }).catch(() => null);
      if (!answer) break;
      if (answer.ok) acknowledged.push(clientId);
      // Edits go on being sent while the signal is on its way.
      if (acknowledged.length === enough) child.kill('SIGKILL');
    }
    await gone;
  }
  expect(acknowledged.length).toBeGreaterThan(60);
  const store = await openStore(database);
  for (const clientId of acknowledged) expect(await findEditByClient(store.db, clientId)).toBeDefined();
  expect(faultIn(await readBitext(store.db, id))).toBeNull();
  await store.close();
});
