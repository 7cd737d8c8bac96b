import type { Operation } from '../../../core/bitext/operation.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import type { Drop } from '../drag.ts';
import { atCursor, beadOf, type Parts, placeOf, type SegmentPlace } from './at-cursor.ts';

/** Which segments stand in which row. */
export function arrangeActions(parts: Parts) {
  const { list, sync } = parts;
  const { onRow, onSegment, chosen, edit } = atCursor(parts);
  /** A segment that waits for the one to link it with. */
  let marked: SegmentPlace | null = null;

  /** An edit of the segment where the cursor is. */
  const editSegment = (make: (place: SegmentPlace, row: HTMLElement) => Operation) => () =>
    onSegment((at, place) => void edit(make(place, at.row), at));

  function merge(at: Cursor): void {
    const rows = chosen(at);
    const operation: Operation =
      rows.length > 1
        ? { action: 'mergeRun', beads: rows.map(beadOf) }
        : { action: 'merge', bead: beadOf(rows[0] ?? at.row) };
    void edit(operation, at, rows);
  }

  function link(at: Cursor, place: SegmentPlace): void {
    for (const old of list.querySelectorAll('.to-pair')) old.classList.remove('to-pair');
    if (!marked || marked.side === place.side) {
      marked = place;
      at.segment.classList.add('to-pair');
      announce(t('Segment marked. Go to the other segment and press the key again.'));
      return;
    }
    const [source, target] = place.side === 'source' ? [place, marked] : [marked, place];
    marked = null;
    // The other row may be far away, and is taken as it is.
    void edit({ action: 'link', source: source.segment, target: target.segment }, at, []);
  }

  return {
    merge: () => onRow(merge),
    split: editSegment((place, row) => ({ action: 'splitRow', bead: beadOf(row), ...place })),
    swap: () => onRow((at) => void edit({ action: 'swap', bead: beadOf(at.row) }, at)),
    moveUp: editSegment((place) => ({ action: 'move', to: 'previous', ...place })),
    moveDown: editSegment((place) => ({ action: 'move', to: 'next', ...place })),
    shiftUp: editSegment((place) => ({ action: 'shift', to: 'previous', ...place })),
    shiftDown: editSegment((place) => ({ action: 'shift', to: 'next', ...place })),
    detach: editSegment((place) => ({ action: 'detach', ...place })),
    join: editSegment((place) => ({ action: 'join', ...place })),
    pair: () => onSegment(link),
    restore: () =>
      onRow((at) => void sync.post('POST /bitexts/:id/proposal', { beads: chosen(at).map(beadOf) }, { side: at.side })),
    /** A segment that was dropped on a row: one row on, or into any other. */
    drop({ side, segment, row }: Drop): void {
      const own = segment.closest<HTMLElement>('.row');
      const place = placeOf(segment);
      if (!own || !place) return;
      const to = row === own.nextElementSibling ? 'next' : row === own.previousElementSibling ? 'previous' : null;
      const operation: Operation = to
        ? { action: 'move', ...place, to }
        : { action: 'moveToRow', ...place, to: beadOf(row) };
      void edit(operation, { row: own, segment, side }, [own, row]);
    },
  };
}
