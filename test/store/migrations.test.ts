import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/engine/sqlite-driver.ts';
import { MIGRATIONS, migrationProvider } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readBitext } from '../../src/store/review/bitext-rows.ts';
import { bitextOf } from '../support/bitexts.ts';
import { newFolder, storeRows, storesOfTests } from '../support/stores.ts';

const opened = storesOfTests();

describe('migrations', () => {
  const versions = Object.keys(MIGRATIONS);

  it.each([null, ...versions])('lead from version %s to the newest and keep what is stored', async (version) => {
    const file = join(newFolder(), 'old.sqlite');
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    if (version) {
      await new Migrator({ db, provider: migrationProvider(version) }).migrateToLatest();
    }
    await db.destroy();
    const store = await opened(file);
    expect(await readBitext(store.db, await storeRows(store, bitextOf('1-1')))).toMatchObject({ sourceLanguage: 'en' });
  });

  it('are done all or not at all, so that one that broke off can be tried again', async () => {
    const file = join(newFolder(), 'half.sqlite');
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
    expect(await readBitext(store.db, await storeRows(store, bitextOf('1-1')))).toMatchObject({ sourceLanguage: 'en' });
  });

  it('are made up for where one was merged after a later one had been done', async () => {
    const file = join(newFolder(), 'unordered.sqlite');
    await (await openStore(file)).close();
    const sqlite = openSqlite(file);
    sqlite.exec("ALTER TABLE edit DROP COLUMN revises; DELETE FROM kysely_migration WHERE name LIKE '0077-%'");
    sqlite.close();
    const { db } = await opened(file);
    expect(await db.selectFrom('edit').select('revises').execute()).toEqual([]);
  });

  it('refuse a database that a newer version has made', async () => {
    const file = join(newFolder(), 'new.sqlite');
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
