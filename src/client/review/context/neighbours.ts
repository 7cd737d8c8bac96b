import type { Side } from '../../../core/bitext/bitext.ts';
import { plainText } from '../../../core/bitext/inline/plain-text.ts';
import { t } from '../../shared/language.ts';
import { fetchAnswer } from '../../shared/request.ts';

/** How long the cursor stays at a row before what stands around it is asked for, in ms. */
const REST_MS = 120;

const SIDES: readonly Side[] = ['source', 'target'];

/**
 * Under a filter, shows the rows of the text above and below the one where the cursor is, where the filter leaves them out:
 * whether a row is right can often be told by them alone.
 */
export function openNeighbours(list: HTMLElement, bitext: string): void {
  if (list.classList.contains('all')) return;
  let timer = 0;
  let shownFor: Element | null = null;

  async function show(): Promise<void> {
    const row = list.querySelector<HTMLElement>('.row.current');
    if (row === shownFor) return;
    shownFor = row;
    for (const old of list.querySelectorAll('.neighbour')) old.remove();
    if (!row) return;
    const around = Number(row.dataset['bead']);
    const piece = await fetchAnswer('GET /bitexts/:id/rows', { id: bitext }, { around, count: 3 });
    if (!piece || row !== list.querySelector('.row.current')) return;
    const template = document.createElement('template');
    template.innerHTML = piece.html;
    const own = template.content.querySelector(`#b${around}`);
    put(row, own?.previousElementSibling, row.previousElementSibling, 'above');
    put(row, own?.nextElementSibling, row.nextElementSibling, 'below');
  }

  /** Shows a row beside another, if the one that stands there in the list is not the same. */
  function put(
    row: HTMLElement,
    beside: Element | null | undefined,
    there: Element | null,
    at: 'above' | 'below',
  ): void {
    if (!beside || beside.id === there?.id) return;
    const note = document.createElement('div');
    note.className = `neighbour ${at}`;
    note.setAttribute('role', 'note');
    const number = beside.querySelector('.n')?.textContent ?? '';
    note.setAttribute('aria-label', at === 'above' ? t('Row above') : t('Row below'));
    note.append(textOf('number', number), ...SIDES.map((side) => sideOf(beside, side)));
    row.append(note);
  }

  const showSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), REST_MS);
  };
  list.addEventListener('focusin', showSoon);
  new MutationObserver(showSoon).observe(list, { childList: true });
}

function sideOf(row: Element, side: Side): HTMLElement {
  const from = row.querySelector<HTMLElement>(`.side.${side}`);
  const text = textOf(
    'side-text',
    [...(from?.querySelectorAll('.segment') ?? [])].map((one) => plainText(one.textContent)).join(' '),
  );
  text.lang = from?.lang ?? '';
  text.dir = from?.dir ?? 'auto';
  return text;
}

function textOf(name: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}
