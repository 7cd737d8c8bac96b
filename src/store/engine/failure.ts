import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { type Message, msg, wordsOf } from '../../core/message.ts';
import { Problem, type ProblemCode } from '../../core/problem.ts';
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
  return new Problem(problem, title, msg('Database: {file}. {reason}', { file, reason: wordsOf(error) }), hint, error);
}

/** Whether another process has what was asked for, so that it can be had later. */
export function isBusy(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : error;
  return isSqliteError(cause) && cause.code.startsWith('SQLITE_BUSY');
}

/** By how SQLite's or the system's code of an error begins. */
const MEANINGS: readonly (readonly [code: string, problem: ProblemCode, title: Message, hint: Message])[] = [
  [
    'SQLITE_READONLY',
    'store-unavailable',
    msg('The database cannot be written to.'),
    msg('Give the file and its folder write permission, or name another database with --db.'),
  ],
  ['SQLITE_FULL', 'store-full', msg('The disk is full; nothing was changed.'), msg('Free some space and try again.')],
  [
    'SQLITE_IOERR',
    'store-unavailable',
    msg('The disk refused to read or write the database.'),
    msg('Check the disk and try again; nothing was half written.'),
  ],
  [
    'SQLITE_CANTOPEN',
    'store-unavailable',
    msg('The database cannot be opened.'),
    msg('Check that the folder exists and may be written to, or name another database with --db.'),
  ],
  [
    'SQLITE_NOTADB',
    'store-unavailable',
    msg('The file is not a database of Vis-à-vis.'),
    msg('Name another file with --db.'),
  ],
  ['SQLITE_CORRUPT', 'store-unavailable', msg('The database is damaged.'), msg('Put a backup in its place.')],
  [
    'SQLITE_BUSY',
    'store-unavailable',
    msg('The database is in use by another program.'),
    msg('Wait a moment and try again.'),
  ],
  [
    'EACCES',
    'store-unavailable',
    msg('The database folder cannot be used.'),
    msg('Give it write permission, or name another database with --db.'),
  ],
  [
    'EROFS',
    'store-unavailable',
    msg('The database folder cannot be written to.'),
    msg('Name another database with --db.'),
  ],
  ['ENOSPC', 'store-full', msg('The disk is full; nothing was changed.'), msg('Free some space and try again.')],
];

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
