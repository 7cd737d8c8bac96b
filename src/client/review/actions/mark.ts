import type { BeadStatus } from '../../../core/bitext/bitext.ts';
import { askText } from '../../shared/ask-text.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import { atCursor, beadOf, type Parts, seenIn } from './at-cursor.ts';

/** Sets the status of rows: confirmed, flagged, excluded, or reopened. */
export function markActions(parts: Parts) {
  const { list, cursor, pieces, selection, sync } = parts;
  const { onRow, chosen, edit } = atCursor(parts);

  function mark(status: BeadStatus, note?: string): void {
    onRow((at) => {
      const rows = chosen(at);
      void edit({ action: 'setStatus', beads: rows.map(beadOf), status, note }, at, rows);
    });
  }

  /** Rows that are being confirmed: a key that is held down does it once. */
  const onTheirWay = new WeakSet<HTMLElement>();

  async function confirm(at: Cursor, rows: readonly HTMLElement[]): Promise<void> {
    const last = rows.at(-1) ?? at.row;
    const next = nextOpen(last);
    const open = rows.filter(
      (row) => !onTheirWay.has(row) && (!row.classList.contains('confirmed') || row.classList.contains('assumed')),
    );
    for (const row of open) onTheirWay.add(row);
    const sent = { action: 'setStatus', beads: open.map(beadOf), status: 'confirmed', seen: seenIn(open) } as const;
    const sending = open.length > 0 ? sync.post('POST /bitexts/:id/edits', sent) : Promise.resolve(true);
    // Where it came to nothing, the key may be pressed again.
    void sending.then(() => {
      for (const row of open) onTheirWay.delete(row);
    });
    selection.clear();
    const there = next?.classList.contains('gap') ? await pieces.beside(next.previousElementSibling ?? last, 1) : next;
    if (there) cursor.enter(there, at.side);
    // What was done is said first.
    else if (await sending) sayEnd();
  }

  /** The end of the rows that are shown; those of a filter are not all. */
  function sayEnd(): void {
    if (list.classList.contains('all')) announce(t('That was the last row here.'), 'undo');
    else announce(t('That was the last row of this filter.'), 'all');
  }

  async function flag({ row, segment }: Cursor): Promise<void> {
    const note = await askText('note', 'flag', row.querySelector('.note-text')?.textContent ?? '', String(beadOf(row)));
    cursor.place(segment);
    if (note !== null) mark('flagged', note);
  }

  return {
    confirm: () => onRow((at) => void confirm(at, chosen(at))),
    /** What was read in one look is confirmed with one key. */
    confirmPassage: () => onRow((at) => void confirm(at, passageFrom(at.row))),
    reopen: () => mark('proposed'),
    flag: () => onRow((at) => void flag(at)),
    /** Excludes, or takes back in what is excluded already. */
    exclude: () => onRow((at) => mark(chosen(at).every(isExcluded) ? 'proposed' : 'excluded')),
  };
}

/** A row and the open ones that follow it in the text, as far as they can be seen: nobody confirms what was out of sight. */
function passageFrom(row: HTMLElement): HTMLElement[] {
  const rows = [row];
  for (let next = row.nextElementSibling; isOpen(next); next = next.nextElementSibling) {
    if (numberOf(next) !== numberOf(rows.at(-1)) + 1 || !isInSight(next)) break;
    rows.push(next);
  }
  return rows;
}

function isOpen(row: Element | null): row is HTMLElement {
  return row instanceof HTMLElement && row.matches('.row.proposed, .row.assumed');
}

function numberOf(row: Element | undefined): number {
  return Number(row?.querySelector('.n')?.textContent);
}

/** Whether all of a row stands between the head of the page and the bar at its foot. */
function isInSight(row: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  const head = document.querySelector('.review-head')?.getBoundingClientRect().bottom ?? 0;
  const foot = document.querySelector('.action-bar')?.getBoundingClientRect().top ?? innerHeight;
  return top >= head - 1 && bottom <= foot + 1;
}

function isExcluded(row: HTMLElement): boolean {
  return row.classList.contains('excluded');
}

/** The next row that is not confirmed or excluded, else the one below. */
function nextOpen(row: HTMLElement): Element | null {
  let next = row.nextElementSibling;
  while (next && /\b(?:confirmed|excluded)\b/u.test(next.className)) next = next.nextElementSibling;
  return next ?? row.nextElementSibling;
}
