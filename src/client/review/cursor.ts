import type { Side } from '../../core/bitext/bitext.ts';
import { within } from '../shared/within.ts';
/** The row and segment that the reviewer is at: the focused segment, or the last one that was. */
export interface Cursor {
  readonly row: HTMLElement;
  readonly segment: HTMLElement;
  readonly side: Side;
}

/** Moves through the segments of the rows. One segment at a time can be reached with Tab. */
export function openCursor(list: HTMLElement) {
  let current: HTMLElement | null = null;
  let moving = Promise.resolve();

  function place(segment: HTMLElement, focus = true): void {
    current?.setAttribute('tabindex', '-1');
    current?.closest('.row')?.classList.remove('current');
    current = segment;
    segment.setAttribute('tabindex', '0');
    segment.closest('.row')?.classList.add('current');
    if (focus) {
      segment.focus({ preventScroll: true });
      segment.closest('.row')?.scrollIntoView({ block: 'nearest' });
    }
  }

  list.addEventListener('focusin', (event) => {
    const segment = within(event, '.segment');
    if (segment && segment !== current) place(segment, false);
  });

  async function stepOnce(by: 1 | -1, beside: (row: Element, by: 1 | -1) => Promise<Element | null>): Promise<void> {
    const row = current?.isConnected ? current.closest('.row') : null;
    if (!current || !row) return;
    const side = current.closest<HTMLElement>('.side')?.dataset['side'] ?? 'source';
    const within = segmentsIn(row, side);
    const next = within[within.indexOf(current) + by];
    if (next) return place(next);
    const other = await beside(row, by);
    const segments = other ? segmentsIn(other, side) : [];
    const target = by === 1 ? segments[0] : segments.at(-1);
    if (target) place(target);
  }

  return {
    place,
    at(): Cursor | null {
      if (!current?.isConnected) return null;
      const row = current.closest<HTMLElement>('.row');
      const side = current.closest<HTMLElement>('.side')?.dataset['side'];
      return row && (side === 'source' || side === 'target') ? { row, segment: current, side } : null;
    },
    /**
     * To the next or previous segment of the same side.
     * @param beside the row before or behind another
     */
    step(by: 1 | -1, beside: (row: Element, by: 1 | -1) => Promise<Element | null>): void {
      // One after another: a key held down outruns rows that must be fetched.
      moving = moving.then(() => stepOnce(by, beside)).catch(reportError);
    },
    /** To the other side of the row. */
    cross(): void {
      const side = current?.closest<HTMLElement>('.side')?.dataset['side'];
      const other = current
        ?.closest('.row')
        ?.querySelector<HTMLElement>(`.${side === 'source' ? 'target' : 'source'} > .segment`);
      if (other) place(other);
    },
    /** To the first segment of a row, on the side where the cursor is. */
    enter(row: Element | null | undefined, side = 'source'): void {
      const segment = row?.querySelector<HTMLElement>(`.${side} > .segment`);
      if (segment) place(segment);
    },
  };
}

function segmentsIn(row: Element, side: string): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(`.${side} > .segment`)];
}
