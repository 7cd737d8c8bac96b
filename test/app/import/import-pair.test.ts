import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, headOf } from '../../../src/app/app.ts';
import { exportBitexts } from '../../../src/app/export/export-bitexts.ts';
import { prepareArticle } from '../../../src/app/import/article-intake.ts';
import { importPair } from '../../../src/app/import/import-pair.ts';
import { archiveBitext, openLibrary, restoreBitext } from '../../../src/app/library/library.ts';
import { addSamples } from '../../../src/app/library/samples.ts';
import { deleteBitext } from '../../../src/app/library/trash/delete.ts';
import { EVERY_ROW } from '../../../src/app/review/find-rows.ts';
import { openReview } from '../../../src/app/review/review.ts';
import { faultIn } from '../../../src/core/bitext/bitext.ts';
import { setState } from '../../../src/store/bitexts.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
import { importStory, openTestApp } from '../../support/app.ts';
import { shapes } from '../../support/notation.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const counts = async () => {
  const rows = await Promise.all(
    (['article', 'revision', 'bitext', 'segment', 'bead'] as const).map((table) =>
      app.store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirst(),
    ),
  );
  return rows.map((row) => row?.n);
};

describe('importPair', () => {
  it('stores both articles and their alignment', async () => {
    const id = await importStory(app);
    const bitext = await readBitext(app.store.db, id);
    expect(faultIn(bitext)).toBeNull();
    expect(shapes(bitext.beads)).toBe('1-1 1-1 2-1 1-1 1-1');
    expect(await headOf(app, id)).toMatchObject({
      state: 'ready',
      title: 'Harbour to be deepened',
      sourceLanguage: 'en',
      targetLanguage: 'fr',
    });
  });

  it.each([
    ['one language on both sides', 'Hello there.', 'Hello again.', 'en', 'bad-input'],
    ['nothing but boilerplate', 'Hello there.', 'Partager', 'fr', 'empty-text'],
  ])('refuses %s and stores nothing', async (_name, first, second, language, code) => {
    const source = await prepareArticle({ text: first, name: 'the source', language: 'en' }, app.packs);
    const target = await prepareArticle({ text: second, name: 'the target', language }, app.packs);
    await expect(importPair(app, { source, target })).rejects.toMatchObject({ code });
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it('keeps boilerplate with the article and out of the alignment', async () => {
    const [id = 0] = await addSamples(app);
    await app.queue.settled(id);
    const { setAside, rows } = await openReview(app, id, { query: EVERY_ROW, author: 'ann' });
    expect(setAside.source).toContain('Laisser un commentaire');
    expect(rows.flatMap((row) => row.segments.source.map(({ text }) => text))).not.toContain('Laisser un commentaire');
  });
});

describe('the samples', () => {
  it('are all aligned, each side in one bead', async () => {
    for (const id of await addSamples(app)) {
      await app.queue.settled(id);
      expect((await headOf(app, id)).state).toBe('ready');
      expect(faultIn(await readBitext(app.store.db, id))).toBeNull();
    }
  });
});

describe('the queue', () => {
  it('takes up after a restart what a stop had interrupted', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'visavis-')), 'db.sqlite');
    const first = await openTestApp(file);
    const id = await importStory(first);
    await first.store.db.deleteFrom('bead').execute();
    await first.store.db.deleteFrom('segment').execute();
    await first.store.db.updateTable('bitext').set({ next_id: 1 }).where('id', '=', id).execute();
    await setState(first.store.db, id, { state: 'aligning', progress: 0.5 });
    await first.close();
    // A command leaves the queue alone.
    const command = await openTestApp(file);
    await command.queue.settled(id);
    expect(await headOf(command, id)).toMatchObject({ state: 'aligning', progress: 0.5 });
    await command.close();
    const second = await openTestApp(file, { serves: true });
    await second.queue.settled(id);
    expect(shapes((await readBitext(second.store.db, id)).beads)).toBe('1-1 1-1 2-1 1-1 1-1');
    await second.close();
  });

  it('keeps all of an import or nothing when the program is killed in the middle', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    const file = join(folder, 'db.sqlite');
    writeFileSync(
      join(folder, 'a.txt'),
      Array.from({ length: 300 }, (_, i) => `Sentence number ${i} of the story.`).join('\n'),
    );
    writeFileSync(
      join(folder, 'b.txt'),
      Array.from({ length: 300 }, (_, i) => `Phrase numéro ${i} du récit.`).join('\n'),
    );
    const main = new URL('../../../dist/cli/main.js', import.meta.url).pathname;
    for (const wait of [250, 400, 550, 700]) {
      const child = spawn(
        process.execPath,
        [main, 'import', 'a.txt', 'b.txt', '--from', 'en', '--to', 'fr', '--db', file],
        { cwd: folder },
      );
      const ended = new Promise((resolve) => child.on('close', resolve));
      await pause(wait);
      child.kill('SIGKILL');
      await ended;
    }
    const after = await openTestApp(file, { serves: true });
    for (const entry of (await openLibrary(after, {})).entries) {
      await after.queue.settled(entry.id);
      expect(await headOf(after, entry.id)).toMatchObject({ state: 'ready' });
      const bitext = await readBitext(after.store.db, entry.id);
      expect(faultIn(bitext)).toBeNull();
      expect([bitext.source.length, bitext.target.length]).toEqual([300, 300]);
    }
    await after.close();
  });
});

describe('the library', () => {
  it('loses nothing by one click', async () => {
    const id = await importStory(app);
    await archiveBitext(app, id);
    expect((await openLibrary(app, {})).entries).toEqual([]);
    expect((await openLibrary(app, { archived: true })).entries.map((entry) => entry.id)).toEqual([id]);
    await restoreBitext(app, id);
    expect((await openLibrary(app, {})).entries[0]).toMatchObject({ id, beads: 5, confirmed: 0 });
  });

  it('deletes a bitext with all that belongs to it, and no other bitext’s articles', async () => {
    const [kept, gone] = [await importStory(app), await importStory(app)];
    await archiveBitext(app, gone);
    await (await deleteBitext(app, gone, { author: 'ann' })).cleared;
    expect(await counts()).toEqual([2, 2, 1, 11, 5]);
    expect((await headOf(app, kept)).state).toBe('ready');
  });
});

describe('exportBitexts', () => {
  const read = async (chunks: AsyncIterable<string | Uint8Array>) => {
    let text = '';
    for await (const chunk of chunks) text += chunk;
    return text;
  };

  it('puts many bitexts into one file', async () => {
    const ids = [await importStory(app), await importStory(app)];
    const file = await exportBitexts(app, { bitexts: ids, format: 'tmx', status: 'all', minConfidence: 0 });
    expect(file.name).toBe('visavis.tmx');
    expect((await read(file.chunks)).match(/<tu>/g)).toHaveLength(10);
  });

  it('refuses one that is missing, before anything is written', async () => {
    const id = await importStory(app);
    await expect(
      exportBitexts(app, { bitexts: [id, 99], format: 'tmx', status: 'all', minConfidence: 0 }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      exportBitexts(app, { bitexts: [], format: 'tmx', status: 'all', minConfidence: 0 }),
    ).rejects.toMatchObject({ code: 'bad-request' });
  });
});
