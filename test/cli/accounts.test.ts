import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/engine/sqlite-driver.ts';
import { migrationProvider } from '../../src/store/migrations/index.ts';
import { folder, visavis } from '../support/cli.ts';

const database = join(folder, 'desk.sqlite');
const user = (...args: string[]) => visavis('user', ...args, '--db', database);

describe('accounts on the command line', () => {
  it('come to a database of the version before, which keeps what it has, with a copy of it', async () => {
    const before = openSqlite(database);
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: before }) });
    await new Migrator({ db, provider: migrationProvider('0061-term-rules') }).migrateToLatest();
    await sql`INSERT INTO person VALUES ('0b1', 'Somebody before', '2026-01-01')`.execute(db);
    await db.destroy();
    const { status, stdout } = user(
      'add',
      'Ida@News.example',
      'Ida Holm',
      '--role',
      'reviser',
      '--address',
      'https://d.example/',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^https:\/\/d\.example\/welcome\/[\w-]{43}\n$/u);
    const now = openSqlite(database);
    const names = now.prepare('SELECT name FROM person ORDER BY name').all();
    now.close();
    expect(names).toEqual([{ name: 'Ida Holm' }, { name: 'Somebody before' }]);
    expect(existsSync(`${database}-copies`)).toBe(true);
    expect(readdirSync(`${database}-copies`).join()).toContain('0061-term-rules');
  });

  it('are added, listed, given roles and disabled; the last administrator is kept', () => {
    expect(user('add', 'tom@news.example', 'Tom Reed').status).toBe(0);
    expect(user('add', 'TOM@news.example', 'Tom Again').stderr).toContain('tom@news.example has an account already.');
    expect(user('list').stdout).toBe(
      'ida@news.example\tIda Holm\treviser,administrator\tinvited\t\ntom@news.example\tTom Reed\ttranslator\tinvited\t\n',
    );
    expect(user('roles', 'tom@news.example', '--role', 'reader', '--role', 'terminologist').status).toBe(0);
    expect(user('roles', 'tom@news.example', '--role', 'king').status).toBe(2);
    expect(user('disable', 'ida@news.example').stderr).toContain('This is the last administrator.');
    expect(user('disable', 'tom@news.example').status).toBe(0);
    expect(user('list').stdout).toContain('Tom Reed\treader,terminologist\tdisabled\t');
    expect(visavis('sessions', 'flush', '--db', database).stderr).toContain('0 sessions were ended.');
  });

  it('are in no dump', () => {
    const { status, stdout } = visavis('dump', '--db', database);
    expect(status).toBe(0);
    expect(stdout).toContain('Somebody before');
    expect(stdout).not.toMatch(/news\.example|"table":"(?:account|session|audit)/u);
  });
});
