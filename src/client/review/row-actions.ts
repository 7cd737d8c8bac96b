import { askText } from '../shared/ask-text.ts';
import { t } from '../shared/language.ts';
import { announce } from '../shared/messages.ts';
import { makeEntry } from './add-term.ts';
import type { Cursor, openCursor } from './cursor.ts';
import type { Drop } from './drag.ts';
import type { Action } from './keys.ts';
import { closeMatches, type Found, showMatches } from './memory-panel.ts';
import type { openPieces } from './pieces.ts';
import { type RealignProposal, showProposal } from './proposal-panel.ts';
import { editInPlace } from './segment-editor.ts';
import type { openSelection } from './selection.ts';
import { ask, type openSync } from './sync.ts';
import type { openTermCards } from './term-card.ts';
import { closeWhy, type Explanation, showWhy } from './why-panel.ts';

interface Parts {
  readonly list: HTMLElement;
  readonly address: string;
  readonly cursor: ReturnType<typeof openCursor>;
  readonly pieces: ReturnType<typeof openPieces>;
  readonly selection: ReturnType<typeof openSelection>;
  readonly sync: ReturnType<typeof openSync>;
  readonly cards: ReturnType<typeof openTermCards>;
}

/** What each action on rows does; those on the whole page are the page's own. */
export type RowActions = Record<
  Exclude<Action, 'confirmByConfidence' | 'nextDoubtful' | 'find' | 'undo' | 'redo' | 'keys'>,
  () => void
>;

