import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bitext, faultIn } from '../../src/core/bitext/bitext.ts';
import { applyEdit, beadsExpected, type Edit } from '../../src/core/bitext/edit.ts';
import { planEdit } from '../../src/core/bitext/operation.ts';
import { Problem } from '../../src/core/problem.ts';
import { findRevision, insertArticle } from '../../src/store/articles.ts';
import { findHead, insertBitext, setTitle } from '../../src/store/bitexts.ts';
import { openSqlite } from '../../src/store/engine/sqlite-driver.ts';
import { listLibrary } from '../../src/store/library.ts';
import { MIGRATIONS, migrationProvider } from '../../src/store/migrations/index.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { readBitext, writeRows } from '../../src/store/review/bitext-rows.ts';
import { readSlice } from '../../src/store/review/slices.ts';
import { writeSlice } from '../../src/store/review/write-slice.ts';
import { bitextOf } from '../support/bitexts.ts';

const NOW = '2026-01-02T03:04:05.000Z';
const folder = () => mkdtempSync(join(tmpdir(), 'visavis-'));
const open: Store[] = [];

async function opened(file = ':memory:'): Promise<Store> {
  const store = await openStore(file);
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** Stores a bitext with its articles and returns its id. */
async function stored(store: Store, bitext: Bitext, title = 'A story'): Promise<number> {
  return store.transaction(async (tx) => {
    const article = {
      language: 'en',
      title,
      translationOf: null,
      text: 'x',
      blocks: [{ start: 0, end: 1, kind: 'body' as const, reason: '' }],
    };
    const { revisionId } = await insertArticle(tx, article, NOW);
    const id = await insertBitext(
      tx,
      { title, sourceLanguage: 'en', targetLanguage: 'fr', sourceRevision: revisionId, targetRevision: revisionId },
      NOW,
    );
    await writeRows(tx, id, bitext, null, NOW);
    return id;
  });
}

describe('migrations', () => {
  const versions = Object.keys(MIGRATIONS);

  it.each([null, ...versions])('lead from version %s to the newest and keep what is stored', async (version) => {
    const file = join(folder(), 'old.sqlite');
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    if (version) {
      await new Migrator({ db, provider: migrationProvider(version) }).migrateToLatest();
    }
    await db.destroy();
    const store = await opened(file);
    expect(await readBitext(store.db, await stored(store, bitextOf('1-1')))).toMatchObject({ sourceLanguage: 'en' });
  });

  it('are done all or not at all, so that one that broke off can be tried again', async () => {
    const file = join(folder(), 'half.sqlite');
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    await new Migrator({ db, provider: migrationProvider('0003-embeddings') }).migrateToLatest();
    await db.destroy();
    const sqlite = openSqlite(file);
    // The last migration stumbles over this, after those before it were done.
    sqlite.exec('CREATE TABLE inline_code (x)');
    await expect(openStore(file)).rejects.toThrow('inline_code');
    expect(sqlite.prepare('SELECT count(*) AS n FROM kysely_migration').get()).toEqual({ n: 3 });
    sqlite.exec('DROP TABLE inline_code');
    sqlite.close();
    const store = await opened(file);
    expect(await readBitext(store.db, await stored(store, bitextOf('1-1')))).toMatchObject({ sourceLanguage: 'en' });
  });

  it('refuse a database that a newer version has made', async () => {
    const file = join(folder(), 'new.sqlite');
    await (await openStore(file)).close();
    const sqlite = openSqlite(file);
    sqlite.exec("INSERT INTO kysely_migration VALUES ('9999-future', '2030')");
    sqlite.close();
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      title: { text: expect.stringContaining('newer version') },
    });
  });
});

describe('the database', () => {
  it('never lets a revision change', async () => {
    const store = await opened();
    await stored(store, bitextOf('1-1'));
    await expect(store.db.updateTable('revision').set({ text: 'y' }).execute()).rejects.toThrow('never changed');
    expect(await findRevision(store.db, 1)).toMatchObject({ text: 'x' });
  });

  it('checks keys and values', async () => {
    const store = await opened();
    const id = await stored(store, bitextOf('1-1'));
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
    const store = await opened(join(folder(), 'read.sqlite'));
    const id = await stored(store, bitextOf('1-1'));
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
    const file = join(folder(), 'full.sqlite');
    const store = await opened(file);
    const id = await stored(store, bitextOf('1-1'));
    // SQLite answers the same when a file may not grow and when the disk is full.
    const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db);
    await sql.raw(`PRAGMA max_page_count = ${pages.rows[0]?.page_count}`).execute(store.db);
    const large = {
      ...bitextOf('1-1'),
      source: [{ id: 1, text: 'x'.repeat(2_000_000), paragraph: 0, kind: 'body' as const }],
    };
    await expect(stored(store, large)).rejects.toMatchObject({ code: 'store-full' });
    expect(
      (await listLibrary(store.db, { search: '', archived: false, doubtBelow: 0.5 })).map((entry) => entry.id),
    ).toEqual([id]);
  });

  it('says so when the file is no database', async () => {
    const file = join(folder(), 'x.sqlite');
    writeFileSync(file, 'This is a text and not a database at all. '.repeat(100));
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      title: { text: expect.stringContaining('not a database') },
    });
  });

  it('says so when the file may not be written', async () => {
    const store = await opened(join(folder(), 'ro.sqlite'));
    // Root may write any file, so the database itself is told to refuse; SQLite answers as for a read-only file.
    await sql.raw('PRAGMA query_only = ON').execute(store.db);
    await expect(stored(store, bitextOf('1-1'))).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('says so when the folder cannot be made', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(openStore(join(file, 'below', 'db.sqlite'))).rejects.toBeInstanceOf(Error);
  });
});

