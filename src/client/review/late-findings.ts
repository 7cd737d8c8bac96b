import { fetchAnswer } from '../shared/request.ts';

/** Rows asked for at once. */
const PIECE_ROWS = 60;

/**
 * A page of many rows comes before all of them are checked. Fetches what is found in the others, some at a time; what
 * has changed meanwhile has come with its findings.
 * @param narrowed the search by which the page was narrowed, and the edit that it shows
 */
export async function fetchLateFindings(
  list: HTMLElement,
  { bitext, narrowed }: { readonly bitext: string; readonly narrowed: object },
  putIn: (fresh: readonly HTMLElement[]) => void,
): Promise<void> {
  const rows = [...list.querySelectorAll<HTMLElement>('.row')];
  for (let at = rows.findIndex(isUnchecked); at >= 0 && at < rows.length; at += PIECE_ROWS) {
    if (!rows.slice(at, at + PIECE_ROWS).some(isUnchecked)) continue;
    const piece = await fetchAnswer('GET /bitexts/:id/rows', { id: bitext }, { ...narrowed, at, count: PIECE_ROWS });
    // What cannot be had now is there when the page is opened again.
    if (!piece) return;
    const template = document.createElement('template');
    template.innerHTML = piece.html;
    putIn([...template.content.querySelectorAll<HTMLElement>('.row')]);
  }
}

function isUnchecked(row: HTMLElement): boolean {
  return row.dataset['unchecked'] !== undefined;
}
