/** The row and segment that the reviewer is at: the focused segment, or the last one that was. */
export interface Cursor {
  readonly row: HTMLElement;
  readonly segment: HTMLElement;
  readonly side: 'source' | 'target';
}

/** Moves through the segments of the rows. One segment at a time can be reached with Tab. */
export function openCursor(list: HTMLElement) {
  let current: HTMLElement | null = null;

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
    const segment = (event.target as Element).closest<HTMLElement>('.segment');
    if (segment && segment !== current) place(segment, false);
  });

  return {
    place,
    at(): Cursor | null {
      if (!current?.isConnected) return null;
      const row = current.closest<HTMLElement>('.row');
      const side = current.closest<HTMLElement>('.side')?.dataset['side'];
      return row && (side === 'source' || side === 'target') ? { row, segment: current, side } : null;
    },
    /** To the next or previous segment of the same side. */
    step(by: 1 | -1): void {
      if (!current?.isConnected) return;
      const side = current.closest<HTMLElement>('.side')?.dataset['side'] ?? 'source';
      const segments = [...list.querySelectorAll<HTMLElement>(`.${side} > .segment`)];
      const next = segments[segments.indexOf(current) + by];
      if (next) place(next);
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
