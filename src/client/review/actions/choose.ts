import { askText } from '../../shared/ask-text.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import { atCursor, type Parts } from './at-cursor.ts';

/** Rows that a page key goes on. */
const PAGE = 10;

/** Moving through the rows, and choosing several of them. */
export function chooseActions(parts: Parts) {
  const { cursor, pieces, selection } = parts;
  const { onRow } = atCursor(parts);

  function move(step: () => void): void {
    selection.clear();
    step();
  }

  /** Ten rows on or back, or as many as there are. */
  async function page({ row, side }: Cursor, by: 1 | -1): Promise<void> {
    let there: Element = row;
    for (let i = 0; i < PAGE; i++) {
      const beside = await pieces.beside(there, by);
      if (!beside) break;
      there = beside;
    }
    cursor.enter(there, side);
  }

  async function goTo(place: number): Promise<void> {
    const row = await pieces.revealPlace(place);
    if (row) cursor.enter(row, cursor.at()?.side);
    else announce(t('There is no such row.'));
  }

  async function askForRow({ segment }: Cursor): Promise<void> {
    const answer = await askText('goto', 'go');
    cursor.place(segment);
    if (answer === null) return;
    const place = pieces.placeOfNumber(answer.trim());
    if (place === null) announce(t('There is no such row.'));
    else await goTo(place);
  }

  async function select(by: 1 | -1): Promise<void> {
    const at = cursor.at();
    if (!at) return;
    selection.begin(at);
    const row = await pieces.beside(at.row, by);
    if (row) cursor.enter(row, at.side);
    announceChosen();
  }

  /** Chooses the run of doubtful rows around the cursor: they are best mended together. */
  function selectDoubtfulRun({ row, side }: Cursor): void {
    if (!isDoubtful(row)) {
      announce(t('This row is not doubtful.'));
      return;
    }
    let [first, last] = [row, row];
    while (isDoubtful(first.previousElementSibling)) first = first.previousElementSibling;
    while (isDoubtful(last.nextElementSibling)) last = last.nextElementSibling;
    selection.clear();
    cursor.enter(last, side);
    selection.begin(cursor.at());
    cursor.enter(first, side);
    announceChosen();
  }

  function announceChosen(): void {
    announce(t('{count} rows chosen', { count: selection.reach(cursor.at()) }));
  }

  return {
    next: () => move(() => cursor.step(1, pieces.beside)),
    previous: () => move(() => cursor.step(-1, pieces.beside)),
    pageDown: () => onRow((at) => move(() => void page(at, 1))),
    pageUp: () => onRow((at) => move(() => void page(at, -1))),
    first: () => move(() => void goTo(0)),
    last: () => move(() => void goTo(pieces.count() - 1)),
    goToRow: () => onRow((at) => void askForRow(at)),
    side: () => cursor.cross(),
    selectDown: () => void select(1),
    selectUp: () => void select(-1),
    selectDoubtfulRun: () => onRow(selectDoubtfulRun),
  };
}

function isDoubtful(row: Element | null): row is HTMLElement {
  return row instanceof HTMLElement && row.classList.contains('doubtful');
}
