import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { App } from '../app.ts';
import { findingOf } from '../import-account.ts';
import { type ImportedMemory, importRows } from './import-memory.ts';
import {
  isJsonLines,
  type OpenTable,
  readTable,
  type TableChoice,
  type TableFile,
  type TableShape,
  writeTableRows,
} from './read-table.ts';
import { readUnitRows } from './unit-rows-file.ts';

export { UNIT_COLUMNS, type UnitColumn } from '../../intake/memories/read-unit-table.ts';
export type { OpenTable, TableChoice, TableFile } from './read-table.ts';

/** Whether a file is a table by its name. */
export function isTable(name: string): boolean {
  return /\.(?:csv|tsv|tab|xlsx|jsonl|ndjson)$/iu.test(name);
}

/** Whether a table has columns, of which somebody may say what they are. */
export function hasColumns(name: string): boolean {
  return isTable(name) && !isJsonLines(name);
}

/**
 * Looks a table through: its first rows, and what its columns and languages seem to be.
 * @throws Problem `bad-input` or `unreadable-file` that says where it cannot be read
 */
export function openTable({ pool }: Pick<App, 'pool'>, file: TableFile, signal?: AbortSignal): Promise<OpenTable> {
  return pool.run(readTable, file, { signal });
}

/**
 * Stores a table of translations as a bitext, a row a row, all or nothing. It is read beside the server's thread,
 * which gets its rows some at a time.
 * @param shape what its columns and languages are, where a person says it; what they chose to leave out is not reported then
 * @throws Problem `bad-input` that says which line or column is wrong
 */
export async function importTable(app: App, file: TableFile, shape?: TableChoice): Promise<ImportedMemory> {
  if (shape) checkColumns(shape, file.name);
  const path = join(await app.scratch.folder(), randomUUID());
  try {
    const order = { ...file, path, shape };
    const { tally, letters, leftOut, ...read } = await app.pool.run(writeTableRows, order);
    const { name, title } = file;
    const { from, to } = read.shape;
    const imported = await importRows(app, { name, title, from, to }, readUnitRows(path), {
      tally,
      account: { leftOut: new Map(leftOut), letters },
    });
    return read.shape.doubtful ? { ...imported, findings: [doubtful(name, from, to), ...imported.findings] } : imported;
  } finally {
    await rm(path, { force: true });
  }
}

/** The finding where a table is too short to show its languages. */
function doubtful(name: string, from: string, to: string): Finding {
  const message = msg(
    'The languages were detected from few words: “{from}” and “{to}”. If they are wrong, import the table again and choose them (command line: --from en --to fr).',
    { from, to },
  );
  return findingOf('languages-doubtful', 'warning', name, message);
}

function checkColumns({ columns }: TableShape, name: string): void {
  for (const column of ['source', 'target'] as const) {
    const count = columns.filter((one) => one === column).length;
    if (count === 1) continue;
    throw new Problem(
      'bad-input',
      column === 'source' ? 'Choose one column for the source.' : 'Choose one column for the translation.',
      msg('Chosen so far in {name}: {columns}.', { name, columns: count }),
      'Choose what each column contains.',
    );
  }
}
