import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findRevision, insertArticle } from '../../src/store/articles.ts';
import { findHead, setTitle } from '../../src/store/bitexts.ts';
import { listLibrary } from '../../src/store/library.ts';
import { openStore } from '../../src/store/open-store.ts';
import { bitextOf } from '../support/bitexts.ts';
import { NOW, newFolder, storeRows, storesOfTests } from '../support/stores.ts';

const opened = storesOfTests();

describe('the database', () => {
  it('never lets a revision change', async () => {
    const store = await opened();
    await storeRows(store, bitextOf('1-1'));
    await expect(store.db.updateTable('revision').set({ text: 'y' }).execute()).rejects.toThrow('never changed');
    expect(await findRevision(store.db, 1)).toMatchObject({ text: 's1' });
  });

  it('checks keys and values', async () => {
    const store = await opened();
    const id = await storeRows(store, bitextOf('1-1'));
    await expect(
      store.db
        .insertInto('bead_segment')
        .values({ bitext_id: id, side: 'source', segment_id: 99, bead_id: 201 })
        .execute(),
    ).rejects.toThrow();
    await expect(store.db.updateTable('bead').set({ confidence: 2 }).execute()).rejects.toThrow();
  });

  it('takes nothing of a transaction that fails', async () => {
    const store = await opened();
    const work = store.transaction(async (tx) => {
      await insertArticle(tx, { language: 'en', title: '', translationOf: null, text: 'x', blocks: [] }, NOW);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await store.db.selectFrom('article').selectAll().execute()).toEqual([]);
  });

  it('is read while a transaction is under way, and written after it', async () => {
    const store = await opened(join(newFolder(), 'read.sqlite'));
    const id = await storeRows(store, bitextOf('1-1'));
    const titles = () => store.db.selectFrom('bitext').select('title').execute();
    let finish = () => {};
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const transaction = store.transaction(async (tx) => {
      await setTitle(tx, id, 'changed', NOW);
      begun();
      await wait;
      expect((await findHead(tx, id))?.title).toBe('changed');
    });
    await writing;
    const other = setTitle(store.db, id, 'changed again', NOW);
    expect(await titles()).toEqual([{ title: 'A story' }]);
    finish();
    await transaction;
    await other;
    expect(await titles()).toEqual([{ title: 'changed again' }]);
  });

  it('says so when the disk is full, and keeps what it had', async () => {
    const file = join(newFolder(), 'full.sqlite');
    const store = await opened(file);
    const id = await storeRows(store, bitextOf('1-1'));
    // SQLite answers the same when a file may not grow and when the disk is full.
    const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db);
    await sql.raw(`PRAGMA max_page_count = ${pages.rows[0]?.page_count}`).execute(store.db);
    const large = {
      ...bitextOf('1-1'),
      source: [{ id: 1, text: 'x'.repeat(2_000_000), paragraph: 0, kind: 'body' as const }],
    };
    await expect(storeRows(store, large)).rejects.toMatchObject({ code: 'store-full' });
    expect(
      (await listLibrary(store.db, { search: '', archived: false, doubtBelow: 0.5 })).map((entry) => entry.id),
    ).toEqual([id]);
  });

  it('says so when the file is no database', async () => {
    const file = join(newFolder(), 'x.sqlite');
    writeFileSync(file, 'This is a text and not a database at all. '.repeat(100));
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      title: { text: expect.stringContaining('not a database') },
    });
  });

  it('says so when the file may not be written', async () => {
    const store = await opened(join(newFolder(), 'ro.sqlite'));
    // Root may write any file, so the database itself is told to refuse; SQLite answers as for a read-only file.
    await sql.raw('PRAGMA query_only = ON').execute(store.db);
    await expect(storeRows(store, bitextOf('1-1'))).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('says so when the folder cannot be made', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(openStore(join(file, 'below', 'db.sqlite'))).rejects.toBeInstanceOf(Error);
  });
});
