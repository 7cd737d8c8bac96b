import { t } from '../shared/language.ts';
import { KEY_GROUPS, type KeyBinding, type KeyGroup } from './keys.ts';
import { bindings } from './own-keys.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A table of all keys, group by group, for the help page and the dialog. */
export function keysTable(): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'keys';
  for (const { heading, members } of keyGroups()) {
    const body = table.createTBody();
    const head = document.createElement('th');
    head.scope = 'rowgroup';
    head.colSpan = 2;
    head.textContent = heading;
    body.insertRow().append(head);
    for (const { keys, label } of members) {
      const row = body.insertRow();
      const cell = document.createElement('th');
      cell.scope = 'row';
      cell.append(keyNames(keys));
      row.append(cell);
      row.insertCell().textContent = t(label);
    }
  }
  return table;
}

/** Shows those rows of the table that have some words in them, and the headings of those. */
export function narrowKeys(table: HTMLTableElement, words: string): void {
  for (const body of table.tBodies) {
    const [head, ...rows] = body.rows;
    for (const row of rows) row.hidden = !row.textContent?.toLowerCase().includes(words);
    if (head) head.hidden = rows.every((row) => row.hidden);
  }
}

/** The actions with the keys that they have now, by what they are about. */
export function keyGroups(): { group: KeyGroup; heading: string; members: KeyBinding[] }[] {
  const all = bindings();
  return (Object.keys(KEY_GROUPS) as KeyGroup[]).map((group) => ({
    group,
    heading: t(KEY_GROUPS[group]),
    members: all.filter((binding) => binding.group === group),
  }));
}

/** Keys as they stand on the keyboard. */
export function keyNames(keys: readonly string[]): DocumentFragment {
  const names = document.createDocumentFragment();
  keys.forEach((key, i) => {
    if (i > 0) names.append(` ${t('or')} `);
    const kbd = document.createElement('kbd');
    kbd.textContent = key
      .split('+')
      .map((part) => SYMBOLS[part] ?? t(part.length === 1 ? part.toUpperCase() : part))
      .join(' + ');
    names.append(kbd);
  });
  return names;
}
