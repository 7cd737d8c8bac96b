import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor, openCursor } from '../cursor.ts';
import type { openPieces } from '../pieces.ts';
import type { openSelection } from '../selection.ts';
import type { openSync } from '../sync.ts';
import type { openTermCards } from '../term-card.ts';

/** What the actions on rows work with. */
export interface Parts {
  readonly list: HTMLElement;
  /** The bitext's address. */
  readonly address: string;
  readonly cursor: ReturnType<typeof openCursor>;
  readonly pieces: ReturnType<typeof openPieces>;
  readonly selection: ReturnType<typeof openSelection>;
  readonly sync: ReturnType<typeof openSync>;
  readonly cards: ReturnType<typeof openTermCards>;
}

/** What an action is for: the row or segment where the cursor is, or the chosen rows. */
export function atCursor({ cursor, selection, sync }: Pick<Parts, 'cursor' | 'selection' | 'sync'>) {
  function onRow(work: (at: Cursor) => void): void {
    const at = cursor.at();
    if (at) work(at);
  }

  return {
    onRow,
    onSegment(work: (at: Cursor) => void): void {
      onRow((at) => {
        if (at.segment.dataset['id']) work(at);
        else announce(t('There is no segment on this side.'));
      });
    },
    /** The rows that an action is for: the chosen ones, else the one where the cursor is. */
    chosen({ row }: Cursor): HTMLElement[] {
      const rows = selection.rows();
      return rows.length > 0 ? rows : [row];
    },
    /** Sends an edit of the row; the cursor follows the segment. */
    change(body: Record<string, unknown>, at: Cursor): Promise<boolean> {
      return sync.post('edits', { ...body, seen: seenOf(at.row) }, segmentOf(at));
    },
  };
}

export function beadOf(row: HTMLElement): string {
  return row.dataset['bead'] ?? '';
}

/** The segment that is meant, and that the cursor goes to once the rows have changed. */
export function segmentOf({ segment, side }: Cursor) {
  return { side, segment: segment.dataset['id'] };
}

/** The state of a row as the page shows it. */
export function seenOf(row: HTMLElement): Record<string, string> {
  return { [beadOf(row)]: row.dataset['key'] ?? '' };
}

export function seenIn(rows: readonly HTMLElement[]): Record<string, string> {
  return Object.assign({}, ...rows.map(seenOf)) as Record<string, string>;
}
