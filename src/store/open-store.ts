import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import { explained } from './engine/explained-database.ts';
import { storeProblem } from './engine/failure.ts';
import { requireNoLeftovers } from './engine/leftovers.ts';
import { migrate } from './engine/migrate.ts';
import { createMoments, type Moments, openReading } from './engine/moments.ts';
import { copyBeforeUpdate } from './engine/own-copies.ts';
import { StoreDialect } from './engine/sqlite-dialect.ts';
import { openSqlite, openSqliteReader, type SqliteConnection } from './engine/sqlite-driver.ts';
import type { Tables } from './schema.ts';

/** The database, or a transaction in it: every function of the store takes one. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export interface Store {
  readonly db: Kysely<Tables>;
  /** Runs `work` so that either all of what it writes is stored or none of it. */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Reads as of one moment, of which several statements see the same. Never within a transaction. Where there is but one
   * connection, as to a database in memory, it is read as it goes.
   */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** All that is stored as of one moment, however long it is read and whatever is written meanwhile. */
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** Whether it outlives a power cut as soon as it has ended, as by default; else it does so with the next one that is. */
  readonly isDurable?: boolean;
}

/** To be closed when it has been read. */
export interface Snapshot {
  readonly db: Db;
  close(): Promise<void>;
}

/**
 * Opens the database file, makes it where there is none, and brings it to the
 * program's version, after a copy of it was made.
 * @param file path, or ":memory:"
 * @throws Problem `store-unavailable` where the file cannot be used
 */
export async function openStore(file: string): Promise<Store> {
  const sqlite = openFile(file);
  const writer = explained(sqlite, file);
  let db: Kysely<Tables>;
  let moments: Moments | null = null;
  try {
    const plain = new Kysely<Tables>({ dialect: new SqliteDialect({ database: writer }) });
    await migrate(sqlite, plain, file, (version) => copyBeforeUpdate(file, version));
    // Without the write-ahead log a reader would have to wait for the writer, as it does in memory.
    const isLogged = sqlite.pragma('journal_mode', { simple: true }) === 'wal';
    const reader = isLogged ? explained(openSqliteReader(file), file) : null;
    db = new Kysely<Tables>({ dialect: new StoreDialect(writer, reader) });
    moments = isLogged ? createMoments(file) : null;
    // From here on the dialect waits for others.
    sqlite.pragma('busy_timeout = 0');
  } catch (error) {
    sqlite.close();
    throw storeProblem(error, file);
  }
  return {
    db,
    transaction: (work, { isDurable = true } = {}) => (isDurable ? db.transaction().execute(work) : quick(db, work)),
    read: (work) => (moments ? moments.read(work) : work(db)),
    snapshot: () => openSnapshot(db, file),
    async close() {
      await moments?.close();
      await db.destroy();
    },
  };
}

/** Without waiting for the disk. The connection is this transaction's alone meanwhile, and so is what is set there. */
function quick<T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`PRAGMA synchronous = NORMAL`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`PRAGMA synchronous = FULL`.execute(connection);
    }
  });
}

/** On a connection of its own, so that nobody waits for it; a database in memory has only the one. */
async function openSnapshot(db: Kysely<Tables>, file: string): Promise<Snapshot> {
  const own = file === ':memory:' ? null : openReading(file);
  const transaction = await (own ?? db).startTransaction().execute();
  // SQLite takes the moment of the first read, not of the beginning.
  await sql`SELECT count(*) FROM sqlite_schema`.execute(transaction);
  return {
    db: transaction,
    async close() {
      await transaction.rollback().execute();
      await own?.destroy();
    },
  };
}

function openFile(file: string): SqliteConnection {
  try {
    if (file !== ':memory:') {
      requireNoLeftovers(file);
      mkdirSync(dirname(file), { recursive: true });
    }
    const sqlite = openSqlite(file);
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('foreign_keys = ON');
    // For a new file; twice SQLite's own size makes long imports a tenth quicker.
    sqlite.pragma('page_size = 8192');
    if (!sqlite.readonly) sqlite.pragma('journal_mode = WAL');
    // What is acknowledged has to outlive a power cut: with NORMAL the last seconds of the log might be lost.
    sqlite.pragma('synchronous = FULL');
    return sqlite;
  } catch (error) {
    throw storeProblem(error, file);
  }
}
