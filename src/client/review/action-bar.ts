import { t } from '../shared/language.ts';
import type { Action, KeyBinding } from './keys.ts';
import { keyGroups, keyNames } from './keys-table.ts';

/** Fills the toolbar: what every row needs, group by group, each with its key; the other actions stand under “More”. */
export function fillBar(bar: HTMLElement, actions: Record<Action, () => void>): void {
  const more = document.createElement('details');
  more.className = 'more-actions';
  const summary = document.createElement('summary');
  summary.className = 'button';
  summary.textContent = t('More');
  const rest = document.createElement('div');
  more.append(summary, rest);

  function buttonOf({ action, button, label, keys }: KeyBinding): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.append(t(button ?? label));
    if (keys[0]) element.append(' ', keyNames([keys[0]]));
    element.title = t(label);
    element.setAttribute('aria-keyshortcuts', keys.map((key) => key.replace('Ctrl', 'Control')).join(' '));
    element.addEventListener('click', () => {
      more.open = false;
      actions[action]();
    });
    return element;
  }

  for (const { heading, members } of keyGroups()) {
    const withButton = members.filter(({ button }) => button);
    const main = withButton.filter((binding) => binding.main);
    if (main.length > 0) bar.append(groupOf(heading, main.map(buttonOf)));
    const others = withButton.filter((binding) => !binding.main);
    if (others.length === 0) continue;
    const group = groupOf(heading, others.map(buttonOf));
    const title = document.createElement('p');
    title.textContent = heading;
    // The group has it as its name.
    title.setAttribute('aria-hidden', 'true');
    group.prepend(title);
    rest.append(group);
  }
  bar.append(more);
  bar.hidden = false;
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !more.contains(target)) more.open = false;
  });
}

function groupOf(heading: string, buttons: readonly HTMLElement[]): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', heading);
  group.append(...buttons);
  return group;
}
