import type { Side } from '../../core/bitext/bitext.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { RowExplanation } from '../../core/wire/rows.ts';
import { ask } from '../shared/ask.ts';
import { fieldsOf } from '../shared/fields.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';
import { beadOf } from './actions/at-cursor.ts';
import type { Cursor } from './cursor.ts';

interface Picked {
  readonly text: string;
  /** Where it stands: the segment and the place in it, in UTF-16 units. */
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes an entry of words of a row: those that are selected, and on the other
 * side those that were selected before, else those they are linked with.
 */
export async function makeEntry(at: Cursor, bitext: string): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('#term-dialog');
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return;
  const words = { source: selectedIn(at.row, 'source'), target: selectedIn(at.row, 'target') };
  const picked = words.source ?? words.target;
  const texts = { source: words.source?.text ?? '', target: words.target?.text ?? '' };
  if (picked) {
    const side = words.source ? 'source' : 'target';
    const other = side === 'source' ? 'target' : 'source';
    const why = await ask('GET /bitexts/:id/rows/:bead/why', { id: bitext, bead: beadOf(at.row) });
    if (why && !texts[other]) texts[other] = linkedText(at.row, why, picked, side);
  }
  for (const side of ['source', 'target'] as const) {
    const field = form.querySelector<HTMLInputElement>(`[name="${side}"]`);
    const column = at.row.querySelector<HTMLElement>(`:scope > .${side}`);
    if (!field || !column) continue;
    field.value = texts[side];
    field.lang = column.lang;
    field.dir = column.dir;
  }
  dialog.returnValue = '';
  dialog.showModal();
  form.querySelector<HTMLInputElement>('[name="source"]')?.select();
  const wanted = await new Promise<boolean>((resolve) =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'save'), { once: true }),
  );
  if (!wanted) return;
  const fields = { ...fieldsOf(form), action: 'extend' } as const;
  const answer = await ask('POST /bitexts/:id/candidates', { id: bitext }, fields);
  if (!answer) return;
  announce(t('Term added.'));
  // The rows are marked and checked anew.
  location.hash = `b${at.row.dataset['bead']}`;
  location.reload();
}

/** The words that are selected within one side of a row. */
function selectedIn(row: HTMLElement, side: Side): Picked | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const element = (range?.startContainer.parentElement ?? null)?.closest<HTMLElement>('.segment');
  if (!range || !element || !row.querySelector(`.${side}`)?.contains(element)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const start = before.toString().length + (text.length - text.trimStart().length);
  return {
    text: plainText(text.trim()),
    segment: Number(element.dataset['id']),
    start,
    end: start + text.trim().length,
  };
}

/** From the first to the last word that some words are linked with, as they stand in the other side. */
function linkedText(row: HTMLElement, { links }: RowExplanation, picked: Picked, side: Side): string {
  const other = side === 'source' ? 'target' : 'source';
  const linked = links
    .filter((link) => {
      const own = link[side];
      return own.segment === picked.segment && own.start < picked.end && own.end > picked.start;
    })
    .map((link) => link[other]);
  const [first] = linked;
  if (!first) return '';
  const same = linked.filter(({ segment }) => segment === first.segment);
  const [start, end] = [Math.min(...same.map((word) => word.start)), Math.max(...same.map((word) => word.end))];
  const text = row.querySelector(`.${other} > [data-id="${first.segment}"]`)?.textContent ?? '';
  return plainText(text.slice(start, end));
}
