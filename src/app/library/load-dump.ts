import { type Message, msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { DUMPED_TABLES, type DumpedTable, insertRows, isEmpty, raiseNumbers } from '../../store/engine/dump.ts';
import type { Db } from '../../store/open-store.ts';
import { faultyBitexts } from '../../store/review/faults.ts';
import { deleteEmptied, deleteSomeRows, halfWrittenBitexts, unfinishedBitexts } from '../../store/staging.ts';
import type { App } from '../app.ts';
import { DUMP_VERSION } from './dump.ts';
import { settleLoadedTrash } from './trash/move.ts';

/** Rows stored at once. */
const CHUNK_ROWS = 200;

/**
 * Loads a dump into an empty database, all of it or nothing.
 * @returns how many rows it had
 * @throws Problem `bad-request` where the database is not empty, `bad-input` with the line where the dump is none or
 *   incomplete, or where its rows do not make whole bitexts
 */
export async function loadDump(app: App, name: string, lines: AsyncIterable<string>): Promise<number> {
  return app.store.transaction(async (tx) => {
    if (!(await isEmpty(tx))) {
      throw new Problem('bad-request', 'The database is not empty.', '', 'Name a new one with --db.');
    }
    const count = await loadRows(tx, name, lines);
    await settleLoadedTrash(tx);
    // What was on its way in or out when the dump was made.
    for (const id of await unfinishedBitexts(tx, app.leases.id)) {
      while (await deleteSomeRows(tx, id));
      await deleteEmptied(tx, id);
    }
    for (const id of await halfWrittenBitexts(tx)) while (await deleteSomeRows(tx, id));
    const [wrong] = await faultyBitexts(tx);
    if (wrong)
      throw notLoaded(name, msg('Bitext {bitext}: {fault}.', { bitext: String(wrong.bitext), fault: wrong.fault }));
    return count;
  });
}

async function loadRows(tx: Db, name: string, lines: AsyncIterable<string>): Promise<number> {
  let number = 0;
  let count = 0;
  let isComplete = false;
  let waiting: Waiting | null = null;
  let last: unknown;
  const flush = async () => {
    if (!waiting) return;
    const { table, rows } = waiting;
    waiting = null;
    await insertRows(tx, table, rows).catch((error: unknown) => {
      throw notLoaded(
        name,
        inLine(
          number,
          msg('The rows of “{table}” before it do not fit the others: {reason}', { table, reason: wordsOf(error) }),
        ),
      );
    });
  };
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const entry = parsed(line);
    if (!entry) throw notLoaded(name, inLine(number, msg('This line is not valid JSON.')));
    if (number === 1) {
      checkHeader(name, entry);
      last = entry['last'];
      continue;
    }
    if ('rows' in entry) {
      isComplete = entry['rows'] === count;
      continue;
    }
    const table = DUMPED_TABLES.find((each) => each === entry['table']);
    const row = entry['row'];
    if (!table || !isRecord(row)) throw notLoaded(name, inLine(number, msg('It has no known table or no row.')));
    const columns = Object.keys(row).join();
    if (waiting && (waiting.table !== table || waiting.columns !== columns || waiting.rows.length >= CHUNK_ROWS)) {
      await flush();
    }
    waiting ??= { table, columns, rows: [] };
    waiting.rows.push(row);
    count += 1;
  }
  await flush();
  if (!isComplete) {
    throw notLoaded(name, inLine(number, msg('The last line is missing, or does not fit: the dump is incomplete.')));
  }
  // Those of earlier versions do not say which numbers were given.
  if (isRecord(last)) await raiseNumbers(tx, last as Record<string, number>);
  return count;
}

/** Rows of one table with the same columns. */
interface Waiting {
  readonly table: DumpedTable;
  readonly columns: string;
  readonly rows: Record<string, unknown>[];
}

function checkHeader(name: string, { format, version }: Record<string, unknown>): void {
  if (format !== 'visavis') throw notLoaded(name, inLine(1, msg('It does not say that it is a dump of Vis-à-vis.')));
  if (version !== DUMP_VERSION) {
    const versions = { version: String(version), ours: String(DUMP_VERSION) };
    throw notLoaded(name, inLine(1, msg('Its version is {version}; {ours} is read.', versions)));
  }
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inLine(number: number, fault: Message): Message {
  return msg('Line {line}: {fault}', { line: String(number), fault });
}

function notLoaded(name: string, detail: Message): Problem {
  return new Problem(
    'bad-input',
    msg('{name} could not be loaded.', { name }),
    detail,
    'Nothing was changed. Create the dump again with “visavis dump”.',
  );
}
