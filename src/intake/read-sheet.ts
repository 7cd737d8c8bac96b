import { Problem } from '../core/problem.ts';

/**
 * The cells of a workbook's first sheet, by row.
 * @throws Problem `unreadable-file` where it is none
 */
export async function readSheet(bytes: Uint8Array, name: string): Promise<string[][]> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const [sheet] = await readExcelFile(Buffer.from(bytes), { trim: false });
    return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      `${name} cannot be read as XLSX.`,
      cause instanceof Error ? cause.message : '',
      'Open it in a spreadsheet and save it again, or save it as CSV.',
      cause,
    );
  }
}