describe('a stored bitext', () => {
  it('comes back as it was', async () => {
    const store = await opened();
    const bitext = bitextOf('1-1 2-1 0-1 1-2');
    expect(await readBitext(store.db, await stored(store, bitext))).toEqual(bitext);
  });

  it('is read in part: the rows asked for and their neighbours', async () => {
    const store = await opened();
    const id = await stored(store, bitextOf('1-1 1-1 1-1 1-1 1-1 1-1 1-1 1-1'));
    const slice = await readSlice(store.db, id, [204]);
    expect(slice.beads.map((bead) => bead.id)).toEqual([202, 203, 204, 205, 206]);
    expect(slice.source.map((segment) => segment.text)).toEqual(['s2', 's3', 's4', 's5', 's6']);
    expect(faultIn(slice)).toBeNull();
  });

  it('follows any edits exactly, though only a part is read and written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), async (choices) => {
        const store = await openStore(':memory:');
        try {
          let whole = bitextOf('1-1 2-1 0-1 1-2 1-0 2-2 1-1');
          const id = await stored(store, whole);
          for (const choice of choices) {
            const edit = someEdit(whole, choice);
            if (!edit) continue;
            const slice = await readSlice(store.db, id, beadsExpected(edit));
            const after = applyEdit(slice, edit);
            expect(after).not.toBeNull();
            await writeSlice(store.db, id, slice, after as Bitext, { author: 'a', at: NOW });
            whole = applyEdit(whole, edit) as Bitext;
            expect(await readBitext(store.db, id)).toEqual(whole);
          }
        } finally {
          await store.close();
        }
      }),
      // A sentence cut at the end of a part, before one that stands close behind it.
      { numRuns: 60, examples: [[[1853948224, 1632485970, 707788945, 1904385601, 0]]] },
    );
  });

  it('keeps its order when rows are put into one place again and again', async () => {
    const store = await opened();
    let whole = bitextOf('1-1 1-1');
    const id = await stored(store, whole);
    for (let i = 0; i < 60; i++) {
      const operation = i % 2 === 0 ? ({ action: 'cut', side: 'source', segment: 1, offset: 1 } as const) : null;
      const text = { action: 'rewrite', side: 'source', segment: 1, text: `a${i} b` } as const;
      for (const edit of [planEdit(whole, operation ?? text)]) {
        const slice = await readSlice(store.db, id, beadsExpected(edit));
        whole = applyEdit(whole, edit) as Bitext;
        await writeSlice(store.db, id, slice, applyEdit(slice, edit) as Bitext, { author: 'a', at: NOW });
      }
    }
    expect(await readBitext(store.db, id)).toEqual(whole);
    expect(whole.source.length).toBe(32);
  });
});

/** One of the edits that the bitext allows, by number; null where that one makes no sense. */
function someEdit(bitext: Bitext, choice: number): Edit | null {
  const bead = bitext.beads[choice % bitext.beads.length];
  const side = choice % 2 === 0 ? 'source' : 'target';
  const segment = bitext[side][choice % bitext[side].length];
  if (!bead || !segment) return null;
  const at = { side, segment: segment.id } as const;
  const operations = [
    { action: 'merge', bead: bead.id },
    { action: 'split', bead: bead.id, ...at },
    { action: 'move', to: 'previous', ...at },
    { action: 'move', to: 'next', ...at },
    { action: 'rewrite', text: `new ${choice}`, ...at },
    { action: 'cut', offset: 1, ...at },
    { action: 'join', ...at },
    { action: 'mark', beads: [bead.id], status: 'confirmed' },
  ] as const;
  try {
    return planEdit(bitext, operations[Math.floor(choice / 7) % operations.length] ?? operations[0]);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

describe('search', () => {
  it('finds titles, beginnings of words without accents, and Chinese', async () => {
    const store = await opened();
    const base = bitextOf('1-1');
    const text = (source: string, target: string): Bitext => ({
      ...base,
      source: base.source.map((segment) => ({ ...segment, text: source })),
      target: base.target.map((segment) => ({ ...segment, text: target })),
    });
    await stored(store, text('The election was held.', 'L’élection a eu lieu.'), 'Votes');
    await stored(store, text('100 % sure', '部长说'), 'Other');
    const titles = async (search: string) =>
      (await listLibrary(store.db, { search, archived: false, doubtBelow: 0.5 })).map((entry) => entry.title);
    expect(await titles('elec')).toEqual(['Votes']);
    expect(await titles('lieu élection')).toEqual(['Votes']);
    expect(await titles('oth')).toEqual(['Other']);
    expect(await titles('部长')).toEqual(['Other']);
    expect(await titles('%')).toEqual(['Other']);
    expect(await titles('"')).toEqual([]);
    expect(await titles('nothing')).toEqual([]);
  });
});
