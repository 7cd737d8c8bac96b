import { Kysely, SqliteDialect } from 'kysely';
import { explained } from './engine/explained-database.ts';
import { storeProblem } from './engine/failure.ts';
import { openSqliteReader, type SqliteConnection } from './engine/sqlite-driver.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';

/** A database that is only read. */
export interface Reader {
  readonly store: Store;
  /** Reads in one state of the database, whatever is written meanwhile. Not to be used twice at once. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Opens a database that another connection has brought to the program's version. Any number of
 * readers may be open; SQLite's write-ahead log lets none of them wait.
 * @throws Problem `store-unavailable` where the file cannot be read
 */
export function openReader(file: string): Reader {
  let sqlite: SqliteConnection;
  try {
    sqlite = openSqliteReader(file);
  } catch (error) {
    throw storeProblem(error, file);
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: explained(sqlite, file) }) });
  return {
    store: {
      db,
      transaction: (work) => db.transaction().execute(work),
      // Work is done in a snapshot already.
      read: (work) => work(db),
      snapshot: async () => ({ db, close: async () => {} }),
      close: () => db.destroy(),
    },
    async snapshot(work) {
      sqlite.exec('BEGIN');
      try {
        return await work();
      } finally {
        sqlite.exec('ROLLBACK');
      }
    },
  };
}
