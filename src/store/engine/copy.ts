import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { storeProblem } from './failure.ts';
import { openSqlite, type SqliteConnection } from './sqlite-driver.ts';

/** Copies a database that may be in use to a new file (SQLite's online backup). */
export async function copyDatabase(from: string, to: string): Promise<void> {
  let sqlite: SqliteConnection;
  try {
    sqlite = openSqlite(from, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw storeProblem(error, from);
  }
  try {
    // SQLite begins a copy anew where others write meanwhile, and might never end: within a reading transaction it copies one moment.
    sqlite.exec('BEGIN');
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    await sqlite.backup(to);
  } catch (error) {
    throw storeProblem(error, to);
  } finally {
    sqlite.close();
  }
}

/**
 * Makes sure that nobody has a database open, and brings into its file what still stands in the log beside it.
 * @throws Problem `store-unavailable` where a program has it open
 */
export function closeDatabase(file: string): void {
  const sqlite = openSqlite(file, { fileMustExist: true, timeout: 500 });
  try {
    // SQLite leaves WAL mode only for the one connection there is.
    sqlite.pragma('journal_mode = DELETE');
  } catch (error) {
    throw storeProblem(error, file);
  } finally {
    sqlite.close();
  }
}

/**
 * Checks that a file is a database of this program and whole.
 * @throws Problem `store-unavailable`
 */
export function checkDatabase(file: string): void {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true });
  try {
    const [result] = sqlite.pragma('quick_check(1)') as { quick_check: string }[];
    const tables = sqlite.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('bitext', 'bead')").get();
    if (result?.quick_check !== 'ok' || (tables as { n: number }).n !== 2) {
      throw new Problem(
        'store-unavailable',
        msg('{file} is not a complete Vis-à-vis database.', { file }),
        verbatim(result?.quick_check ?? ''),
        'Choose another copy.',
      );
    }
  } catch (error) {
    throw error instanceof Problem ? error : storeProblem(error, file);
  } finally {
    sqlite.close();
  }
}
