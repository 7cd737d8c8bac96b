import type { Side } from '../../../core/bitext/bitext.ts';
import type { Operation } from '../../../core/bitext/operation.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor, openCursor } from '../cursor.ts';
import type { openFindings } from '../findings.ts';
import type { openPieces } from '../pieces.ts';
import type { openSelection } from '../selection.ts';
import type { Follow, openSync } from '../sync.ts';
import type { openTermCards } from '../term-card.ts';

/** What the actions on rows work with. */
export interface Parts {
  readonly list: HTMLElement;
  /** The bitext's number. */
  readonly bitext: string;
  readonly cursor: ReturnType<typeof openCursor>;
  readonly pieces: ReturnType<typeof openPieces>;
  readonly selection: ReturnType<typeof openSelection>;
  readonly sync: ReturnType<typeof openSync>;
  readonly cards: ReturnType<typeof openTermCards>;
  readonly findings: ReturnType<typeof openFindings>;
}

/** What an action is for: the row or segment where the cursor is, or the chosen rows. */
export function atCursor({ cursor, selection, sync }: Pick<Parts, 'cursor' | 'selection' | 'sync'>) {
  function onRow(work: (at: Cursor) => void): void {
    const at = cursor.at();
    if (at) work(at);
  }

  return {
    onRow,
    onSegment(work: (at: Cursor, place: SegmentPlace) => void): void {
      onRow((at) => {
        const place = placeOf(at.segment);
        if (place) work(at, place);
        else announce(t('There is no segment on this side.'));
      });
    },
    /** The rows that an action is for: the chosen ones, else the one where the cursor is. */
    chosen({ row }: Cursor): HTMLElement[] {
      const rows = selection.rows();
      return rows.length > 0 ? rows : [row];
    },
    /** Sends an edit of some rows, by default of the cursor's; the cursor follows its segment. */
    edit(operation: Operation, at: Cursor, rows: readonly HTMLElement[] = [at.row]): Promise<boolean> {
      return sync.post('POST /bitexts/:id/edits', { ...operation, seen: seenIn(rows) }, followOf(at));
    },
  };
}

/** A segment that an edit is of. */
export interface SegmentPlace {
  readonly side: Side;
  readonly segment: number;
}

/** Null for what stands where a side of a row is empty. */
export function placeOf(element: HTMLElement | null): SegmentPlace | null {
  const side = element?.closest<HTMLElement>('.side')?.dataset['side'];
  const id = element?.dataset['id'];
  return id && (side === 'source' || side === 'target') ? { side, segment: Number(id) } : null;
}

/** Where the cursor goes once the rows have changed. */
export function followOf({ side, segment }: Cursor): Follow {
  return { side, segment: placeOf(segment)?.segment };
}

export function beadOf(row: HTMLElement): number {
  return Number(row.dataset['bead']);
}

/** The state of rows as the page shows them. */
export function seenIn(rows: readonly HTMLElement[]): Record<number, string> {
  return Object.fromEntries(rows.map((row) => [beadOf(row), row.dataset['key'] ?? '']));
}
