import { t } from './language.ts';

/** A match of the memory as the server tells it. */
export interface Match {
  readonly score: number;
  readonly source: readonly { readonly text: string; readonly change: 'ins' | 'del' | null }[];
  readonly target: string;
  readonly title: string;
  readonly bitext: number;
  readonly bead: number;
}

/** Shows what the memory has for a row, at its foot; a second call takes it away. */
export function showMatches(row: HTMLElement, matches: readonly Match[]): void {
  const panel = document.createElement('section');
  panel.className = 'why memory';
  panel.setAttribute('aria-label', t('In the memory'));
  if (matches.length === 0) panel.append(t('The memory has nothing like it.'));
  const list = document.createElement('ol');
  for (const { score, source, target, title, bitext, bead } of matches) {
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
    item.append(share, from, to, place);
    list.append(item);
  }
  panel.append(list);
  row.append(panel);
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
