import { type Options, parse } from 'csv-parse/sync';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/** A table with its header. */
export interface Table {
  readonly columns: readonly string[];
  /** Cells by column, with the line that each row stands in. */
  readonly rows: readonly { readonly line: number; readonly cells: string[] }[];
}

/**
 * Reads CSV or TSV: commas, semicolons, tabs or bars, as the header has more of them;
 * quotes; a byte order mark.
 * @throws Problem `bad-input` with the line
 */
export function readTable(text: string, name: string): Table {
  const body = withoutHint(text);
  const first = body.split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = DELIMITERS.reduce((best, each) => (count(first, each) > count(first, best) ? each : best));
  const [header, ...rest] = parseRows(body, name, { delimiter, relax_quotes: delimiter === '\t' });
  return { columns: (header?.cells ?? []).map((cell) => cell.trim()), rows: rest };
}

/**
 * Reads rows without a header, by what parts the cells of all of the first lines. Lines that begin with # are
 * comments, and between tabs nothing is quoted, as OmegaT has it.
 * @throws Problem `bad-input` with the line
 */
export function readRows(text: string, name: string): Table['rows'] {
  const body = withoutHint(text);
  const lines = body.split(/\r?\n/u, SAMPLE_LINES).filter((line) => line.trim() && !line.startsWith('#'));
  const delimiter = DELIMITERS.find((each) => lines.every((line) => line.includes(each))) ?? '\t';
  const quote = delimiter === '\t' ? null : '"';
  return parseRows(body, name, { delimiter, quote, comment: '#', comment_no_infix: true });
}

/** What parts cells, what is rarest in texts first. */
const DELIMITERS: readonly string[] = ['\t', ';', ',', '|'];

/** How many lines decide what separates the cells. */
const SAMPLE_LINES = 50;

/** The rows of a table, with the line in which each stands. */
export function parseRows(body: string, name: string, options: Options): Table['rows'] {
  try {
    const rows = parse(body, {
      ...options,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => {
      checkWidth(record, info.lines, name);
      return { line: info.lines, cells: record.map(unprotected) };
    });
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      'bad-input',
      msg('{name} cannot be read as a table.', { name }),
      wordsOf(cause),
      'Check the quotes and the number of cells in that line.',
      cause,
    );
  }
}

/** Tables of texts have a column a language and some more; what has thousands is none, or is parted by something else. */
const MAX_COLUMNS = 500;

/** @throws Problem `too-large` where a row has more cells than a table of texts may have */
export function checkWidth(row: readonly unknown[], line: number, name: string): void {
  if (row.length <= MAX_COLUMNS) return;
  throw new Problem(
    'too-large',
    msg('{name} has too many columns.', { name }),
    msg('Line {line} has {columns} cells; up to {most} are read.', { line, columns: row.length, most: MAX_COLUMNS }),
    'Check what separates the cells, or delete the columns that are not needed.',
  );
}

/** Excel may say in a line of its own what parts the cells. */
export function withoutHint(text: string): string {
  return text.replace(/^\ufeff/u, '').replace(/^sep=.\r?\n/iu, '');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** An apostrophe that keeps a spreadsheet from calculating is not part of the text. */
function unprotected(cell: string): string {
  return /^'['=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
}
