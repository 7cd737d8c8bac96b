import { type Kysely, Migrator } from 'kysely';
import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { migrationProvider } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import type { SqliteConnection } from './sqlite-driver.ts';

/**
 * Brings a database to the program's version. Kysely runs migrations on SQLite without a transaction and notes each
 * after it is done. Here all are one, so that a program that is killed in between leaves
 * the database as it was, and of two that open it one waits for the other.
 * @param copyFirst makes a copy of a database before it is changed; gets the version it is at
 * @throws Problem `store-unavailable` where the database is of a newer version, or its rows do not fit one another
 */
export async function migrate(
  sqlite: SqliteConnection,
  db: Kysely<Tables>,
  file: string,
  copyFirst: (version: string) => Promise<void>,
): Promise<void> {
  // Branches take their numbers beforehand: one may be merged after a database has been brought to a higher number.
  const migrator = new Migrator({ db, provider: migrationProvider(), allowUnorderedMigrations: true });
  if (!(await migrator.getMigrations()).some(({ executedAt }) => !executedAt)) {
    const { error } = await migrator.migrateToLatest();
    if (error) throw asProblem(error, file);
    return;
  }
  // A table that others refer to can be rebuilt only this way; within a transaction the pragma does nothing.
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const done = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt);
    // Read past the transaction, by a connection of its own, while nobody else can write.
    if (done.length > 0) await copyFirst(done.at(-1)!.name);
    const { error } = await migrator.migrateToLatest();
    if (error) throw asProblem(error, file);
    checkForeignKeys(sqlite, file);
    sqlite.exec('COMMIT');
  } finally {
    // A failure may have rolled back already.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    sqlite.pragma('foreign_keys = ON');
  }
}

function checkForeignKeys(sqlite: SqliteConnection, file: string): void {
  const broken = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (!broken[0]) return;
  throw new Problem(
    'store-unavailable',
    'The database is damaged.',
    msg('In {file}, rows of “{table}” name rows of “{parent}” that are not there.', {
      file,
      table: broken[0].table,
      parent: broken[0].parent,
    }),
    'Put a backup in its place.',
  );
}

function asProblem(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !/previously executed migration .* is missing/u.test(error.message)) return error;
  return newerVersion(file, error.message, error);
}

/**
 * Checks that a database has nothing that this version does not know; what it lacks will be added.
 * @throws Problem `store-unavailable`
 */
export async function requireKnownVersion(sqlite: SqliteConnection, file: string): Promise<void> {
  const known = Object.keys(await migrationProvider().getMigrations());
  const done = sqlite.prepare('SELECT name FROM kysely_migration ORDER BY name').all() as { name: string }[];
  const unknown = done.filter(({ name }) => !known.includes(name));
  if (unknown[0]) throw newerVersion(file, unknown.map(({ name }) => name).join(', '));
}

function newerVersion(file: string, reason: string, cause?: unknown): Problem {
  return new Problem(
    'store-unavailable',
    msg('The database {file} was made by a newer version of Vis-à-vis.', { file }),
    verbatim(reason),
    'Install that version, or name another database with --db.',
    cause,
  );
}
