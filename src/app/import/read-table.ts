import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters, type LetterBalance } from '../../core/text/letters.ts';
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
import { newTally, rowMaker, type UnitTally } from '../../intake/memories/unit-rows.ts';
import type { TranslationUnit } from '../../intake/memories/units.ts';
import { fileRefusals } from '../jobs/file-refusals.ts';
import { work } from '../jobs/work.ts';
import { writeUnitRows } from './unit-rows-file.ts';

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

/** What the columns and languages of a table are, or seem to be. */
export interface TableShape {
  /** Whether the first row is a header. */
  readonly headed: boolean;
  readonly columns: readonly UnitColumn[];
  /** Languages; empty where they cannot be detected. */
  readonly from: string;
  readonly to: string;
  /** Whether a language was told by few words, and may be another. */
  readonly doubtful?: boolean;
}

/** What a person says that they are. */
export interface TableChoice extends TableShape {
  /** Whether they went through all columns: what they chose to leave out need not be reported. */
  readonly complete: boolean;
}

/** A table that was looked through: its first rows, how many there are, and what they seem to be. */
export interface OpenTable extends TableShape {
  readonly name: string;
  readonly title?: string | undefined;
  readonly sample: readonly (readonly string[])[];
  /** Rows, the header among them. */
  readonly rows: number;
  /** What of the file no cell has, with how often it stands in it. */
  readonly leftOut: readonly (readonly [what: string, count: number])[];
}

/** Rows that are shown, and rows by which languages are detected. */
const SHOWN_ROWS = 50;
const SAMPLE_ROWS = 200;

/** The problems of a table that a thread could not read. */
const REFUSALS = fileRefusals({
  refused: msg('Save it as TMX, or split it into parts.'),
  broken: msg('Save it as CSV.'),
});

/** Looks a table through. */
export const readTable = work<TableFile, OpenTable>(
  'read a table',
  { room: 'reading', ...REFUSALS },
  async (_desk, file) => {
    const leftOut = createLeftOut();
    const cells = await cellsIn(file, leftOut);
    return {
      name: file.name,
      title: file.title,
      sample: cells.slice(0, SHOWN_ROWS),
      rows: cells.length,
      leftOut: [...leftOut.parts()],
      ...(await shapeOf(cells, file)),
    };
  },
);

/** A table whose rows shall be written to a file. */
interface TableOrder extends TableFile {
  /** What a person says its columns and languages are; by default what they seem to be. */
  readonly shape?: TableChoice | undefined;
  readonly path: string;
}

/** What is known of a table whose rows have been written. */
interface WrittenTable {
  readonly shape: TableShape;
  readonly tally: UnitTally;
  readonly leftOut: readonly (readonly [what: string, count: number])[];
  readonly letters: LetterBalance;
}

/** Reads a table and writes its rows to a file as the store takes them, some at a time, since a thread must not hand over much at once. */
export const writeTableRows = work<TableOrder, WrittenTable>(
  'write the rows of a table',
  { room: 'reading', ...REFUSALS },
  async (_desk, { path, shape: said, ...file }) => {
    const leftOut = createLeftOut();
    const cells = await cellsIn(file, leftOut);
    const parts = [...leftOut.parts()];
    const shape = said ?? (await shapeOf(cells, file));
    const [from, to] = known(shape, file.name);
    const tally = newTally();
    const rowsOf = rowMaker([from, to], tally);
    const others = createLeftOut();
    const first = shape.headed ? 1 : 0;
    await writeUnitRows(path, function* () {
      for (let at = first; at < cells.length; at += SLICE_ROWS)
        yield rowsOf(unitsOfTable(cells.slice(at, at + SLICE_ROWS), shape.columns, [from, to], others));
    });
    const named = [...parts, ...others.parts()].filter(([what]) => !(said?.complete && COLUMN_NUMBER.test(what)));
    return {
      shape,
      tally,
      leftOut: named.map(([what, count]) => [withName(what, shape.headed ? cells[0] : undefined), count]),
      letters: { read: lettersOf(cells), kept: 0, named: others.letters() + lettersOf(cells.slice(0, first)) },
    };
  },
);

/** Rows that are written at once. */
const SLICE_ROWS = 500;

async function cellsIn({ bytes, name, encoding }: TableFile, leftOut: LeftOut): Promise<string[][]> {
  const text = () => decode(bytes, name, undefined, encoding).text;
  if (isJsonLines(name)) return cellsOfJsonLines(text(), name, leftOut);
  if (!/\.xlsx$/iu.test(name)) return cellsOf(text(), name);
  const { cells, others } = await readSheet(bytes, name);
  for (let i = 0; i < others; i++) leftOut.note('sheet');
  return cells;
}

export function isJsonLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/iu.test(name);
}

async function shapeOf(cells: readonly (readonly string[])[], { name, from, to }: TableFile): Promise<TableShape> {
  const { headed, columns, ...guess } = unitColumns(cells, name);
  const rows = cells.slice(headed ? 1 : 0, SAMPLE_ROWS);
  const sample = unitsOfTable(rows, columns, ['und', 'und'], createLeftOut());
  return { headed, columns, ...(await languagesOf({ from: from ?? guess.from, to: to ?? guess.to }, sample)) };
}

/** The languages of a table: those that are named, else those that its texts show; empty where they show none. */
async function languagesOf(
  named: Pick<TableFile, 'from' | 'to'>,
  sample: readonly TranslationUnit[],
): Promise<Pick<TableShape, 'from' | 'to' | 'doubtful'>> {
  const textOf = (side: 0 | 1) => sample.map(({ variants }) => variants[side]?.text ?? '').join('\n');
  const detected = async (side: 0 | 1) => {
    const { language } = await detectLanguage(textOf(side));
    return language === 'und' ? '' : language;
  };
  const isShort = (side: 0 | 1) => countLetters(textOf(side)) < FEW_LETTERS;
  return {
    from: named.from || (await detected(0)),
    to: named.to || (await detected(1)),
    doubtful: (!named.from && isShort(0)) || (!named.to && isShort(1)),
  };
}

/** Fewer letters of a language's script do not show which one it is. */
const FEW_LETTERS = 60;

/** @throws Problem where languages are missing, or one and the same */
function known({ from, to }: TableShape, name: string): [from: string, to: string] {
  if (from && to && from !== to) return [from, to];
  throw new Problem(
    'bad-input',
    msg('The languages of {name} could not be detected.', { name }),
    msg('They seem to be “{from}” and “{to}”.', { from: from || 'und', to: to || 'und' }),
    'Choose the source and target languages (command line: --from en --to fr).',
  );
}

function lettersOf(cells: readonly (readonly string[])[]): number {
  return cells.reduce((sum, row) => row.reduce((all, cell) => all + countLetters(cell), sum), 0);
}

/** A column without a place, as it is noted. */
const COLUMN_NUMBER = /^column (\d+)$/u;

/** A column by the name that it has in the header. */
function withName(what: string, header: readonly string[] | undefined): string {
  const [, place] = COLUMN_NUMBER.exec(what) ?? [];
  const name = place ? header?.[Number(place) - 1]?.trim() : '';
  return name ? `column “${name}”` : what;
}
