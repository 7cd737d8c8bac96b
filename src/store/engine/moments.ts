import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { explained } from './explained-database.ts';
import { openSqliteReader } from './sqlite-driver.ts';

/** Connections that are kept for the next who reads so. */
const MAX_KEPT_CONNECTIONS = 4;

/** Reads that see nothing of what is written in the meantime. */
export interface Moments {
  read<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens reading transactions on a file with a write-ahead log, each on a connection of its own: many may be open at once, and none
 * of them waits for a writer or keeps one waiting.
 */
export function createMoments(file: string): Moments {
  const idle: Kysely<Tables>[] = [];
  let isClosed = false;
  return {
    async read(work) {
      const connection = idle.pop() ?? openReading(file);
      try {
        return await connection.transaction().execute(work);
      } finally {
        if (isClosed || idle.length >= MAX_KEPT_CONNECTIONS) await connection.destroy();
        else idle.push(connection);
      }
    },
    async close() {
      isClosed = true;
      for (const connection of idle.splice(0)) await connection.destroy();
    },
  };
}

/** A connection that can only read. */
export function openReading(file: string): Kysely<Tables> {
  const sqlite = openSqliteReader(file);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: explained(sqlite, file) }) });
}
