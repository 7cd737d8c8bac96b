import type { Row } from 'write-excel-file/node';
import type { Format } from '../../core/formats/format.ts';
import { TABLE_COLUMNS, tableRows } from '../../core/formats/tables.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** What a sheet can hold, by Excel's specification. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_LENGTH = 32_767;

/**
 * A workbook with one sheet: the columns of CSV under a header. Cells are texts,
 * so that none is a formula. It is made as a whole, in memory.
 */
export const xlsx: Format<Uint8Array> = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  inPieces: true,
  async *write(documents, options) {
    async function* lines() {
      for await (const document of documents) yield* tableRows(document, options);
    }
    yield await workbook(TABLE_COLUMNS, lines(), [20, 8, 8, 60, 60, 12, 10, 30]);
  },
};

/**
 * A workbook with one sheet: lines of texts under a header.
 * @param widths of the columns, in characters
 * @throws Problem `too-large` where a sheet cannot hold them
 */
export async function workbook(
  header: readonly string[],
  lines: AsyncIterable<readonly string[]>,
  widths: readonly number[],
): Promise<Uint8Array> {
  const rows: Row[] = [header.map((value) => ({ value, fontWeight: 'bold' }))];
  for await (const cells of lines) {
    if (cells.some((cell) => cell.length > MAX_CELL_LENGTH) || rows.length >= MAX_ROWS) {
      throw new Problem(
        'too-large',
        'The text is too long for a workbook.',
        msg('A sheet holds {rows} rows, a cell {characters} characters.', {
          rows: MAX_ROWS,
          characters: MAX_CELL_LENGTH,
        }),
        'Choose CSV, or fewer bitexts.',
      );
    }
    rows.push(cells.map((cell) => ({ value: cellText(cell), type: String })));
  }
  const columns = widths.map((width) => ({ width }));
  // The libraries are large; each is loaded when a workbook needs it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(rows, { columns, sheet: 'Vis-à-vis' }).toBuffer();
}

/** What XML cannot hold or the library leaves out, and what looks like an escaped character. */
const TO_ESCAPE = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|_(?=x[0-9A-F]{4}_)/giu;

/**
 * A text as a cell has it, with what cannot stand there escaped (ECMA-376, ST_Xstring). The library
 * keeps texts in a plain object, so a name that every object has is escaped, too.
 */
function cellText(text: string): string {
  const safe = text.replace(TO_ESCAPE, escaped);
  return safe in {} ? `${escaped(safe[0]!)}${safe.slice(1)}` : safe;
}

function escaped(char: string): string {
  const units = Array.from({ length: char.length }, (_, i) => char.charCodeAt(i));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}
