import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, headOf } from '../../../src/app/app.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { importPair } from '../../../src/app/import/import-pair.ts';
import { dump } from '../../../src/app/library/dump.ts';
import { alignAgain } from '../../../src/app/library/library.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { verbatim } from '../../../src/core/message.ts';
import { setState } from '../../../src/store/bitexts.ts';
import { countByMonth, findRowsWith } from '../../../src/store/concordance.ts';
import { renewProgram, runningPrograms, takeLease } from '../../../src/store/leases.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { rowSlices, writeRows } from '../../../src/store/review/write-rows.ts';
import { importStory, openTestApp, STORY, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

const MAIN = new URL('../../../dist/cli/main.js', import.meta.url).pathname;
const open: App[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const app of open.splice(0)) await app.close();
});

const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');

async function opened(file: string, serves: boolean): Promise<App> {
  const app = await openTestApp(file, { serves });
  open.push(app);
  return app;
}

/** Enters a program that is none of ours. */
const program = (app: App, of: Partial<Parameters<typeof renewProgram>[1]>) =>
  renewProgram(app.store.db, { id: 'other', host: 'elsewhere', process: 7, serves: true, beatAt: app.now(), ...of });

/** A bitext that waits, without a program that works on it. */
async function waiting(app: App): Promise<number> {
  const [source, target] = await Promise.all([
    prepareArticle({ text: STORY.en, name: 's', language: 'en' }, app.packs),
    prepareArticle({ text: STORY.fr, name: 't', language: 'fr' }, app.packs),
  ]);
  const id = await importPair(app, { source, target });
  await app.queue.settled(id);
  await app.store.db.deleteFrom('bead').execute();
  await app.store.db.deleteFrom('segment').execute();
  await app.store.db.updateTable('bitext').set({ next_id: 1 }).execute();
  await setState(app.store.db, id, { state: 'queued', progress: 0 });
  return id;
}

describe('the queue of alignments', () => {
  it('is left to the server by commands on its database, and by a second server', async () => {
    const file = newFile();
    const server = await opened(file, true);
    const article = async (language: 'en' | 'fr') =>
      prepareArticle({ text: `${STORY[language]}\n\n`.repeat(40), name: 'x', language }, server.packs);
    const ids = [];
    for (let pair = 0; pair < 3; pair++) {
      ids.push(await importPair(server, { source: await article('en'), target: await article('fr') }));
    }
    const exported = spawnSync(process.execPath, [MAIN, 'export', '99', '--format', 'tmx', '--db', file]);
    expect(exported.status).toBe(3);
    const second = await opened(file, true);
    await Promise.all(ids.flatMap((id) => [server.queue.settled(id), second.queue.settled(id)]));
    for (const id of ids) {
      expect(await headOf(server, id)).toMatchObject({ state: 'ready', problem: null });
      expect(faultIn(await readBitext(server.store.db, id))).toBeNull();
    }
    expect(await server.store.db.selectFrom('lease').selectAll().execute()).toEqual([]);
  });

  it('does not touch what another program works on, and takes it up when that is gone', async () => {
    const file = newFile();
    const server = await opened(file, true);
    const id = await waiting(server);
    await program(server, {});
    await takeLease(server.store.db, id, 'other');
    await server.queue.resume();
    await server.queue.settled(id);
    expect((await headOf(server, id)).state).toBe('queued');
    await program(server, { beatAt: new Date(Date.now() - 61_000).toISOString() });
    await server.queue.resume();
    await server.queue.settled(id);
    expect((await headOf(server, id)).state).toBe('ready');
  });

  it('knows at once that a process of this machine is gone', async () => {
    const file = newFile();
    const server = await opened(file, true);
    const { host } = (await runningPrograms(server.store.db))[0]!;
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(child);
    await program(server, { host, process: child.pid! });
    expect(await server.leases.others()).toMatchObject([{ id: 'other' }]);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await server.leases.others()).toEqual([]);
  });

  it('writes nothing for a bitext that was taken away meanwhile', async () => {
    const file = newFile();
    const server = await opened(file, true);
    const other = await opened(file, false);
    const [source, target] = await Promise.all([
      prepareArticle({ text: `${STORY.en}\n\n`.repeat(40), name: 's', language: 'en' }, server.packs),
      prepareArticle({ text: `${STORY.fr}\n\n`.repeat(40), name: 't', language: 'fr' }, server.packs),
    ]);
    const id = await importPair(server, { source, target });
    await other.queue.cancel(id);
    await server.queue.settled(id);
    expect(await headOf(server, id)).toMatchObject({
      state: 'failed',
      problem: { text: 'The alignment was cancelled.' },
    });
    expect((await readBitext(server.store.db, id)).beads).toEqual([]);
    await alignAgain(server, id);
    await server.queue.settled(id);
    expect((await headOf(server, id)).state).toBe('ready');
  });

  it('stores no second alignment over rows that are there: they are ready, with what was edited', async () => {
    const app = await opened(newFile(), false);
    const id = await importStory(app);
    const before = await readBitext(app.store.db, id);
    await app.store.transaction((tx) => writeRows(tx, id, bitextOf('1-1'), { parallelism: 0.1, now: app.now() }));
    expect(await readBitext(app.store.db, id)).toEqual(before);
    // As an earlier version has left some: failed, though the rows were stored.
    await setState(app.store.db, id, { state: 'failed', progress: 0, problem: verbatim('UNIQUE constraint failed') });
    await alignAgain(app, id);
    await app.queue.settled(id);
    expect(await headOf(app, id)).toMatchObject({ state: 'ready', problem: null });
    expect(await readBitext(app.store.db, id)).toEqual(before);
  });

  it('leaves out what a program that was killed has stored of the rows, which nobody saw', async () => {
    const app = await opened(newFile(), false);
    const id = await waiting(app);
    const { db } = app.store;
    const [first] = rowSlices(id, bitextOf('1-1 1-1'));
    await first!(db);
    await setState(db, id, { state: 'aligning', progress: 1 });
    const everywhere = { language: '', status: '', publisher: '', from: '', to: '' } as const;
    expect(await findRowsWith(db, { words: 's1', ...everywhere }, 5)).toEqual([]);
    expect(await countByMonth(db, 's1', 'en')).toEqual([]);
    // A copy of that moment is taken back as a whole.
    const lines: string[] = [];
    for await (const line of dump(app)) lines.push(line);
    const copy = await opened(newFile(), false);
    await loadDump(copy, 'a', Readable.from(lines.join('').split('\n')));
    for (const one of [app, copy]) {
      one.queue.add(id);
      await one.queue.settled(id);
      expect(await headOf(one, id)).toMatchObject({ state: 'ready', problem: null });
      const bitext = await readBitext(one.store.db, id);
      expect(faultIn(bitext)).toBeNull();
      expect(bitext.source.map(({ text }) => text)).not.toContain('s1');
    }
  });

  it('is let go of where the program stops', async () => {
    const file = newFile();
    const app = await openTestApp(file);
    const id = await waiting(app);
    await app.leases.take(app.store.db, id);
    await storeBitext(app, bitextOf('1-1'));
    await app.close();
    const next = await opened(file, false);
    expect(await next.store.db.selectFrom('program').selectAll().execute()).toEqual([]);
    expect(await next.store.db.selectFrom('lease').selectAll().execute()).toEqual([]);
  });
});
