import { Problem } from '../../core/problem.ts';
import { DUMPED, type DumpedTable, insertRows, isEmpty, rowsOfTable } from '../../store/engine/dump.ts';
import type { App } from '../app.ts';

/** The version of the dump: it grows with every change of what a line means. */
export const DUMP_VERSION = 1;

/**
 * Everything that is stored, a line of JSON each: first what it is, then
 * `{"table": …, "row": {…}}` for every row, at last how many there were.
 */
export async function* dump(app: App): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'visavis', version: DUMP_VERSION, at: app.now() })}\n`;
  let count = 0;
  for (const table of DUMPED) {
    for await (const rows of rowsOfTable(app.store.db, table)) {
      count += rows.length;
      yield rows.map((row) => `${JSON.stringify({ table, row })}\n`).join('');
    }
  }
  yield `${JSON.stringify({ rows: count })}\n`;
}

/** Rows stored at once. */
const CHUNK = 200;

/**
 * Brings a dump into an empty database, all of it or nothing.
 * @returns how many rows it had
 * @throws Problem `bad-request` where the database is not empty, `bad-input` with the line where the dump is none or incomplete
 */
export async function undump(app: App, name: string, lines: AsyncIterable<string>): Promise<number> {
  if (!(await isEmpty(app.store.db))) {
    throw new Problem('bad-request', 'The database is not empty.', '', 'Name a new one with --db.');
  }
  return app.store.transaction(async (tx) => {
    let number = 0;
    let count = 0;
    let ended = false;
    let waiting: { table: DumpedTable; rows: Record<string, unknown>[] } | null = null;
    const flush = async () => {
      if (!waiting) return;
      const { table, rows } = waiting;
      waiting = null;
      await insertRows(tx, table, rows).catch((error: unknown) => {
        throw wrong(name, number, `The rows of “${table}” before it do not fit the others: ${String(error)}`);
      });
    };
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const said = parsed(line);
      if (!said) throw wrong(name, number, 'It is no line of JSON.');
      if (number === 1) {
        if (said['format'] !== 'visavis') throw wrong(name, number, 'It does not say that it is a dump of Vis-à-vis.');
        if (said['version'] !== DUMP_VERSION)
          throw wrong(name, number, `Its version is ${String(said['version'])}; ${DUMP_VERSION} is read.`);
        continue;
      }
      if ('rows' in said) {
        ended = said['rows'] === count;
        continue;
      }
      const table = DUMPED.find((each) => each === said['table']);
      const { row } = said;
      if (!table || typeof row !== 'object' || row === null)
        throw wrong(name, number, 'It names no table or has no row.');
      if (waiting && (waiting.table !== table || waiting.rows.length >= CHUNK)) await flush();
      waiting ??= { table, rows: [] };
      waiting.rows.push(row as Record<string, unknown>);
      count += 1;
    }
    await flush();
    if (!ended) throw wrong(name, number, 'Its last line is missing, or does not fit: the dump is incomplete.');
    return count;
  });
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function wrong(name: string, line: number, detail: string): Problem {
  return new Problem(
    'bad-input',
    `${name} cannot be brought in.`,
    `Line ${line}: ${detail}`,
    'Nothing was stored. Make the dump again with “visavis dump”.',
  );
}
