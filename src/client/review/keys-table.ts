import { t } from '../shared/language.ts';
import { bindings } from './own-keys.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A table of all keys, for the help page and the dialog. */
export function keysTable(): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'keys';
  for (const { keys, label } of bindings()) {
    const row = table.insertRow();
    const cell = document.createElement('th');
    cell.scope = 'row';
    cell.append(keyNames(keys));
    row.append(cell);
    row.insertCell().textContent = t(label);
  }
  return table;
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
