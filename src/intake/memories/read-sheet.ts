import { msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { checkWidth } from '../table-rows.ts';
import { unpackedEntries } from '../zip.ts';

/** The cells of a workbook's first sheet, by row. */
export interface Sheet {
  readonly cells: string[][];
  /** How many sheets are left out. */
  readonly others: number;
}

/**
 * The cells of a workbook's first sheet. How far its cells reach is looked up
 * first: the table that is made is as wide as its widest row and as long as its last.
 * @throws Problem `unreadable-file` where it is none, `too-large` where its cells reach too far
 */
export async function readSheet(bytes: Uint8Array, name: string): Promise<Sheet> {
  try {
    const sheets = sheetsOf(bytes, name);
    if (sheets[0]) checkReach(sheets[0], name);
    const { readSheet: read } = await import('read-excel-file/node');
    const rows = await read(Buffer.from(bytes), 1, { trim: false });
    for (const [i, row] of rows.entries()) checkWidth(row, i + 1, name);
    return {
      cells: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      others: Math.max(0, sheets.length - 1),
    };
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'too-large') throw cause;
    throw new Problem(
      'unreadable-file',
      msg('{name} cannot be read as XLSX.', { name }),
      wordsOf(cause),
      'Open it in a spreadsheet and save it again, or save it as CSV.',
      cause,
    );
  }
}

const SHEET_PARTS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u;

/** The sheets of a workbook as XML, in their order (ECMA-376, part 1, section 18.2.20). */
function sheetsOf(bytes: Uint8Array, name: string): string[] {
  const parts = unpackedEntries(bytes, name, (entry) => SHEET_PARTS.test(entry));
  const textOf = (entry: string) => new TextDecoder().decode(parts.get(entry));
  const targets = new Map(
    [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...textOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)].map(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    return textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`, 'u').exec(tag)?.[1] ?? '';
}

/** A row by its number; a cell that is not empty, with its column, or without. */
const ROW_OR_CELL =
  /<(?:\w+:)?(?:row\s(?:[^>]*?\s)?r\s*=\s*["'](?<row>\d+)["']|c\s(?:[^>]*?\s)?r\s*=\s*["'](?<column>[A-Z]+)(?<at>\d+)["'][^>]*(?<!\/)>|c(?:\s[^>]*)?(?<!\/)>)/gu;

/** How many cells a table may have, empty ones included: half a million rows of eight. */
const MAX_CELLS = 4_000_000;

/** @throws Problem where rows times columns are more than a table is made of */
function checkReach(sheet: string, name: string): void {
  let [rows, columns, row] = [0, 1, 0];
  for (const { groups } of sheet.matchAll(ROW_OR_CELL)) {
    if (groups?.['row'] !== undefined) row = Number(groups['row']);
    else {
      rows = Math.max(rows, row, Number(groups?.['at'] ?? 0));
      if (groups?.['column'] !== undefined) columns = Math.max(columns, columnNumber(groups['column']));
    }
  }
  if (rows * columns <= MAX_CELLS) return;
  throw new Problem(
    'too-large',
    msg('{name} has too many cells.', { name }),
    msg('Its cells reach to column {columns} and row {rows}; up to {most} cells are read.', {
      columns,
      rows,
      most: MAX_CELLS,
    }),
    'Delete what is far from the table, or save it as CSV.',
  );
}

/** The number of a column by its letters: A is 1, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);
}