/** The actions on the row or segment where the cursor is, or on the chosen rows. */
export function rowActions({ list, address, cursor, pieces, selection, sync, cards }: Parts): RowActions & {
  drop(drop: Drop): void;
} {
  /** A segment that waits for the one it is to be paired with. */
  let marked: { side: string; segment: string } | null = null;

  const actions: RowActions = {
    next: () => move(() => cursor.step(1, pieces.beside)),
    previous: () => move(() => cursor.step(-1, pieces.beside)),
    side: () => cursor.cross(),
    selectDown: () => void select(1),
    selectUp: () => void select(-1),
    selectDoubtfulRun: () => onRow(selectDoubtfulRun),
    confirm: () => void confirm(),
    reopen: () => mark('proposed'),
    flag: () => onRow((at) => void flag(at)),
    comment: () => onRow((at) => void comment(at)),
    exclude: () => mark('excluded'),
    merge: () => onRow(merge),
    split: () => onSegment((at) => change({ action: 'split', bead: beadOf(at.row), ...segmentOf(at) }, at)),
    swap: () => onRow((at) => change({ action: 'swap', bead: beadOf(at.row) }, at)),
    moveUp: () => onSegment((at) => change({ action: 'move', to: 'previous', ...segmentOf(at) }, at)),
    moveDown: () => onSegment((at) => change({ action: 'move', to: 'next', ...segmentOf(at) }, at)),
    shiftUp: () => onSegment((at) => change({ action: 'shift', to: 'previous', ...segmentOf(at) }, at)),
    shiftDown: () => onSegment((at) => change({ action: 'shift', to: 'next', ...segmentOf(at) }, at)),
    detach: () => onSegment((at) => change({ action: 'out', ...segmentOf(at) }, at)),
    pair: () => onSegment(pair),
    edit: () => onSegment((at) => void editText(at)),
    join: () => onSegment((at) => change({ action: 'join', ...segmentOf(at) }, at)),
    realign: () => onRow((at) => void realign(at)),
    restore: () => onRow((at) => void sync.post('proposal', { bead: chosen(at).map(beadOf) }, { side: at.side })),
    useTerm: () => onRow(useTerm),
    termCard: () => onRow((at) => void showCard(at)),
    addTerm: () => onRow((at) => void makeEntry(at, address)),
    why: () => onRow((at) => void explain(at)),
    useAlternative: () => onRow((at) => void takeAlternative(at)),
    memory: () => onRow((at) => void lookUp(at)),
  };

  function onRow(work: (at: Cursor) => void): void {
    const at = cursor.at();
    if (at) work(at);
  }

  function onSegment(work: (at: Cursor) => void): void {
    onRow((at) => {
      if (at.segment.dataset['id']) work(at);
      else announce(t('There is no segment on this side.'));
    });
  }

  /** The rows that an action is for: the chosen ones, else the one where the cursor is. */
  function chosen({ row }: Cursor): HTMLElement[] {
    const rows = selection.rows();
    return rows.length > 0 ? rows : [row];
  }

  function move(step: () => void): void {
    selection.clear();
    step();
  }

  async function select(by: 1 | -1): Promise<void> {
    const at = cursor.at();
    if (!at) return;
    selection.begin(at);
    const row = await pieces.beside(at.row, by);
    if (row) cursor.enter(row, at.side);
    announce(t('{count} rows chosen', { count: selection.reach(cursor.at()) }));
  }

  /** Chooses the run of doubtful rows around the cursor: they are best mended together. */
  function selectDoubtfulRun({ row, side }: Cursor): void {
    const doubtful = (next: Element | null) => next instanceof HTMLElement && next.classList.contains('doubtful');
    if (!doubtful(row)) {
      announce(t('This row is not doubtful.'));
      return;
    }
    let [first, last] = [row, row];
    while (doubtful(first.previousElementSibling)) first = first.previousElementSibling as HTMLElement;
    while (doubtful(last.nextElementSibling)) last = last.nextElementSibling as HTMLElement;
    selection.clear();
    cursor.enter(last, side);
    selection.begin(cursor.at());
    cursor.enter(first, side);
    announce(t('{count} rows chosen', { count: selection.reach(cursor.at()) }));
  }

  function change(body: Record<string, unknown>, at: Cursor): void {
    void sync.post('edits', { ...body, seen: seenOf(at.row) }, { side: at.side, segment: at.segment.dataset['id'] });
  }

  function mark(status: string, note?: string): void {
    onRow((at) => {
      const rows = chosen(at);
      void sync.post(
        'edits',
        { action: 'mark', bead: rows.map(beadOf), status, ...(note !== undefined && { note }), seen: seenIn(rows) },
        { side: at.side, segment: at.segment.dataset['id'] },
      );
    });
  }

  async function confirm(): Promise<void> {
    const at = cursor.at();
    if (!at) return;
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

  /** The next row that is not confirmed or excluded, else the one below. */
  function nextOpen(row: HTMLElement): Element | null {
    let next = row.nextElementSibling;
    while (next && /\b(?:confirmed|excluded)\b/u.test(next.className)) next = next.nextElementSibling;
    return next ?? row.nextElementSibling;
  }

  function merge(at: Cursor): void {
    const rows = chosen(at);
    const bead = rows.map(beadOf);
    const action = rows.length > 1 ? 'mergeRun' : 'merge';
    void sync.post('edits', { action, bead, seen: seenIn(rows) }, { side: at.side });
  }

  function pair(at: Cursor): void {
    const { side, segment } = segmentOf(at);
    if (!segment) return;
    for (const old of list.querySelectorAll('.to-pair')) old.classList.remove('to-pair');
    if (!marked || marked.side === side) {
      marked = { side, segment };
      at.segment.classList.add('to-pair');
      announce(t('Marked. Go to its translation and press the key again.'));
      return;
    }
    const body = { action: 'pair', [marked.side]: marked.segment, [side]: segment };
    marked = null;
    void sync.post('edits', body, { side: at.side, segment });
  }

  async function flag({ row, segment }: Cursor): Promise<void> {
    const note = await askText('note', 'flag', row.querySelector('.note-text')?.textContent ?? '');
    cursor.place(segment);
    if (note !== null) mark('flagged', note);
  }

  async function comment(at: Cursor): Promise<void> {
    const text = await askText('comment', 'comment');
    cursor.place(at.segment);
    if (!text?.trim()) return;
    const anchor = at.segment.dataset['id'] ? at.segment : at.row.querySelector<HTMLElement>('.segment[data-id]');
    const side = anchor?.closest<HTMLElement>('.side')?.dataset['side'];
    const answer = await ask<{ html: string }>(`${address}/comments`, { side, segment: anchor?.dataset['id'], text });
    const template = document.createElement('template');
    template.innerHTML = answer?.html ?? '';
    // The rest of the row may be newer on the page than in the answer.
    const comments = template.content.querySelectorAll('.comment');
    if (comments.length === 0) return;
    for (const old of at.row.querySelectorAll('.comment')) old.remove();
    at.row.append(...comments);
    announce(t('Comment saved.'));
  }

  async function editText(at: Cursor): Promise<void> {
    const edited = await editInPlace(at.segment);
    cursor.place(at.segment);
    if (edited.kind === 'left') return sync.settle();
    const before = at.segment.textContent ?? '';
    const follow = { side: at.side, segment: at.segment.dataset['id'] };
    if (edited.text !== before) {
      await sync.post(
        'edits',
        { action: 'rewrite', ...segmentOf(at), text: edited.text, seen: seenOf(at.row) },
        follow,
      );
    }
    if (edited.kind === 'cut') {
      await sync.post('edits', { action: 'cut', ...segmentOf(at), offset: edited.offset }, follow);
    }
  }

  function useTerm({ row }: Cursor): void {
    const form = row.querySelector<HTMLFormElement>('.term-finding form');
    if (form) form.requestSubmit();
    else announce(t('No term of this row can be put right by itself.'));
  }

  async function showCard({ row }: Cursor): Promise<void> {
    const said = await cards.next(row);
    announce(said ?? t('No term of the glossary stands in this row.'));
  }

  async function realign(at: Cursor): Promise<void> {
    const rows = selection.rows();
    const range = rows.length > 1 ? { bead: beadOf(rows[0]!), to: beadOf(rows.at(-1)!) } : { bead: beadOf(at.row) };
    announce(t('Aligning again…'));
    const query = new URLSearchParams(range as Record<string, string>);
    const proposal = await ask<RealignProposal>(`${address}/realign?${query}`);
    if (!proposal) return;
    const taken = await showProposal(at.row, proposal);
    selection.clear();
    if (!taken) return cursor.place(at.segment);
    await sync.post('realign', { ...range, key: proposal.key }, { side: at.side, segment: at.segment.dataset['id'] });
  }

  async function explain(at: Cursor): Promise<void> {
    const shown = at.row.querySelector('.why') !== null;
    closeWhy();
    if (shown) return;
    const explanation = await why(at);
    if (!explanation) return;
    showWhy(at.row, explanation, () => void takeAlternative(at));
    announce(at.row.querySelector('.why')?.textContent ?? '');
  }

  function why({ row }: Cursor): Promise<Explanation | null> {
    return ask<Explanation>(`${address}/rows/${beadOf(row)}/why`);
  }

  async function lookUp({ row }: Cursor): Promise<void> {
    if (closeMatches(row)) return;
    const answer = await ask<Found>(`${address}/rows/${beadOf(row)}/memory`);
    if (!answer) return;
    showMatches(row, answer);
    announce(row.querySelector('.memory')?.textContent ?? '');
  }

  async function takeAlternative(at: Cursor): Promise<void> {
    const explanation = await why(at);
    if (!explanation) return;
    const { alternative, beads } = explanation;
    if (!alternative) return announce(t('There is no other way to read this passage.'));
    const rows = beads.flatMap((bead) => document.getElementById(`b${bead}`) ?? []);
    await sync.post(
      'edits',
      { action: 'regroup', bead: beads, groups: alternative.groups, seen: seenIn(rows) },
      { side: at.side, segment: at.segment.dataset['id'] },
    );
  }

  return {
    ...actions,
    drop({ side, segment, row }) {
      const own = segment.closest<HTMLElement>('.row');
      const id = segment.dataset['id'];
      if (!own) return;
      const beside = row === own.nextElementSibling ? 'next' : row === own.previousElementSibling ? 'previous' : null;
      const body = beside
        ? { action: 'move', side, segment: id, to: beside }
        : { action: 'place', side, segment: id, bead: beadOf(row) };
      void sync.post('edits', { ...body, seen: seenIn([own, row]) }, { side, segment: id });
    },
  };
}

function beadOf(row: HTMLElement): string {
  return row.dataset['bead'] ?? '';
}

function segmentOf({ segment, side }: Cursor) {
  return { side, segment: segment.dataset['id'] };
}

/** The state of a row as the page shows it. */
export function seenOf(row: HTMLElement): Record<string, string> {
  return { [beadOf(row)]: row.dataset['key'] ?? '' };
}

function seenIn(rows: readonly HTMLElement[]): Record<string, string> {
  return Object.assign({}, ...rows.map(seenOf)) as Record<string, string>;
}
