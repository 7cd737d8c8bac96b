import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { forgetDeleted } from '../../../src/app/library/keep-deleted.ts';
import { openLibrary } from '../../../src/app/library/library.ts';
import { openSqlite } from '../../../src/store/engine/sqlite-driver.ts';
import { migrationProvider } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const newFile = () => join(mkdtempSync(join(tmpdir(), 'visavis-')), 'v.sqlite');

async function opened(file = newFile()): Promise<App> {
  const app = await openTestApp(file);
  open.push(app);
  return app;
}

describe('copies of deleted bitexts that former versions kept', () => {
  it('go once they are old enough, and nothing else does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
    for (const name of ['bitext-1-x.jsonl.gz', 'bitext-2-x.jsonl.gz', 'before-update-x.sqlite'])
      writeFileSync(join(folder, name), '');
    const old = new Date(Date.now() - 31 * 86_400_000);
    for (const name of ['bitext-1-x.jsonl.gz', 'before-update-x.sqlite']) utimesSync(join(folder, name), old, old);
    await forgetDeleted(folder);
    expect(readdirSync(folder).sort()).toEqual(['before-update-x.sqlite', 'bitext-2-x.jsonl.gz']);
    await forgetDeleted(null);
  });
});

describe('a database of an older version', () => {
  it('is copied before it is changed; a new one and one of this version are not', async () => {
    const file = newFile();
    const old = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    await new Migrator({ db: old, provider: migrationProvider('0010-import-journal') }).migrateToLatest();
    await sql`INSERT INTO person (id, name, updated_at) VALUES ('a', 'Ann', '2026-01-01')`.execute(old);
    await old.destroy();
    expect(existsSync(`${file}-copies`)).toBe(false);
    await (await openStore(file)).close();
    const [copy, ...others] = readdirSync(`${file}-copies`);
    expect(copy).toMatch(/^before-update-0010-import-journal-.*\.sqlite$/u);
    expect(others).toEqual([]);
    const sqlite = openSqlite(join(`${file}-copies`, copy!), { readonly: true });
    expect(sqlite.prepare('SELECT name FROM person').all()).toEqual([{ name: 'Ann' }]);
    expect(sqlite.prepare('SELECT count(*) AS n FROM kysely_migration').get()).toEqual({ n: 10 });
    sqlite.close();
    await (await openStore(file)).close();
    expect(readdirSync(`${file}-copies`)).toEqual([copy]);
  });

  it('is copied whole where a killed program has left half a copy, which is cleared away', async () => {
    const file = newFile();
    const old = new Kysely<never>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    await new Migrator({ db: old, provider: migrationProvider('0010-import-journal') }).migrateToLatest();
    await old.destroy();
    const half = join(`${file}-copies`, 'before-update-0010-import-journal-2026-01-01.sqlite.partial');
    mkdirSync(`${file}-copies`);
    for (const end of ['', '-journal', '-wal']) writeFileSync(`${half}${end}`, 'half of it');
    await (await openStore(file)).close();
    const names = readdirSync(`${file}-copies`);
    expect(names).toEqual([expect.stringMatching(/^before-update-0010-import-journal-.*\.sqlite$/u)]);
    const sqlite = openSqlite(join(`${file}-copies`, names[0]!), { readonly: true });
    expect(sqlite.prepare('PRAGMA quick_check').pluck().all()).toEqual(['ok']);
    sqlite.close();
  });
});

describe('damage in the file of the database', () => {
  it('is found beside the server’s thread and told on the library page', async () => {
    const file = newFile();
    const app = await opened(file);
    await storeBitext(app, bitextOf(Array.from({ length: 3000 }, () => '1-1').join(' ')));
    expect(await app.damage.look()).toBeNull();
    expect((await openLibrary(app, {})).damage).toBeNull();
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(app.store.db);
    const handle = openSync(file, 'r+');
    const { size } = statSync(file);
    for (let at = Math.floor(size / 16384) * 8192; at < size; at += 8192)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, at);
    expect(await app.damage.look()).not.toBeNull();
    expect(app.damage.found()).not.toBeNull();
  });
});
