import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import type { Drop } from '../drag.ts';
import { atCursor, beadOf, type Parts, seenIn, segmentOf } from './at-cursor.ts';

/** Which segments stand in which row. */
export function arrangeActions(parts: Parts) {
  const { list, sync } = parts;
  const { onRow, onSegment, chosen, change } = atCursor(parts);
  /** A segment that waits for the one it is to be paired with. */
  let marked: { side: string; segment: string } | null = null;

  /** An edit of the segment where the cursor is. */
  const edit = (body: Record<string, unknown>) => () =>
    onSegment((at) => void change({ ...body, ...segmentOf(at) }, at));

  function merge(at: Cursor): void {
    const rows = chosen(at);
    const action = rows.length > 1 ? 'mergeRun' : 'merge';
    void sync.post('edits', { action, bead: rows.map(beadOf), seen: seenIn(rows) }, { side: at.side });
  }

  function pair(at: Cursor): void {
    const { side, segment } = segmentOf(at);
    if (!segment) return;
    for (const old of list.querySelectorAll('.to-pair')) old.classList.remove('to-pair');
    if (!marked || marked.side === side) {
      marked = { side, segment };
      at.segment.classList.add('to-pair');
      announce(t('Marked. Go to its translation and press the key again.'));
      return;
    }
    const body = { action: 'pair', [marked.side]: marked.segment, [side]: segment };
    marked = null;
    void sync.post('edits', body, segmentOf(at));
  }

  return {
    merge: () => onRow(merge),
    split: () => onSegment((at) => void change({ action: 'split', bead: beadOf(at.row), ...segmentOf(at) }, at)),
    swap: () => onRow((at) => void change({ action: 'swap', bead: beadOf(at.row) }, at)),
    moveUp: edit({ action: 'move', to: 'previous' }),
    moveDown: edit({ action: 'move', to: 'next' }),
    shiftUp: edit({ action: 'shift', to: 'previous' }),
    shiftDown: edit({ action: 'shift', to: 'next' }),
    detach: edit({ action: 'out' }),
    join: edit({ action: 'join' }),
    pair: () => onSegment(pair),
    restore: () => onRow((at) => void sync.post('proposal', { bead: chosen(at).map(beadOf) }, { side: at.side })),
    /** A segment that was dropped on a row: one row on, or into any other. */
    drop({ side, segment, row }: Drop): void {
      const own = segment.closest<HTMLElement>('.row');
      const id = segment.dataset['id'];
      if (!own) return;
      const beside = row === own.nextElementSibling ? 'next' : row === own.previousElementSibling ? 'previous' : null;
      const body = beside
        ? { action: 'move', side, segment: id, to: beside }
        : { action: 'place', side, segment: id, bead: beadOf(row) };
      void sync.post('edits', { ...body, seen: seenIn([own, row]) }, { side, segment: id });
    },
  };
}
