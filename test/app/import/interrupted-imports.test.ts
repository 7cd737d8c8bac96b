import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { forgetImport, interruptedImports, journaled } from '../../../src/app/import/import-journal.ts';
import { importMany } from '../../../src/app/import/import-many.ts';
import { importMemory } from '../../../src/app/import/import-memory.ts';
import { openLibrary } from '../../../src/app/library/library.ts';
import { enterImport } from '../../../src/store/import-journal.ts';
import { openTestApp } from '../../support/app.ts';
import { startTestServer } from '../../support/server.ts';

const MAIN = new URL('../../../dist/cli/main.js', import.meta.url).pathname;
const folder = () => mkdtempSync(join(tmpdir(), 'visavis-'));

/** A memory that takes some seconds. */
function longMemory(units = 60_000): string {
  const unit = (i: number) =>
    `<tu><tuv xml:lang="en"><seg>Ship ${i} ${'came in. '.repeat(15)}</seg></tuv><tuv xml:lang="fr"><seg>Navire ${i} ${'arriva. '.repeat(15)}</seg></tuv></tu>`;
  const all = Array.from({ length: units }, (_, i) => unit(i)).join('\n');
  return `<tmx version="1.4"><header srclang="en"/><body>${all}</body></tmx>`;
}

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const broken = async () => (await interruptedImports(app)).map(({ name, stored, total }) => [name, stored, total]);

describe('an import that is interrupted', () => {
  it('is told of when its process is gone, and not while it is there', async () => {
    const entry = { job: '', total: 0 };
    const [past, now] = ['2020-01-01T00:00:00.000Z', new Date(Date.now() + 60_000).toISOString()];
    // No process has the largest number that there can be.
    await enterImport(app.store.db, { ...entry, name: 'killed', begunAt: past, process: 2 ** 22 + 1 });
    await enterImport(app.store.db, { ...entry, name: 'of another program', begunAt: past, process: process.ppid });
    await enterImport(app.store.db, { ...entry, name: 'of this one', begunAt: now, process: process.pid });
    await enterImport(app.store.db, {
      ...entry,
      name: 'before it had its number',
      begunAt: past,
      process: process.pid,
    });
    expect((await broken()).map(([name]) => name)).toEqual(['killed', 'before it had its number']);
    for (const { id } of await interruptedImports(app)) await forgetImport(app, { id });
    expect(await broken()).toEqual([]);
  });

  it('is told of when it was stopped, but not when it failed or came to its end', async () => {
    const gone = new AbortController();
    await expect(
      journaled(app, { name: 'stopped', job: 'a', signal: gone.signal }, async () => {
        gone.abort();
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    await expect(journaled(app, { name: 'failed' }, () => Promise.reject(new Error('failed')))).rejects.toThrow();
    expect(await journaled(app, { name: 'done' }, async () => 1)).toBe(1);
    expect(await broken()).toEqual([['stopped', 0, 0]]);
    await forgetImport(app, { job: 'a' });
    expect(await broken()).toEqual([]);
  });

  it('says of many pairs how many are stored', async () => {
    const texts = { 'a.en.txt': 'One.', 'a.fr.txt': 'Un.', 'b.en.txt': 'Two.', 'b.fr.txt': 'Deux.' };
    const files = {
      paths: Object.keys(texts),
      read: async (path: string) => new TextEncoder().encode(texts[path as keyof typeof texts]),
    };
    const pairs = ['a', 'b'].map((name) => ({
      name,
      source: { path: `${name}.en.txt`, language: 'en' },
      target: { path: `${name}.fr.txt`, language: 'fr' },
    }));
    const gone = new AbortController();
    const reports = await importMany(app, files, pairs, {
      name: 'many.zip',
      signal: gone.signal,
      onProgress: () => gone.abort(),
    });
    expect(reports.length).toBe(1);
    expect(await broken()).toEqual([['many.zip', 1, 2]]);
  });

  it('leaves nothing of a memory when the program is killed, and says so in the library and on the command line', async () => {
    const place = folder();
    const [file, database] = [join(place, 'long.tmx'), join(place, 'v.sqlite')];
    writeFileSync(file, longMemory());
    const child = spawn(process.execPath, [MAIN, 'import', file, '--db', database]);
    const ended = new Promise((resolve) => child.once('close', resolve));
    const log = `${database}-wal`;
    // The log grows while rows are written.
    await expect
      .poll(() => existsSync(log) && statSync(log).size > 5_000_000, { interval: 5, timeout: 20_000 })
      .toBe(true);
    child.kill('SIGKILL');
    await ended;
    const server = await startTestServer(database);
    try {
      const page = await (await fetch(server.url)).text();
      expect(page).toMatch(/The import of “long\.tmx” \([^<]*\) was interrupted\. Nothing was imported\./u);
      expect((await openLibrary(server.app, {})).entries).toEqual([]);
    } finally {
      await server.stop();
    }
    writeFileSync(file, longMemory(10));
    const again = spawn(process.execPath, [MAIN, 'import', file, '--db', database]);
    let said = '';
    again.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => again.once('close', resolve));
    expect(said).toMatch(
      /^long\.tmx: its import, begun at \S+, was interrupted; nothing of it is stored\. Import it again\.\n$/u,
    );
    const after = await openTestApp(database);
    expect((await openLibrary(after, {})).entries.map(({ beads }) => beads)).toEqual([10]);
    expect(await interruptedImports(after)).toEqual([]);
    await after.close();
  });

  it('is told of when its page is closed, until somebody has understood', async () => {
    const server = await startTestServer(join(folder(), 'v.sqlite'));
    try {
      const form = new FormData();
      form.set('file', new Blob([longMemory()]), 'long.tmx');
      const job = crypto.randomUUID();
      form.set('job', job);
      const gone = new AbortController();
      const sent = fetch(`${server.url}/memories`, { method: 'POST', body: form, signal: gone.signal });
      const page = async () => (await fetch(server.url)).text();
      await expect.poll(() => server.app.progress.of(job), { interval: 5, timeout: 20_000 }).not.toBeNull();
      gone.abort();
      await expect(sent).rejects.toThrow();
      await expect.poll(page, { timeout: 20_000 }).toContain('long.tmx');
      expect((await openLibrary(server.app, {})).entries).toEqual([]);
      const [entry] = await interruptedImports(server.app);
      const understood = await fetch(`${server.url}/imports/forget`, {
        method: 'POST',
        body: new URLSearchParams({ id: String(entry?.id) }),
      });
      expect(understood.ok).toBe(true);
      expect(await page()).not.toContain('long.tmx');
    } finally {
      await server.stop();
    }
  });

  it('does not stand in the way of another', async () => {
    await enterImport(app.store.db, {
      name: 'm.tmx',
      job: '',
      total: 0,
      begunAt: '2020-01-01T00:00:00.000Z',
      process: 2 ** 22 + 1,
    });
    async function* pieces() {
      yield new TextEncoder().encode(longMemory(3));
    }
    expect((await importMemory(app, { name: 'm.tmx', pieces: pieces() })).units).toBe(3);
  });
});
