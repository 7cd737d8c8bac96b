import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

/**
 * SQLite with a connection of its own for reading, so that pages are shown
 * while a long import is written: readers see what was committed last, which SQLite's
 * write-ahead log keeps for them. What is to be written waits for its turn.
 */
export class ReadingDialect extends SqliteDialect {
  readonly #databases: readonly [writer: SqliteDatabase, reader: SqliteDatabase];

  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    super({ database: writer });
    this.#databases = [writer, reader];
  }

  override createDriver(): SqliteDriver {
    return new ReadingDriver(...this.#databases);
  }
}

class ReadingDriver extends SqliteDriver {
  readonly #reader: SqliteDriver;

  constructor(writer: SqliteDatabase, reader: SqliteDatabase) {
    super({ database: writer });
    this.#reader = new SqliteDriver({ database: reader });
  }

  override async init(): Promise<void> {
    await super.init();
    await this.#reader.init();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RoutedConnection(() => super.acquireConnection(), this.#reader);
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof RoutedConnection && connection.isWriting()) await super.releaseConnection();
  }

  override async destroy(): Promise<void> {
    await this.#reader.destroy();
    await super.destroy();
  }
}

/** Reads by the reader until something is written, such as `begin`; from then on all is done by the writer. */
class RoutedConnection implements DatabaseConnection {
  readonly #openWriter: () => Promise<DatabaseConnection>;
  readonly #reader: SqliteDriver;
  #writer: DatabaseConnection | null = null;

  constructor(openWriter: () => Promise<DatabaseConnection>, reader: SqliteDriver) {
    this.#openWriter = openWriter;
    this.#reader = reader;
  }

  /** Whether it has the writer, which nobody else can have meanwhile. */
  isWriting(): boolean {
    return this.#writer !== null;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#writer || !/^\s*SELECT\b/iu.test(query.sql)) {
      this.#writer ??= await this.#openWriter();
      return this.#writer.executeQuery<R>(query);
    }
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
}
