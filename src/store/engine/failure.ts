import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { Problem } from '../../core/problem.ts';
import { isSqliteError, type SqliteConnection } from './sqlite-driver.ts';

/** Statements that are kept prepared, and their letters at most: those with lists are long, and have a form for each length. */
const MOST_KNOWN = 200;
const LONGEST_KNOWN = 2000;

/** A database whose failures are problems that a person can act on. */
export interface ExplainedDatabase extends SqliteDatabase {
  /** Whether a transaction is open; SQLite may have ended one by itself. */
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
      if (statement.length <= LONGEST_KNOWN) {
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(statement, explainedStatement);
      }
      return explainedStatement;
    },
  };
}

/** What an error of SQLite means for the person at the screen; other errors come back as they are. */
export function storeProblem(error: unknown, file: string): unknown {
  const code = isSqliteError(error) || isSystemError(error) ? String(error.code) : '';
  const found = MEANINGS.find(([start]) => code.startsWith(start));
  if (!found) return error;
  const [, problem, title, hint] = found;
  return new Problem(
    problem,
    title,
    `The database is ${file}. ${error instanceof Error ? error.message : ''}`.trim(),
    hint,
    error,
  );
}

/** Whether another process has what was asked for, so that it can be had later. */
export function isBusy(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : error;
  return isSqliteError(cause) && cause.code.startsWith('SQLITE_BUSY');
}

const MEANINGS = [
  [
    'SQLITE_READONLY',
    'store-unavailable',
    'The database cannot be written to.',
    'Give the file and its folder write permission, or name another database with --db.',
  ],
  ['SQLITE_FULL', 'store-full', 'The disk is full; nothing was changed.', 'Free some space and try again.'],
  [
    'SQLITE_IOERR',
    'store-unavailable',
    'The disk refused to read or write the database.',
    'Check the disk and try again; nothing was half written.',
  ],
  [
    'SQLITE_CANTOPEN',
    'store-unavailable',
    'The database cannot be opened.',
    'Check that the folder exists and may be written to, or name another database with --db.',
  ],
  ['SQLITE_NOTADB', 'store-unavailable', 'The file is not a database of Vis-à-vis.', 'Name another file with --db.'],
  ['SQLITE_CORRUPT', 'store-unavailable', 'The database is damaged.', 'Put a backup in its place.'],
  ['SQLITE_BUSY', 'store-unavailable', 'The database is in use by another program.', 'Wait a moment and try again.'],
  [
    'EACCES',
    'store-unavailable',
    'The database folder cannot be used.',
    'Give it write permission, or name another database with --db.',
  ],
  ['EROFS', 'store-unavailable', 'The database folder cannot be written to.', 'Name another database with --db.'],
  ['ENOSPC', 'store-full', 'The disk is full; nothing was changed.', 'Free some space and try again.'],
] as const;

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
