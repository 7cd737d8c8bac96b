import { csvCell } from '../../core/formats/csv-cell.ts';
import { decode } from '../decode.ts';
import { readSheet } from '../memories/read-sheet.ts';
import type { GlossaryAccount } from './glossary-account.ts';

/**
 * The text of a glossary file; that of a workbook is its first sheet as CSV.
 * @throws Problem `unreadable-file`, `too-large`
 */
export async function glossaryText(
  bytes: Uint8Array,
  name: string,
  { leftOut }: Pick<GlossaryAccount, 'leftOut'>,
): Promise<string> {
  if (!isWorkbook(bytes, name)) return decode(bytes, name, declaredEncoding(bytes)).text;
  const { cells, others } = await readSheet(bytes, name);
  for (let k = 0; k < others; k++) leftOut.note('further sheets');
  return cells
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}

/** The encoding that the first line of an XML file names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^<\?xml\s[^>]*encoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1];
}

function isWorkbook(bytes: Uint8Array, name: string): boolean {
  return /\.xls[xm]$/iu.test(name) && bytes[0] === 0x50 && bytes[1] === 0x4b;
}
