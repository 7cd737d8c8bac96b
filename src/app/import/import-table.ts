import { type Message, msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { readSheet } from '../../intake/memories/read-sheet.ts';
import {
  cellsOf,
  type UnitColumn,
  unitColumns,
  unitsOfJsonLines,
  unitsOfTable,
} from '../../intake/memories/read-unit-table.ts';
import type { TranslationUnit } from '../../intake/memories/units.ts';
import type { App } from '../app.ts';
import { work } from '../jobs/work.ts';
import { type ImportedMemory, importUnits } from './import-memory.ts';

export { UNIT_COLUMNS, type UnitColumn } from '../../intake/memories/read-unit-table.ts';

/** A table of translations: CSV, TSV, XLSX or lines of JSON. */
export interface TableFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title?: string | undefined;
}

/** Whether a file is a table by its name. */
export function isTable(name: string): boolean {
  return /\.(?:csv|tsv|tab|xlsx|jsonl|ndjson)$/iu.test(name);
}

/** Whether a table has columns, of which somebody may say what they are. */
export function hasColumns(name: string): boolean {
  return isTable(name) && !isJsonLines(name);
}

function isJsonLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/iu.test(name);
}

/** A table with columns that has been read, and what its columns and languages are or seem to be. */
export interface OpenTable {
  readonly name: string;
  readonly title?: string | undefined;
  readonly cells: readonly (readonly string[])[];
  /** Whether the first row is a header. */
  readonly headed: boolean;
  readonly columns: readonly UnitColumn[];
  /** Languages; empty where they cannot be told. */
  readonly from: string;
  readonly to: string;
}

/**
 * Reads a table and finds out what its columns and languages are.
 * @throws Problem `bad-input` or `unreadable-file` that says where it cannot be read
 */
export function openTable({ pool }: Pick<App, 'pool'>, file: TableFile, signal?: AbortSignal): Promise<OpenTable> {
  return pool.run(readTable, file, { signal });
}

/** What is said of a table that a thread could not read. */
const REFUSALS = {
  refused: ({ name }: TableFile, why: Message) =>
    new Problem(
      'too-large',
      msg('“{name}” is too much to read.', { name }),
      why,
      'Save it as TMX, or split it into parts.',
    ),
  broken: ({ name }: TableFile, reason: string) =>
    new Problem('unreadable-file', msg('“{name}” cannot be read.', { name }), verbatim(reason), 'Save it as CSV.'),
};

export const readTable = work<TableFile, OpenTable>('read a table', { room: 'reading', ...REFUSALS }, (_desk, file) =>
  tableIn(file),
);

async function tableIn({ bytes, name, title, from, to }: TableFile): Promise<OpenTable> {
  const cells = /\.xlsx$/iu.test(name) ? (await readSheet(bytes, name)).cells : cellsOf(decode(bytes, name).text, name);
  const guess = unitColumns(cells, name);
  const sample = unitsOfTable(cells.slice(guess.headed ? 1 : 0, SAMPLE), guess.columns, 'und', 'und');
  const told = await languagesOf({ from: from ?? guess.from, to: to ?? guess.to }, sample);
  return { name, title, cells, headed: guess.headed, columns: guess.columns, ...told };
}

/** Rows by which languages are told. */
const SAMPLE = 200;

/**
 * Stores a table of translations as a bitext, a row a row, all or nothing.
 * @throws Problem `bad-input` that says which line or column is wrong
 */
export async function importTable(app: App, file: TableFile): Promise<ImportedMemory> {
  const { name } = file;
  if (!isJsonLines(name)) return importOpenTable(app, await openTable(app, file));
  const { units, ...languages } = await app.pool.run(readUnitLines, file);
  return importUnits(app, { ...file, ...languages }, units);
}

/** The units of a file of JSON lines, and their languages. */
export const readUnitLines = work<TableFile, Languages & { readonly units: TranslationUnit[] }>(
  'read units from lines of JSON',
  { room: 'reading', ...REFUSALS },
  async (_desk, file) => {
    const { text } = decode(file.bytes, file.name);
    const sample = unitsOfJsonLines(text.slice(0, 20_000).replace(/\n[^\n]*$/u, ''), file.name, 'und', 'und');
    const { from, to } = known(await languagesOf(file, sample), file.name);
    return { from, to, units: unitsOfJsonLines(text, file.name, from, to) };
  },
);

/**
 * Stores a table that has been read, as its columns are said to be.
 * @throws Problem `bad-input` where the columns or languages cannot be
 */
export async function importOpenTable(app: App, table: OpenTable): Promise<ImportedMemory> {
  const { name, title, cells, headed, columns } = table;
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
  const { from, to } = known(table, name);
  return importUnits(app, { name, title, from, to }, unitsOfTable(cells.slice(headed ? 1 : 0), columns, from, to));
}

interface Languages {
  readonly from: string;
  readonly to: string;
}

/** The languages of a table: those that are named, else those that its texts show; empty where they show none. */
async function languagesOf(
  named: Pick<TableFile, 'from' | 'to'>,
  sample: readonly TranslationUnit[],
): Promise<Languages> {
  const told = async (side: 0 | 1) => {
    const { language } = await detectLanguage(sample.map(({ variants }) => variants[side]?.text ?? '').join('\n'));
    return language === 'und' ? '' : language;
  };
  return { from: named.from || (await told(0)), to: named.to || (await told(1)) };
}

/** @throws Problem where languages are missing, or one and the same */
function known({ from, to }: Languages, name: string): Languages {
  if (from && to && from !== to) return { from, to };
  throw new Problem(
    'bad-input',
    msg('The languages of {name} could not be detected.', { name }),
    msg('They seem to be “{from}” and “{to}”.', { from: from || 'und', to: to || 'und' }),
    'Choose the source and target languages (command line: --from en --to fr).',
  );
}
