import { mentionAt, peopleBeginning } from '../../../core/workflow/mentions.ts';
import { t } from '../../shared/language.ts';

/** Names that are offered at once. */
const MOST_OFFERED = 8;

/** Completes names behind an @ in the fields where comments are written, with those of the desk that the page names. */
export function completeMentions(...fields: (HTMLTextAreaElement | null)[]): void {
  const options = document.querySelectorAll<HTMLOptionElement>('#people option');
  const people = [...options].map(({ value }, id) => ({ id: String(id), name: value }));
  if (people.length === 0) return;
  for (const field of fields) if (field) complete(field, people);
}

function complete(field: HTMLTextAreaElement, people: readonly { readonly id: string; readonly name: string }[]): void {
  const list = document.createElement('ul');
  list.className = 'mentions';
  list.id = `${field.id}-people`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', t('People'));
  list.hidden = true;
  field.after(list);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  let current = 0;

  const items = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  function close(): void {
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute('aria-activedescendant');
  }

  function show(at: number): void {
    const shown = items();
    current = (at + shown.length) % shown.length;
    for (const [place, item] of shown.entries()) item.setAttribute('aria-selected', String(place === current));
    field.setAttribute('aria-activedescendant', shown[current]?.id ?? '');
  }

  function offer(): void {
    const typed = mentionAt(field.value, field.selectionStart);
    const found = typed ? peopleBeginning(typed.begun, people).slice(0, MOST_OFFERED) : [];
    // A name that is there whole needs no offer.
    if (!typed || found.length === 0 || found.some(({ name }) => name === typed.begun)) {
      close();
      return;
    }
    list.replaceChildren(...found.map(({ name }, place) => option(`${list.id}-${place}`, name)));
    list.hidden = false;
    show(0);
  }

  function take(item: HTMLElement | undefined): void {
    const typed = mentionAt(field.value, field.selectionStart);
    if (!item || !typed) return;
    field.setRangeText(`${item.textContent} `, typed.from, field.selectionStart, 'end');
    close();
    field.focus();
  }

  field.addEventListener('input', offer);
  field.addEventListener('blur', close);
  // Before what the dialog does with the same keys.
  field.addEventListener(
    'keydown',
    (event) => {
      if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowDown') show(current + 1);
      else if (event.key === 'ArrowUp') show(current - 1);
      else if (event.key === 'Enter' || event.key === 'Tab') take(items()[current]);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  // The field keeps the focus.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take(event.target instanceof HTMLElement ? event.target : undefined);
  });
}

function option(id: string, name: string): HTMLElement {
  const item = document.createElement('li');
  item.id = id;
  item.setAttribute('role', 'option');
  item.textContent = name;
  return item;
}
