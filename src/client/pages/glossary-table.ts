import type { CellsChange } from '../../core/wire/glossary.ts';
import { cellValue, choicesOf, editCell, type Leaving } from '../glossary/cell-editor.ts';
import { cellsOf, changeOf, fieldOf, isFresh, pastedCells } from '../glossary/row-cells.ts';
import { ask } from '../shared/ask.ts';
import { watchFaults } from '../shared/faults.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';

watchFaults();

// Terms as a table: one cell has the focus (WAI-ARIA's pattern of a grid), every change is sent when its cell is left.
const table = document.querySelector<HTMLTableElement>('table.cells');

const done: { readonly batch: number; readonly concept: string }[] = [];

const MOVES_BY_KEY: Readonly<Record<string, readonly [lines: number, cells: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, -100],
  End: [0, 100],
};
const MOVES_AFTER_EDIT: Readonly<Record<Leaving, readonly [lines: number, cells: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  left: [0, -1],
  right: [0, 1],
};

enter(table?.tBodies[0]?.rows[0]?.cells[2], false);

table?.addEventListener('keydown', (event) => {
  const cell = cellAt(event.target);
  if (!cell) return;
  const { key } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const move = MOVES_BY_KEY[key];
  if (ctrl && key.toLowerCase() === 'z') void undo(cell);
  else if (ctrl || event.altKey) return;
  else if (move) go(cell, move);
  else if (key === 'Insert') addTerm(cell);
  else if (!cell.dataset['field']) return;
  else if (key === 'Enter' || key === 'F2') void edit(cell);
  else if (key === 'Delete' || key === 'Backspace') void empty(cell);
  else if ([...key].length === 1 && key !== ' ') void edit(cell, key);
  else return;
  event.preventDefault();
});

table?.addEventListener('paste', (event) => {
  const cell = cellAt(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!cell || cell.querySelector('input') || !text) return;
  event.preventDefault();
  void paste(cell, pastedCells(text));
});
table?.addEventListener('focusin', (event) => enter(cellAt(event.target), false));
table?.addEventListener('dblclick', (event) => {
  const cell = cellAt(event.target);
  if (cell?.dataset['field'] && !cell.querySelector('input, select')) void edit(cell);
});

function cellAt(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
}

/** The one cell that the Tab key leads to, and where the arrows start. */
function enter(cell: HTMLTableCellElement | null | undefined, focus = true): void {
  if (!cell) return;
  for (const other of table?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) other.tabIndex = -1;
  const place = cell.querySelector<HTMLElement>('a') ?? cell;
  place.tabIndex = 0;
  if (focus) place.focus();
}

