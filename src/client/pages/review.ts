import { seenOf } from '../review/actions/at-cursor.ts';
import { rowActions } from '../review/actions/row-actions.ts';
import { confidenceControl } from '../review/confidence-control.ts';
import { openCursor } from '../review/cursor.ts';
import { openDrag } from '../review/drag.ts';
import { markFound } from '../review/found-text.ts';
import type { Action } from '../review/keys.ts';
import { keysTable } from '../review/keys-table.ts';
import { actionFor, bindings } from '../review/own-keys.ts';
import { openPieces } from '../review/pieces.ts';
import { openSelection } from '../review/selection.ts';
import { openSync } from '../review/sync.ts';
import { openTermCards } from '../review/term-card.ts';
import { openMap } from '../review/text-map.ts';
import { closeWhy } from '../review/why-panel.ts';
import { ask } from '../shared/ask.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';

const list = document.querySelector<HTMLElement>('.rows');
const bar = document.querySelector<HTMLElement>('.action-bar');
const bitext = document.querySelector<HTMLElement>('.review-head')?.dataset['bitext'];

if (list && bar && bitext) startReview(list, bar, `/bitexts/${bitext}`);

function startReview(list: HTMLElement, bar: HTMLElement, address: string): void {
  const cursor = openCursor(list);
  const seq = Number(document.querySelector<HTMLElement>('.review-head')?.dataset['seq'] ?? 0);
  const pieces = openPieces(list, address, location.search, seq);
  const selection = openSelection(list);
  const sure = confidenceControl(address);
  const map = openMap(address, (bead) => void goTo(bead), list);
  const sync = openSync({
    list,
    address,
    cursor,
    pieces,
    changed() {
      sure.refresh();
      map.refresh();
      offerDrafts();
    },
  });
  const cards = openTermCards(list);
  const { drop, offerDrafts, ...ofRows } = rowActions({ list, address, cursor, pieces, selection, sync, cards });
  const actions: Record<Action, () => void> = {
    ...ofRows,
    nextDoubtful: () => void goToDoubtful(),
    confirmByConfidence: () => void sync.post('confirm-by-confidence', { from: sure.from() }),
    find: () => openFind(),
    undo: () => void sync.post('undo', {}),
    redo: () => void sync.post('redo', {}),
    keys: () => document.querySelector<HTMLDialogElement>('#keys-dialog')?.showModal(),
  };

  document.querySelector('#keys-table')?.append(keysTable());
  fillBar(bar, actions);
  markFound(list);
  openDrag(list, drop);
  document.addEventListener('keydown', (event) => {
    if ((event.target as Element).closest('input, textarea, select, dialog, summary')) return;
    if (event.key === 'Escape') {
      closeWhy();
      cards.hide();
      selection.clear();
    }
    const action = actionFor(event);
    if (!action || (action === 'confirm' && (event.target as Element).closest('a, button'))) return;
    event.preventDefault();
    actions[action]();
  });
  list.addEventListener('click', (event) => {
    const segment = (event.target as Element).closest<HTMLElement>('.segment');
    if (!segment) return;
    if (event.shiftKey) selection.begin(cursor.at());
    else selection.clear();
    cursor.place(segment);
    if (event.shiftKey) announce(t('{count} rows chosen', { count: selection.reach(cursor.at()) }));
  });
  list.addEventListener('dblclick', (event) => {
    if ((event.target as Element).closest('.segment')) actions.edit();
  });
  list.addEventListener('submit', (event) => {
    event.preventDefault();
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement, event.submitter));
    if (row) void sync.post('edits', { ...fields, seen: seenOf(row) });
  });
  onSubmit(document.querySelector('.sure'), actions.confirmByConfidence);
  for (const name of ['undo', 'redo'] as const) {
    onSubmit(document.querySelector(`#${name}`)?.closest('form') ?? null, actions[name]);
  }
  const wanted = /^#b(\d+)$/u.exec(location.hash)?.[1];
  if (wanted) void goTo(wanted);
  else cursor.enter(list.querySelector('.row'));

  async function goTo(bead: string, side = 'source'): Promise<void> {
    const row = await pieces.reveal(bead);
    cursor.enter(row ?? list.querySelector('.row'), side);
  }

  async function goToDoubtful(): Promise<void> {
    const at = cursor.at();
    if (pieces.inPieces()) {
      const after = at?.row.dataset['bead'] ?? 0;
      const answer = await ask<{ bead: number | null }>(`${address}/doubtful?after=${after}`);
      if (answer?.bead) await goTo(String(answer.bead), at?.side);
      else if (answer) announce(t('No row is doubtful.'));
      return;
    }
    const rows = [...list.querySelectorAll<HTMLElement>('.row')];
    const from = at ? rows.indexOf(at.row) : -1;
    const doubtful = (row: HTMLElement) => row.classList.contains('doubtful');
    const next = rows.slice(from + 1).find(doubtful) ?? rows.find(doubtful);
    if (next) cursor.enter(next, at?.side);
    else announce(t('No row is doubtful.'));
  }
}

function openFind(): void {
  const details = document.querySelector<HTMLDetailsElement>('.find');
  if (!details) return;
  details.open = true;
  details.querySelector<HTMLInputElement>('#find')?.select();
}

function onSubmit(form: HTMLFormElement | null, work: () => void): void {
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    work();
  });
}

function fillBar(bar: HTMLElement, actions: Record<Action, () => void>): void {
  for (const { action, button, label, keys } of bindings()) {
    if (!button) continue;
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = t(button);
    element.title = keys[0] ? `${t(label)} (${keys[0]})` : t(label);
    element.setAttribute('aria-keyshortcuts', keys.map((key) => key.replace('Ctrl', 'Control')).join(' '));
    element.addEventListener('click', () => actions[action]());
    bar.append(element);
  }
  bar.hidden = false;
}
