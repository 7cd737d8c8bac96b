import type { Format } from '../../core/formats/format.ts';
import { TABLE_COLUMNS, tableRows } from '../../core/formats/tables.ts';
import { xmlText } from '../../core/formats/xml-text.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { XML_HEAD, zipParts } from './zip-parts.ts';

/** What a sheet can hold, by Excel's specification. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_LENGTH = 32_767;

/** Characters of the sheet that are packed at once. */
const LARGE = 1 << 16;

/** A workbook with the columns of CSV. */
export const xlsx: Format<Uint8Array> = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  inPieces: true,
  async *write(documents, options) {
    async function* lines() {
      for await (const document of documents) yield* tableRows(document, options);
    }
    yield* workbook(TABLE_COLUMNS, lines(), [20, 8, 8, 60, 60, 12, 10, 30, 10]);
  },
};

/**
 * A workbook (ECMA-376) with one sheet: lines of texts under a header. Cells are texts that stand in the sheet itself, so that
 * none is a formula and nothing has to be held before it is written: libraries that write workbooks hold all rows.
 * @param widths of the columns, in characters
 * @throws Problem `too-large` where a sheet cannot hold them
 */
export async function* workbook(
  header: readonly string[],
  lines: AsyncIterable<readonly string[]>,
  widths: readonly number[],
): AsyncGenerator<Uint8Array> {
  const zip = zipParts();
  for (const [name, content] of Object.entries(PARTS)) zip.open(name).push(XML_HEAD + content, true);
  const sheet = zip.open('xl/worksheets/sheet1.xml');
  let waiting = XML_HEAD + sheetHead(widths) + rowXml(header, 1, 1);
  let count = 1;
  for await (const cells of lines) {
    if (cells.some((cell) => cell.length > MAX_CELL_LENGTH) || count >= MAX_ROWS) throw tooLong();
    count += 1;
    waiting += rowXml(cells, count, 0);
    if (waiting.length < LARGE) continue;
    sheet.push(waiting);
    waiting = '';
    yield* zip.taken();
  }
  sheet.push(`${waiting}</sheetData></worksheet>`, true);
  zip.end();
  yield* zip.taken();
}

function tooLong(): Problem {
  return new Problem(
    'too-large',
    'The text is too long for a workbook.',
    msg('A sheet holds {rows} rows, a cell {characters} characters.', { rows: MAX_ROWS, characters: MAX_CELL_LENGTH }),
    'Choose CSV, or fewer bitexts.',
  );
}

/**
 * @param number from 1
 * @param style of its cells, by its place among the formats below
 */
function rowXml(cells: readonly string[], number: number, style: 0 | 1): string {
  const written = cells.map((cell, i) =>
    cell === ''
      ? ''
      : `<c r="${columnName(i)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${written.join('')}</row>`;
}

/** The name of a column by its place: A, …, Z, AA. */
function columnName(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}

/** What XML cannot hold, what a parser makes another character of, and what looks like an escaped character. */
const ESCAPED = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}]|_(?=x[0-9A-F]{4}_)/giu;

/** A text as a cell has it, with what cannot stand there escaped (ST_Xstring). */
function cellXml(text: string): string {
  return xmlText(text.replace(ESCAPED, escaped));
}

function escaped(char: string): string {
  const units = Array.from({ length: char.length }, (_, i) => char.charCodeAt(i));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheetHead(widths: readonly number[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols><sheetData>`;
}

/** The parts beside the sheet; the second of two formats is bold. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Vis-à-vis" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};
