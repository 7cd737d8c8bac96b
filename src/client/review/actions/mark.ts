import { askText } from '../../shared/ask-text.ts';
import type { Cursor } from '../cursor.ts';
import { atCursor, beadOf, type Parts, seenIn, segmentOf } from './at-cursor.ts';

/** What is said of rows: confirmed, flagged, left out, or open again. */
export function markActions(parts: Parts) {
  const { cursor, pieces, selection, sync } = parts;
  const { onRow, chosen } = atCursor(parts);

  function mark(status: string, note?: string): void {
    onRow((at) => {
      const rows = chosen(at);
      const body = { action: 'mark', bead: rows.map(beadOf), status, ...(note !== undefined && { note }) };
      void sync.post('edits', { ...body, seen: seenIn(rows) }, segmentOf(at));
    });
  }

  async function confirm(at: Cursor): Promise<void> {
    const rows = chosen(at);
    const last = rows.at(-1) ?? at.row;
    const next = nextOpen(last);
    const open = rows.filter((row) => !row.classList.contains('confirmed'));
    if (open.length > 0)
      void sync.post('edits', { action: 'mark', bead: open.map(beadOf), status: 'confirmed', seen: seenIn(open) });
    selection.clear();
    const there = next?.classList.contains('gap') ? await pieces.beside(next.previousElementSibling ?? last, 1) : next;
    if (there) cursor.enter(there, at.side);
  }

  async function flag({ row, segment }: Cursor): Promise<void> {
    const note = await askText('note', 'flag', row.querySelector('.note-text')?.textContent ?? '');
    cursor.place(segment);
    if (note !== null) mark('flagged', note);
  }

  return {
    confirm: () => onRow((at) => void confirm(at)),
    reopen: () => mark('proposed'),
    flag: () => onRow((at) => void flag(at)),
    exclude: () => mark('excluded'),
  };
}

/** The next row that is not confirmed or excluded, else the one below. */
function nextOpen(row: HTMLElement): Element | null {
  let next = row.nextElementSibling;
  while (next && /\b(?:confirmed|excluded)\b/u.test(next.className)) next = next.nextElementSibling;
  return next ?? row.nextElementSibling;
}
