import { keyOfPress } from '../review/keys.ts';
import { keyNames } from '../review/keys-table.ts';
import { bind, bindings, unbindAll } from '../review/own-keys.ts';
import { t } from '../shared/language.ts';

// The keys of the review page, each of which can be changed.
const place = document.querySelector<HTMLElement>('#keys-settings');
if (place) show(place);

function show(place: HTMLElement, focus?: string): void {
  const table = document.createElement('table');
  table.className = 'keys';
  for (const { action, keys, label } of bindings()) {
    const row = table.insertRow();
    const cell = document.createElement('th');
    cell.scope = 'row';
    if (keys.length > 0) cell.append(keyNames(keys));
    else cell.append(t('no key'));
    row.append(cell);
    row.insertCell().textContent = t(label);
    const change = document.createElement('button');
    change.type = 'button';
    change.textContent = t('Change');
    change.dataset['action'] = action;
    change.setAttribute('aria-label', t('Change the key for: {label}', { label: t(label) }));
    change.addEventListener('click', () => {
      change.textContent = t('Press the new key, or Escape');
      change.addEventListener('keydown', (event) => {
        if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key !== 'Escape') bind(action, keyOfPress(event));
        show(place, action);
      });
      change.addEventListener('blur', () => show(place), { once: true });
    });
    row.insertCell().append(change);
  }
  const reset = document.createElement('button');
  reset.type = 'button';
  reset.textContent = t('Restore default shortcuts');
  reset.addEventListener('click', () => {
    unbindAll();
    show(place);
  });
  place.replaceChildren(table, reset);
  if (focus) place.querySelector<HTMLElement>(`[data-action="${focus}"]`)?.focus();
}
