import { TERM_FIELDS, type TermField } from '../../core/glossary/term-cells.ts';
import type { CellsChange } from '../../core/wire/glossary.ts';
import { cellValue, choiceNamed, choicesOf } from './cell-editor.ts';

/** What a pasted line sets in a row; null where it changes nothing or cannot. */
export function changeOf(
  row: HTMLTableRowElement,
  from: number,
  line: readonly string[],
  faults: string[],
): CellsChange | null {
  const { text = '', language = '' } = cellsOf(row);
  const was: Partial<Record<TermField, string>> = { text, language };
  const set: Partial<Record<TermField, string>> = {};
  for (const [k, pasted] of line.entries()) {
    const cell = row.cells[from + k];
    const field = cell && fieldOf(cell);
    const choices = cell && choicesOf(cell);
    const value = choices ? choiceNamed(choices, pasted) : pasted.trim();
    if (!field || value === null || (field === 'text' && value === '')) {
      faults.push(pasted);
      return null;
    }
    if (value === cellValue(cell)) continue;
    was[field] = cellValue(cell);
    set[field] = value;
  }
  return Object.keys(set).length > 0 ? { at: Number(row.dataset['at']), was, set } : null;
}

/** The cells of a text as spreadsheets copy it: tabs between cells, a line a row; a cell with a line break in quotes. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n$/u, '')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*))(\t|\n|$)/gu)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

/** What a cell holds of its term. */
export function fieldOf(cell: HTMLElement): TermField | undefined {
  return TERM_FIELDS.find((field) => field === cell.dataset['field']);
}

export function isFresh(row: HTMLTableRowElement): boolean {
  return row.dataset['fresh'] !== undefined;
}

/** What a line's cells hold, but for those of a new term that are empty. */
export function cellsOf(row: HTMLTableRowElement): Partial<Record<TermField, string>> {
  const cells: Partial<Record<TermField, string>> = {};
  for (const one of row.cells) {
    const [field, held] = [fieldOf(one), cellValue(one)];
    if (field && (held || !isFresh(row))) cells[field] = held;
  }
  return cells;
}
