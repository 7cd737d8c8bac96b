import type { Cursor } from './cursor.ts';

/** Rows chosen together, from the one where choosing began to the one where the cursor is. */
export function openSelection(list: HTMLElement) {
  let anchor: HTMLElement | null = null;

  function between(from: HTMLElement, to: HTMLElement): HTMLElement[] {
    const rows = [...list.querySelectorAll<HTMLElement>(':scope > .row')];
    const [a, b] = [rows.indexOf(from), rows.indexOf(to)];
    return a < 0 || b < 0 ? [] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  function clear(): void {
    anchor = null;
    for (const row of list.querySelectorAll('.selected')) row.classList.remove('selected');
  }

  return {
    clear,
    /** Keeps where choosing began before the cursor moves on. */
    begin(at: Cursor | null): void {
      if (!anchor?.isConnected) anchor = at?.row ?? null;
    },
    /** Chooses up to the row where the cursor is now; returns how many rows are chosen. */
    reach(at: Cursor | null): number {
      const from = anchor;
      const rows = from && at ? between(from, at.row) : [];
      clear();
      anchor = from;
      for (const row of rows) row.classList.add('selected');
      return rows.length;
    },
    /** Chooses these rows, which stand together, in place of others. */
    choose(rows: readonly HTMLElement[]): void {
      clear();
      anchor = rows[0] ?? null;
      for (const row of rows) row.classList.add('selected');
    },
    /** The chosen rows in order; empty where none are. */
    rows: (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .row.selected')],
  };
}
