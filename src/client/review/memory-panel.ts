import type { UnitProp } from '../../core/bitext/unit-origin.ts';
import type { RowMatches } from '../../core/wire/rows.ts';
import { t } from '../shared/language.ts';

/** Shows what the memory has for a row and what other tools said of it, at its foot. */
export function showMatches(row: HTMLElement, { matches, props, isIndexing }: RowMatches): void {
  const panel = document.createElement('section');
  panel.className = 'why memory';
  panel.setAttribute('aria-label', t('Matches'));
  if (props.length > 0) panel.append(quietLine(propsText(props)));
  if (matches.length === 0) panel.append(t('No matches.'));
  const list = document.createElement('ol');
  for (const { score, source, target, title, bitext, bead, props: own } of matches) {
    const item = document.createElement('li');
    const share = document.createElement('strong');
    share.textContent = `${score}\u00a0%`;
    const from = textIn(row, 'source');
    for (const { text, change } of source) {
      if (change === null) from.append(text);
      else {
        const part = document.createElement(change);
        part.textContent = text;
        from.append(part);
      }
    }
    const to = textIn(row, 'target');
    to.textContent = target;
    const place = document.createElement('a');
    place.href = `/bitexts/${bitext}#b${bead}`;
    place.textContent = title;
    const about = document.createElement('div');
    about.append(place);
    if (own.length > 0) about.append(quietLine(propsText(own)));
    item.append(share, from, to, about);
    list.append(item);
  }
  panel.append(list);
  if (isIndexing)
    panel.append(
      quietLine(t('Recent imports are still being indexed, so results may be incomplete. Try again in a moment.')),
    );
  row.append(panel);
}

/** What other tools noted about a unit, on one line. */
function propsText(props: readonly UnitProp[]): string {
  return props.map(([type, value]) => `${type}: ${value}`).join(' · ');
}

function quietLine(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'quiet';
  line.textContent = text;
  return line;
}

/** Takes the panel away; whether there was one in this row. */
export function closeMatches(row: HTMLElement): boolean {
  const open = document.querySelector('.memory');
  const own = open !== null && row.contains(open);
  open?.remove();
  return own;
}

function textIn(row: HTMLElement, side: string): HTMLElement {
  const column = row.querySelector<HTMLElement>(`:scope > .${side}`);
  const text = document.createElement('span');
  text.lang = column?.lang ?? '';
  text.dir = column?.dir ?? 'auto';
  return text;
}