function go(cell: HTMLTableCellElement, [lines, cells]: readonly [number, number]): void {
  const rows = [...(table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
  const within = (at: number, length: number) => Math.min(Math.max(at, 0), length - 1);
  const row = rows[within(rows.findIndex((each) => each.contains(cell)) + lines, rows.length)];
  enter(row?.cells[within(cell.cellIndex + cells, row.cells.length)]);
}

async function edit(cell: HTMLTableCellElement, typed?: string): Promise<void> {
  const { value, leaving } = await editCell(cell, typed);
  if (value === null) {
    const row = cell.closest('tr');
    go(cell, MOVES_AFTER_EDIT[leaving]);
    if (row && isFresh(row) && Object.values(cellsOf(row)).every((one) => !one)) row.remove();
    return;
  }
  const saved = await save(cell, value);
  if (!saved) return void edit(cell, value);
  // Where the mouse has gone elsewhere, the focus stays there.
  if (leaving !== 'stay' || document.activeElement === document.body) go(saved, MOVES_AFTER_EDIT[leaving]);
}

/** Empties a cell, unless it is empty or has to hold something. */
async function empty(cell: HTMLTableCellElement): Promise<void> {
  const choices = choicesOf(cell);
  if (!cellValue(cell) || (choices && !choices.querySelector('[value=""]'))) return;
  enter(await save(cell, ''));
}

/** Sends what a cell is to hold; returns the cell that has taken its place, or null where it was refused. */
async function save(cell: HTMLTableCellElement, value: string): Promise<HTMLTableCellElement | null> {
  const row = cell.closest('tr');
  const field = fieldOf(cell);
  if (!row || !field) return null;
  const at = Number(row.dataset['at']);
  if (!isFresh(row)) {
    const { text = '', language = '', [field]: own = '' } = cellsOf(row);
    return send(row, cell.cellIndex, { at, was: { text, language, [field]: own }, set: { [field]: value } });
  }
  // A new term is sent once it has a language and words.
  const choices = choicesOf(cell);
  cell.textContent = choices?.querySelector(`[value="${CSS.escape(value)}"]`)?.textContent ?? value;
  if (choices) cell.dataset['value'] = value;
  const all = cellsOf(row);
  return all.text && all.language ? send(row, cell.cellIndex, { at, was: null, set: all }) : cell;
}

async function send(
  row: HTMLTableRowElement,
  column: number,
  change: CellsChange,
): Promise<HTMLTableCellElement | null> {
  const lines = row.closest('tbody');
  if (!lines) return null;
  const concept = lines.dataset['concept'] ?? '';
  const line = row.sectionRowIndex;
  const answer = await ask('POST /glossary/:concept/lines', { concept }, change);
  if (!answer) return null;
  done.push({ batch: answer.batch, concept });
  delete row.dataset['fresh'];
  show(lines, answer.html);
  announce(t('Saved.'));
  return lines.rows[Math.min(line, lines.rows.length - 1)]?.cells[column] ?? null;
}

/** Shows a concept's lines anew, which the server has made, and a term that is not sent yet after them. */
function show(lines: HTMLTableSectionElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const fresh = lines.querySelector<HTMLTableRowElement>('[data-fresh]');
  lines.replaceChildren(...template.content.querySelectorAll('tr'));
  if (!fresh) return;
  fresh.dataset['at'] = String(lines.rows.length);
  lines.append(fresh);
}

function addTerm(cell: HTMLTableCellElement): void {
  const lines = cell.closest('tbody');
  const last = lines?.rows[lines.rows.length - 1];
  if (!lines || !last) return;
  if (!isFresh(last)) {
    const row = document.importNode(last, true);
    row.dataset['fresh'] = '';
    row.dataset['at'] = String(lines.rows.length);
    for (const one of row.cells) {
      one.replaceChildren();
      delete one.dataset['value'];
      one.removeAttribute('class');
    }
    lines.append(row);
  }
  const language = lines.rows[lines.rows.length - 1]?.cells[1];
  if (!language) return;
  enter(language);
  void edit(language);
}

/**
 * Puts cells of a spreadsheet into the table, from a cell on to the right and down: a change a line. What does not fit is
 * told, and nothing of its line is changed.
 */
async function paste(cell: HTMLTableCellElement, cells: readonly (readonly string[])[]): Promise<void> {
  const rows = [...(table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
  const first = rows.findIndex((row) => row.contains(cell));
  const faults: string[] = [];
  const changes = cells.flatMap((line, k) => {
    const row = rows[first + k];
    if (!row || isFresh(row)) {
      faults.push(line.join(' '));
      return [];
    }
    const change = changeOf(row, cell.cellIndex, line, faults);
    return change ? [{ concept: row.closest('tbody')?.dataset['concept'] ?? '', change }] : [];
  });
  let saved = 0;
  for (const { concept, change } of changes) {
    const answer = await ask('POST /glossary/:concept/lines', { concept }, change);
    if (!answer) break;
    saved += 1;
    done.push({ batch: answer.batch, concept });
    const lines = table?.querySelector<HTMLTableSectionElement>(`[data-concept="${concept}"]`);
    if (lines) show(lines, answer.html);
  }
  enter(table?.querySelectorAll<HTMLTableRowElement>('tbody tr')[first]?.cells[cell.cellIndex]);
  const told = t('{count} lines pasted.', { count: saved });
  announce(faults.length > 0 ? `${told} ${t('Not pasted: {what}', { what: faults.join('; ') })}` : told);
}

async function undo(cell: HTMLTableCellElement): Promise<void> {
  const last = done.pop();
  if (!last) return announce(t('There is nothing to undo.'));
  if (!(await ask('POST /glossary/history/:batch/undo', { batch: last.batch }))) return;
  const answer = await ask('GET /glossary/:concept/lines', { concept: last.concept });
  const lines = table?.querySelector<HTMLTableSectionElement>(`[data-concept="${last.concept}"]`);
  if (!lines || !answer) return;
  const line = cell.closest('tr')?.sectionRowIndex ?? 0;
  const isHere = lines.contains(cell);
  show(lines, answer.html);
  announce(t('Taken back.'));
  if (isHere) enter(lines.rows[Math.min(line, lines.rows.length - 1)]?.cells[cell.cellIndex]);
}
