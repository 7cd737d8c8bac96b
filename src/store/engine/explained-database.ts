import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { storeProblem } from './failure.ts';
import type { SqliteConnection } from './sqlite-driver.ts';

/** Statements that are kept prepared, and their letters at most: those with lists are long, and have a form for each length. */
const MAX_STATEMENTS = 200;

const MAX_STATEMENT_LENGTH = 2000;

/** A database whose failures are problems that a person can act on. */
export interface ExplainedDatabase extends SqliteDatabase {
  /** Whether a transaction is open; SQLite may have ended one on its own. */
  inTransaction(): boolean;
  rollBack(): void;
}

export function explained(sqlite: SqliteConnection, file: string): ExplainedDatabase {
  const named = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw storeProblem(error, file);
    }
  };
  // Preparing takes as long as many a query; what was prepared once serves again.
  const known = new Map<string, SqliteStatement>();
  return {
    close: () => {
      sqlite.close();
    },
    inTransaction: () => sqlite.inTransaction,
    rollBack: () => {
      sqlite.exec('ROLLBACK');
    },
    prepare: (statement: string) => {
      const found = known.get(statement);
      if (found) return found;
      const prepared = named(() => sqlite.prepare(statement));
      const explainedStatement = {
        reader: prepared.reader,
        all: (parameters: readonly unknown[]) => named(() => prepared.all(parameters)),
        run: (parameters: readonly unknown[]) => named(() => prepared.run(parameters)),
        iterate: (parameters: readonly unknown[]) => prepared.iterate(parameters) as IterableIterator<unknown>,
      };
      // SQLite carries out some pragmas as it prepares them.
      if (statement.length <= MAX_STATEMENT_LENGTH && !/^\s*PRAGMA\b/iu.test(statement)) {
        if (known.size >= MAX_STATEMENTS) known.clear();
        known.set(statement, explainedStatement);
      }
      return explainedStatement;
    },
  };
}
