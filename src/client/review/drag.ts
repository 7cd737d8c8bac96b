import type { Side } from '../../core/bitext/bitext.ts';
import { t } from '../shared/language.ts';
import { within } from '../shared/within.ts';

/** A segment that is dragged, and the row it is let go over. */
export interface Drop {
  readonly side: Side;
  readonly segment: HTMLElement;
  readonly row: HTMLElement;
}

/**
 * Lets segments be dragged to other rows by a handle, which stands at the
 * segment under the pointer. The text itself stays there to be selected.
 */
export function openDrag(list: HTMLElement, dropped: (drop: Drop) => void): void {
  const handle = document.createElement('span');
  handle.className = 'handle';
  handle.draggable = true;
  handle.title = t('Drag to another row');
  handle.setAttribute('aria-hidden', 'true');
  let segment: HTMLElement | null = null;

  list.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const over = within(event, '.segment:not(.none)');
    if (!over || over === segment) return;
    segment = over;
    over.before(handle);
  });
  handle.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData('text/plain', segment?.textContent ?? '');
    if (segment) event.dataTransfer?.setDragImage(segment, 10, 10);
  });
  list.addEventListener('dragover', (event) => {
    const row = within(event, '.row');
    if (!segment || !row) return;
    event.preventDefault();
    unmark();
    row.classList.add('drop-here');
  });
  list.addEventListener('dragleave', unmark);
  handle.addEventListener('dragend', unmark);
  list.addEventListener('drop', (event) => {
    event.preventDefault();
    unmark();
    const row = within(event, '.row');
    const side = segment?.closest<HTMLElement>('.side')?.dataset['side'];
    if (!segment || !row || row === segment.closest('.row')) return;
    if (side === 'source' || side === 'target') dropped({ side, segment, row });
  });

  function unmark(): void {
    list.querySelector('.drop-here')?.classList.remove('drop-here');
  }
}
