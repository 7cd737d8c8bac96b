import { folded } from '../../core/text/fold.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';

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
 * The value of the choice that a text names: by its word or the beginning of one, whatever the case and the accents.
 * @returns null where it is none, or several and not the whole of one
 */
export function choiceNamed(choices: DocumentFragment, text: string): string | null {
  const wanted = folded(text.trim());
  const options = [...choices.querySelectorAll('option')].map(({ value, textContent }) => ({
    value,
    names: [folded(textContent.trim()), folded(value)],
  }));
  const whole = options.find(({ names }) => names.includes(wanted));
  if (whole || wanted === '') return whole?.value ?? null;
  const begun = options.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  return begun.length === 1 ? begun[0]!.value : null;
}

/**
 * Lets a cell of a table be edited in its place. Enter and Tab save, and so does
 * leaving the field with the mouse; Escape leaves the cell as it was. A choice is typed as its word or the beginning of it;
 * what is none is not taken.
 * @param typed what the cell begins with, instead of what it holds
 */
export function editCell(cell: HTMLElement, typed?: string): Promise<EditedCell> {
  const name = cell.dataset['field'] ?? '';
  const choices = choicesOf(cell);
  const field = document.createElement('input');
  const shown = [...cell.childNodes];
  const before = cellValue(cell);
  const words = choices ? (cell.textContent?.trim() ?? '') : before;
  if (name === 'language') field.setAttribute('list', 'languages');
  field.setAttribute('aria-label', headingOf(cell));
  field.autocomplete = 'off';
  field.value = typed ?? words;
  cell.replaceChildren(field, ...(choices ? [listOf(choices, field)] : []));
  field.focus();
  if (typed === undefined) field.select();
  return new Promise((resolve) => {
    let done = false;
    const finish = (leaving: Leaving, save: boolean) => {
      if (done) return;
      const text = field.value.trim();
      const value = choices && save ? choiceNamed(choices, text) : text;
      if (value === null) {
        const words = [...(choices?.querySelectorAll('option') ?? [])].map((one) => one.textContent.trim());
        announce(t('“{text}” is none of: {choices}.', { text, choices: words.filter(Boolean).join(', ') }));
        // Left with the mouse, the cell stays as it was.
        if (document.activeElement === field) return;
      }
      done = true;
      cell.replaceChildren(...shown);
      resolve({ value: save && value !== before ? value : null, leaving });
    };
    field.addEventListener('blur', () => finish('stay', true));
    field.addEventListener('keydown', (event) => {
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

/** The choices of a cell as suggestions of its field. */
function listOf(choices: DocumentFragment, field: HTMLInputElement): HTMLDataListElement {
  const list = document.createElement('datalist');
  list.id = 'cell-choices';
  for (const { textContent } of choices.querySelectorAll('option')) {
    const option = document.createElement('option');
    option.value = textContent.trim();
    if (option.value) list.append(option);
  }
  field.setAttribute('list', list.id);
  return list;
}

/** What stands over a cell's column. */
function headingOf(cell: HTMLElement): string {
  const column = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return cell.closest('table')?.tHead?.rows[0]?.cells[column]?.textContent ?? t('Term');
}
