import { setTimeout } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDialect, SqliteDriver } from 'kysely';
import { Problem } from '../../core/problem.ts';
import type { ExplainedDatabase } from './explained-database.ts';
import { isBusy } from './failure.ts';

/** How long a writer waits for another process that writes, in ms, and how often it looks. */
const BUSY_TIMEOUT_MS = 10_000;
const BUSY_POLL_MS = 4;

/**
 * SQLite with a connection of its own for reading, so that pages are shown
 * while a long import is written: readers see what was committed last, which SQLite's
 * write-ahead log keeps for them. Writes wait for their turn, without keeping anybody
 * from reading: SQLite's own way of waiting for another process would hold the whole program.
 */
export class StoreDialect extends SqliteDialect {
  readonly #writer: ExplainedDatabase;
  readonly #reader: ExplainedDatabase | null;

  /** @param reader none where there is but one connection, as to a database in memory */
  constructor(writer: ExplainedDatabase, reader: ExplainedDatabase | null) {
    super({ database: writer });
    this.#writer = writer;
    this.#reader = reader;
  }

  override createDriver(): SqliteDriver {
    return new StoreDriver(this.#writer, this.#reader);
  }
}

class StoreDriver extends SqliteDriver {
  readonly #database: ExplainedDatabase;
  readonly #reader: SqliteDriver | null;

  constructor(writer: ExplainedDatabase, reader: ExplainedDatabase | null) {
    super({ database: writer });
    this.#database = writer;
    this.#reader = reader && new SqliteDriver({ database: reader });
  }

  override async init(): Promise<void> {
    await super.init();
    await this.#reader?.init();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RoutedConnection(this.#database, () => super.acquireConnection(), this.#reader);
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof RoutedConnection && connection.isWriting()) await super.releaseConnection();
  }

  /**
   * Takes the right to write at once. A transaction that begins by reading gets it
   * later or not at all: if another process has written meanwhile, SQLite refuses without waiting.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    if (connection instanceof RoutedConnection) connection.expectTransaction();
  }

  /** What SQLite has rolled back itself, as it does on a full disk, needs no rollback; trying it would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction()) this.#database.rollBack();
    if (connection instanceof RoutedConnection) connection.endTransaction();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    if (connection instanceof RoutedConnection) connection.endTransaction();
  }

  override async destroy(): Promise<void> {
    await this.#reader?.destroy();
    await super.destroy();
  }
}

/** Reads by the reader until something is written, such as `begin`; from then on all is done by the writer. */
class RoutedConnection implements DatabaseConnection {
  readonly #database: ExplainedDatabase;
  readonly #openWriter: () => Promise<DatabaseConnection>;
  readonly #reader: SqliteDriver | null;
  #writer: DatabaseConnection | null = null;
  #expectsTransaction = false;

  constructor(database: ExplainedDatabase, openWriter: () => Promise<DatabaseConnection>, reader: SqliteDriver | null) {
    this.#database = database;
    this.#openWriter = openWriter;
    this.#reader = reader;
  }

  /** Whether it has the writer, which nobody else can have meanwhile. */
  isWriting(): boolean {
    return this.#writer !== null;
  }

  expectTransaction(): void {
    this.#expectsTransaction = true;
  }

  endTransaction(): void {
    this.#expectsTransaction = false;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#writer || !this.#reader || !/^\s*SELECT\b/iu.test(query.sql)) return this.#write<R>(query);
    const connection = await this.#reader.acquireConnection();
    try {
      return await connection.executeQuery<R>(query);
    } finally {
      await this.#reader.releaseConnection();
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  async #write<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#writer ??= await this.#openWriter();
    const isInside = this.#database.inTransaction();
    // Else what follows would be stored though what went before it is not.
    if (this.#expectsTransaction && !isInside) {
      throw new Problem('store-unavailable', 'The database has undone the change.', '', 'Try again.');
    }
    return isInside ? this.#writer.executeQuery<R>(query) : retryWhileBusy(() => this.#writer!.executeQuery<R>(query));
  }
}

/** Tries again while another process writes. */
async function retryWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await setTimeout(BUSY_POLL_MS);
    }
  }
}
