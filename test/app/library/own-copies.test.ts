import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { RETENTION } from '../../../src/app/library/keep-deleted.ts';
import { archiveBitext, deleteForGood, openLibrary } from '../../../src/app/library/library.ts';
import { loadDump } from '../../../src/app/library/load-dump.ts';
import { editBitext } from '../../../src/app/review/edit-bitext.ts';
import { openSqlite } from '../../../src/store/engine/sqlite-driver.ts';
import { migrationProvider } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { readBitext } from '../../../src/store/review/bitext-rows.ts';
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

async function* linesIn(file: string): AsyncGenerator<string> {
  yield* gunzipSync(readFileSync(file)).toString('utf8').split('\n');
}

describe('a bitext that is deleted for good', () => {
  it('is kept as a dump, which brings it back with its history', async () => {
    const app = await opened();
    await storeBitext(app, bitextOf('1-1'), 'another');
    const id = await storeBitext(app, bitextOf('1-1 2-1 0-1'), 'to go');
    await editBitext(app, id, {
      clientId: '11111111-1111-4111-8111-111111111111',
      author: 'ann',
      operation: { action: 'setStatus', beads: [201], status: 'flagged' },
    });
    const before = await readBitext(app.store.db, id);
    await archiveBitext(app, id);
    await (await deleteForGood(app, id)).cleared;
    const [name, ...others] = readdirSync(app.copies!);
    expect(others).toEqual([]);
    expect(name).toMatch(/^bitext-2-.*\.jsonl\.gz$/u);
    const other = await opened();
    await loadDump(other, 'copy', linesIn(join(app.copies!, name!)));
    const { entries } = await openLibrary(other, { archived: true });
    expect(entries.map(({ title }) => title)).toEqual(['to go']);
    expect(await readBitext(other.store.db, id)).toEqual(before);
    const { rows } = await sql`SELECT author FROM edit WHERE bitext_id = ${id}`.execute(other.store.db);
    expect(rows).toEqual([{ author: 'ann' }]);
  });

  it('is kept as long as is said, with no more than so many others', async () => {
    const app = await opened();
    const ids: number[] = [];
    for (let i = 0; i < 3; i++) ids.push(await storeBitext(app, bitextOf('1-1')));
    for (const id of ids) await archiveBitext(app, id);
    await (await deleteForGood(app, ids[0]!)).cleared;
    const [first] = readdirSync(app.copies!);
    const old = new Date(Date.now() - (RETENTION.days + 1) * 86_400_000);
    utimesSync(join(app.copies!, first!), old, old);
    await (await deleteForGood(app, ids[1]!)).cleared;
    expect(readdirSync(app.copies!).map((name) => name.slice(0, 8))).toEqual(['bitext-2']);
  });

  it('of a database in memory is gone', async () => {
    const app = await opened(':memory:');
    const id = await storeBitext(app, bitextOf('1-1'));
    await archiveBitext(app, id);
    expect(app.copies).toBeNull();
    await (await deleteForGood(app, id)).cleared;
    expect((await openLibrary(app, { archived: true })).entries).toEqual([]);
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
