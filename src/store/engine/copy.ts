import { msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { isDamage, storeProblem } from './failure.ts';
import { requireKnownVersion } from './migrate.ts';
import { openSqlite, type SqliteConnection } from './sqlite-driver.ts';

/** Copies a database that may be in use to a new file (SQLite's online backup), with what stands in the log beside it. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  let sqlite: SqliteConnection;
  try {
    sqlite = openSqlite(from, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw storeProblem(error, from);
  }
  try {
    // SQLite restarts a copy whenever others write, and might never finish: within a reading transaction it copies one moment.
    sqlite.exec('BEGIN');
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    await sqlite.backup(to);
  } catch (error) {
    throw storeProblem(error, to);
  } finally {
    sqlite.close();
  }
  // With a log beside it, it could not be read where nothing may be written.
  closeDatabase(to);
}

/**
 * Makes sure that nobody has a database open, and brings into its file what still stands in the log beside it. One that is
 * damaged stays as it is, the log too.
 * @throws Problem `store-unavailable` where a program has it open
 */
export function closeDatabase(file: string): void {
  try {
    const sqlite = openSqlite(file, { fileMustExist: true, timeout: 500 });
    try {
      // SQLite leaves WAL mode only for the one connection there is.
      sqlite.pragma('journal_mode = DELETE');
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (!isDamage(error)) throw storeProblem(error, file);
  }
}

/**
 * Checks that a file is a database of this program, whole, and not of a newer version.
 * @throws Problem `store-unavailable`
 */
export async function checkDatabase(file: string): Promise<void> {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true });
  try {
    const damage = damageIn(sqlite);
    const tables = sqlite.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('bitext', 'bead')").get();
    if (damage !== null || (tables as { n: number }).n !== 2) {
      throw new Problem(
        'store-unavailable',
        msg('{file} is not a complete Vis-à-vis database.', { file }),
        verbatim(damage ?? ''),
        'Choose another copy.',
      );
    }
    await requireKnownVersion(sqlite, file);
  } catch (error) {
    throw error instanceof Problem ? error : storeProblem(error, file);
  } finally {
    sqlite.close();
  }
}

/** What SQLite finds wrong in a file, its first words; null where the file is whole. Takes some 4 s of the processor for a gigabyte. */
export function damageOf(file: string): string | null {
  try {
    const sqlite = openSqlite(file, { readonly: true, fileMustExist: true });
    try {
      return damageIn(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return error.message;
    throw storeProblem(error, file);
  }
}

function damageIn(sqlite: SqliteConnection): string | null {
  const [result] = sqlite.pragma('quick_check(1)') as { quick_check: string }[];
  return result?.quick_check === 'ok' ? null : (result?.quick_check ?? '');
}
