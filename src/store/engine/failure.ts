import { type Message, msg, wordsOf } from '../../core/message.ts';
import { Problem, type ProblemCode } from '../../core/problem.ts';
import { isSqliteError } from './sqlite-driver.ts';

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

/** Whether a file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : error;
  return isSqliteError(cause) && /^SQLITE_(?:CORRUPT|NOTADB)/u.test(cause.code);
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
