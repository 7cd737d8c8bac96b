import { t } from '../shared/language.ts';

/** Where the cursor goes after a cell was edited. */
export type Leaving = 'stay' | 'down' | 'up' | 'left' | 'right';

/** A cell as it was left: with what was typed, or null where nothing is to change. */
export interface EditedCell {
  readonly value: string | null;
  readonly leaving: Leaving;
}

const LEAVING_KEYS: Readonly<Record<string, Leaving>> = {
  Enter: 'down',
  'shift+Enter': 'up',
  Tab: 'right',
  'shift+Tab': 'left',
};

/** What a cell holds; a choice shows another word than it holds. */
export function cellValue(cell: HTMLElement): string {
  return cell.dataset['value'] ?? cell.textContent?.trim() ?? '';
}

/** What may stand in a cell, where it is a choice. */
export function choicesOf(cell: HTMLElement): DocumentFragment | null {
  return document.querySelector<HTMLTemplateElement>(`#choices-${cell.dataset['field']}`)?.content ?? null;
}

/**
 * Lets a cell of a table be edited in its place. Enter and Tab save, and so does
 * leaving the field with the mouse; Escape leaves the cell as it was.
 * @param typed what the cell begins with, instead of what it holds
 */
export function editCell(cell: HTMLElement, typed?: string): Promise<EditedCell> {
  const name = cell.dataset['field'] ?? '';
  const options = choicesOf(cell);
  const field = document.createElement(options ? 'select' : 'input');
  const shown = [...cell.childNodes];
  const before = cellValue(cell);
  if (options) field.append(options.cloneNode(true));
  if (name === 'language') field.setAttribute('list', 'languages');
  field.setAttribute('aria-label', headingOf(cell));
  field.value = options ? before : (typed ?? before);
  cell.replaceChildren(field);
  field.focus();
  if (field instanceof HTMLInputElement && typed === undefined) field.select();
  return new Promise((resolve) => {
    let done = false;
    const finish = (leaving: Leaving, save: boolean) => {
      if (done) return;
      done = true;
      const value = field.value.trim();
      cell.replaceChildren(...shown);
      resolve({ value: save && value !== before ? value : null, leaving });
    };
    const place: HTMLElement = field;
    place.addEventListener('blur', () => finish('stay', true));
    place.addEventListener('keydown', (event) => {
      const { key, shiftKey, isComposing } = event;
      event.stopPropagation();
      if (isComposing) return;
      const leaving = LEAVING_KEYS[shiftKey ? `shift+${key}` : key];
      if (key !== 'Escape' && !leaving) return;
      event.preventDefault();
      finish(leaving ?? 'stay', key !== 'Escape');
    });
  });
}

/** What stands over a cell's column. */
function headingOf(cell: HTMLElement): string {
  const column = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return cell.closest('table')?.tHead?.rows[0]?.cells[column]?.textContent ?? t('Term');
}
