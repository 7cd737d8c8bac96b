import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type SQLite from 'better-sqlite3';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** A connection to a database file, of whichever driver this Node runs. */
export type SqliteConnection = SQLite.Database;

/**
 * Opens a database file with the driver that fits this Node.
 * @param file path, or ":memory:"
 * @throws Problem `store-unavailable` where no such driver is installed; SQLite's own error where the file cannot be opened
 */
export function openSqlite(file: string, options: SQLite.Options = {}): SqliteConnection {
  driver ??= loadDriver();
  return new driver(file, options);
}

/** KB that a connection keeps of a file that it reads, of the 16,000 that it might: many are open, and what one has read stays with the system. */
const READER_CACHE_KB = 4000;

/** Opens a database file that is only read. */
export function openSqliteReader(file: string): SqliteConnection {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true });
  sqlite.pragma(`cache_size = -${READER_CACHE_KB}`);
  return sqlite;
}

/** Whether SQLite itself refused, with a `code` such as "SQLITE_FULL". */
export function isSqliteError(error: unknown): error is InstanceType<SQLite.SqliteError> {
  return driver !== null && error instanceof driver.SqliteError;
}

/**
 * Which driver a version of Node runs. Version 13 is made for Node-API 10, which came with 22.14: an older Node crashes
 * as it is loaded. Version 12 aborts now and then from Node 24.19 on. `install-driver.mjs` decides the same.
 */
export function driverFor(nodeVersion: string): 'better-sqlite3-12' | 'better-sqlite3-13' {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? 'better-sqlite3-13' : 'better-sqlite3-12';
}

let driver: typeof SQLite | null = null;

/** The package's own folder, seen from `src` and from `dist` alike. */
const PACKAGE_ROOT = new URL('../../../', import.meta.url);

function loadDriver(): typeof SQLite {
  const name = driverFor(process.versions.node);
  const causes = new Set<string>();
  for (const place of placesOf(name)) {
    try {
      return requireDriver(place, name);
    } catch (error) {
      // The first line says it; Node appends who required what.
      causes.add(String(error instanceof Error ? error.message : error).split('\n')[0] ?? '');
    }
  }
  throw new Problem(
    'store-unavailable',
    'The SQLite driver for this version of Node is not installed.',
    msg('Node {version} needs {name}. {reason}', {
      version: process.versions.node,
      name,
      reason: [...causes].join(' '),
    }),
    msg('Run: node "{script}"', {
      script: fileURLToPath(new URL('src/store/engine/install-driver.mjs', PACKAGE_ROOT)),
    }),
  );
}

/** Where a driver may stand: version 13 beside the other packages, either where `install-driver.mjs` puts it. */
function placesOf(name: string): URL[] {
  const own = new URL(`node_modules/.drivers/${name}/package.json`, PACKAGE_ROOT);
  return name === 'better-sqlite3-13' ? [new URL('package.json', PACKAGE_ROOT), own] : [own];
}

/** Required, not imported, so that commands without a database need no driver, and a wrong version is not even loaded. */
function requireDriver(place: URL, name: string): typeof SQLite {
  const require = createRequire(place);
  const { version }: { version: string } = require('better-sqlite3/package.json');
  if (!name.endsWith(`-${version.split('.')[0]}`)) throw new Error(`better-sqlite3 ${version} is installed.`);
  const found: typeof SQLite = require('better-sqlite3');
  // The compiled part is loaded with the first database.
  new found(':memory:').close();
  return found;
}
