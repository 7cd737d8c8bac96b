import { type Message, msg, verbatim } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters } from '../../core/text/letters.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { createLeftOut, type LeftOut } from '../../intake/memories/left-out.ts';
import { readSheet } from '../../intake/memories/read-sheet.ts';
import {
  cellsOf,
  cellsOfJsonLines,
  type UnitColumn,
  unitColumns,
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
  /** Of its text, where a person has named it. */
  readonly encoding?: string | undefined;
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
  /** Languages; empty where they cannot be detected. */
  readonly from: string;
  readonly to: string;
  /** What of the file no cell has, with how often it stands in it. */
  readonly leftOut: readonly (readonly [what: string, count: number])[];
  /** Whether a person said what each column is: what they chose to leave out need not be reported. */
  readonly chosen?: boolean;
}

/**
 * Reads a table and finds out what its columns and languages are.
 * @throws Problem `bad-input` or `unreadable-file` that says where it cannot be read
 */
export function openTable({ pool }: Pick<App, 'pool'>, file: TableFile, signal?: AbortSignal): Promise<OpenTable> {
  return pool.run(readTable, file, { signal });
}

/** The problems of a table that a thread could not read. */
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

async function tableIn({ bytes, name, title, from, to, encoding }: TableFile): Promise<OpenTable> {
  const leftOut = createLeftOut();
  const cells = await cellsIn(bytes, name, leftOut, encoding);
  const guess = unitColumns(cells, name);
  const rows = cells.slice(guess.headed ? 1 : 0, SAMPLE_ROWS);
  const sample = unitsOfTable(rows, guess.columns, ['und', 'und'], createLeftOut());
  const languages = await languagesOf({ from: from ?? guess.from, to: to ?? guess.to }, sample);
  const { headed, columns } = guess;
  return { name, title, cells, headed, columns, leftOut: [...leftOut.parts()], ...languages };
}

async function cellsIn(bytes: Uint8Array, name: string, leftOut: LeftOut, encoding?: string): Promise<string[][]> {
  const text = () => decode(bytes, name, undefined, encoding).text;
  if (isJsonLines(name)) return cellsOfJsonLines(text(), name, leftOut);
  if (!/\.xlsx$/iu.test(name)) return cellsOf(text(), name);
  const { cells, others } = await readSheet(bytes, name);
  for (let i = 0; i < others; i++) leftOut.note('sheet');
  return cells;
}

/** Rows by which languages are detected. */
const SAMPLE_ROWS = 200;

/**
 * Stores a table of translations as a bitext, a row a row, all or nothing.
 * @throws Problem `bad-input` that says which line or column is wrong
 */
export async function importTable(app: App, file: TableFile): Promise<ImportedMemory> {
  return importOpenTable(app, await openTable(app, file));
}

/**
 * Stores a table that has been read, with its columns as given.
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
  const leftOut = createLeftOut();
  const units = unitsOfTable(cells.slice(headed ? 1 : 0), columns, [from, to], leftOut);
  const header = headed ? lettersOf(cells.slice(0, 1)) : 0;
  return importUnits(app, { name, title, from, to }, units, {
    leftOut: new Map(
      [...table.leftOut, ...leftOut.parts()]
        .filter(([what]) => !(table.chosen && COLUMN_NUMBER.test(what)))
        .map(([what, count]) => [withName(what, table), count]),
    ),
    letters: { read: lettersOf(cells), kept: 0, named: leftOut.letters() + header },
  });
}

function lettersOf(cells: OpenTable['cells']): number {
  return cells.reduce((sum, row) => row.reduce((all, cell) => all + countLetters(cell), sum), 0);
}

/** A column without a place, as it is noted. */
const COLUMN_NUMBER = /^column (\d+)$/u;

/** A column by the name that it has in the header. */
function withName(what: string, { cells, headed }: OpenTable): string {
  const [, place] = COLUMN_NUMBER.exec(what) ?? [];
  const name = headed && place ? cells[0]?.[Number(place) - 1]?.trim() : '';
  return name ? `column “${name}”` : what;
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
  const detected = async (side: 0 | 1) => {
    const { language } = await detectLanguage(sample.map(({ variants }) => variants[side]?.text ?? '').join('\n'));
    return language === 'und' ? '' : language;
  };
  return { from: named.from || (await detected(0)), to: named.to || (await detected(1)) };
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
