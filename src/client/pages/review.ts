import { type Cursor, openCursor } from '../cursor.ts';
import { type Action, actionFor, KEYS, keysTable } from '../keys.ts';
import { followEdits } from '../live.ts';
import { announce, showProblem, showWaiting } from '../messages.ts';
import { openOutbox, type RefusedProblem } from '../outbox.ts';
import { openPieces } from '../pieces.ts';
import { type EditAnswer, showCounts, swapRows } from '../row-swap.ts';
import { editInPlace } from '../segment-editor.ts';
import { sureControl } from '../sure-control.ts';
import { closeWhy, type Explanation, showWhy } from '../why-panel.ts';

const list = document.querySelector<HTMLElement>('.rows');
const bar = document.querySelector<HTMLElement>('.action-bar');
const bitext = document.querySelector<HTMLElement>('.review-head')?.dataset['bitext'];

if (list && bar && bitext) startReview(list, bar, `/bitexts/${bitext}`);

function startReview(list: HTMLElement, bar: HTMLElement, address: string): void {
  const cursor = openCursor(list);
  const pieces = openPieces(list, address);
  const outbox = openOutbox((count, unreachable) => {
    showWaiting(count, unreachable);
    settle();
  });
  /** The last edit that is shown, and whether one before it was shown too late or not at all. */
  let last = seqOf(document);
  let disordered = false;
  let refreshing = false;
  followEdits<EditAnswer>(
    `${address}/events`,
    (id, change) => {
      if (!outbox.sent(id)) showForeign(change);
    },
    () => void refreshRows(),
  );
  const actions: Record<Action, () => void> = {
    next: () => cursor.step(1, pieces.beside),
    previous: () => cursor.step(-1, pieces.beside),
    side: () => cursor.cross(),
    nextDoubtful: () => void goToDoubtful(),
    confirm: () => void confirm(),
    confirmSure: () => void confirmSure(),
    reopen: () => mark('proposed'),
    flag: () => flag(),
    exclude: () => mark('excluded'),
    merge: () => onRow((at) => change({ action: 'merge', bead: at.row.dataset['bead'] }, at)),
    split: () =>
      onSegment((at) => change({ action: 'split', bead: at.row.dataset['bead'], ...segmentOf(at) }, at, at.segment)),
    moveUp: () => onSegment((at) => change({ action: 'move', to: 'previous', ...segmentOf(at) }, at, at.segment)),
    moveDown: () => onSegment((at) => change({ action: 'move', to: 'next', ...segmentOf(at) }, at, at.segment)),
    shiftUp: () => onSegment((at) => change({ action: 'shift', to: 'previous', ...segmentOf(at) }, at, at.segment)),
    shiftDown: () => onSegment((at) => change({ action: 'shift', to: 'next', ...segmentOf(at) }, at, at.segment)),
    takeOut: () => onSegment((at) => change({ action: 'out', ...segmentOf(at) }, at, at.segment)),
    pair: () => onSegment((at) => pair(at)),
    edit: () => onSegment((at) => void editText(at)),
    join: () => onSegment((at) => change({ action: 'join', ...segmentOf(at) }, at, at.segment)),
    realign: () => onRow((at) => void post('realign', { bead: at.row.dataset['bead'] }, { side: at.side })),
    useTerm: () => onRow(useTerm),
    why: () => onRow((at) => void explain(at)),
    runnerUp: () => onRow((at) => void takeRunnerUp(at)),
    undo: () => void post('undo', {}),
    redo: () => void post('redo', {}),
    keys: () => document.querySelector<HTMLDialogElement>('#keys-dialog')?.showModal(),
  };

  document.querySelector('#keys-table')?.append(keysTable());
  fillBar(bar, actions);
  document.addEventListener('keydown', (event) => {
    if ((event.target as Element).closest('input, textarea, select, dialog, summary')) return;
    if (event.key === 'Escape') closeWhy();
    const action = actionFor(event);
    if (!action || (action === 'confirm' && (event.target as Element).closest('a, button'))) return;
    event.preventDefault();
    actions[action]();
  });
  list.addEventListener('click', (event) => {
    const segment = (event.target as Element).closest<HTMLElement>('.segment');
    if (segment) cursor.place(segment);
  });
  list.addEventListener('dblclick', (event) => {
    if ((event.target as Element).closest('.segment')) actions.edit();
  });
  list.addEventListener('submit', (event) => {
    event.preventDefault();
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement, event.submitter));
    if (row) void post('edits', { ...fields, seen: seenOf(row) });
  });
  const sure = sureControl(address);
  document.querySelector('.sure')?.addEventListener('submit', (event) => {
    event.preventDefault();
    actions.confirmSure();
  });
  for (const name of ['undo', 'redo'] as const) {
    document
      .querySelector(`#${name}`)
      ?.closest('form')
      ?.addEventListener('submit', (event) => {
        event.preventDefault();
        actions[name]();
      });
  }
  const wanted = /^#b(\d+)$/u.exec(location.hash)?.[1];
  if (wanted) void goTo(wanted);
  else cursor.enter(list.querySelector('.row'));

  function onRow(work: (at: Cursor) => void): void {
    const at = cursor.at();
    if (at) work(at);
  }

  function onSegment(work: (at: Cursor) => void): void {
    onRow((at) => {
      if (at.segment.dataset['id']) work(at);
      else announce('There is no segment on this side.');
    });
  }

  function change(body: Record<string, unknown>, { row, side }: Cursor, follow?: HTMLElement): void {
    void post('edits', { ...body, seen: seenOf(row) }, { side, segment: follow?.dataset['id'] });
  }

  function mark(status: string, note?: string): void {
    onRow((at) =>
      change(
        { action: 'mark', bead: at.row.dataset['bead'], status, ...(note !== undefined && { note }) },
        at,
        at.segment,
      ),
    );
  }

  async function confirm(): Promise<void> {
    const at = cursor.at();
    if (!at) return;
    const { row, side } = at;
    const next = nextOpen(row);
    if (!row.classList.contains('confirmed'))
      void post('edits', { action: 'mark', bead: row.dataset['bead'], status: 'confirmed', seen: seenOf(row) });
    const there = next?.classList.contains('gap') ? await pieces.beside(next.previousElementSibling ?? row, 1) : next;
    if (there) cursor.enter(there, side);
  }

  /** The next row that is not confirmed or excluded, else the one below. */
  function nextOpen(row: HTMLElement): Element | null {
    let next = row.nextElementSibling;
    while (next && /\b(?:confirmed|excluded)\b/u.test(next.className)) next = next.nextElementSibling;
    return next ?? row.nextElementSibling;
  }

  async function confirmSure(): Promise<void> {
    await post('sure', { from: sure.from() });
  }

  let marked: { side: string; segment: string } | null = null;

  function pair(at: Cursor): void {
    const { side, segment } = segmentOf(at);
    if (!segment) return;
    unmark();
    if (!marked || marked.side === side) {
      marked = { side, segment };
      at.segment.classList.add('to-pair');
      announce('Marked. Go to its translation and press the key again.');
      return;
    }
    const body = { action: 'pair', [marked.side]: marked.segment, [side]: segment };
    marked = null;
    void post('edits', body, { side: at.side, segment });
  }

  function unmark(): void {
    for (const segment of list.querySelectorAll('.to-pair')) segment.classList.remove('to-pair');
  }

  function flag(): void {
    onRow(({ row, segment }) => {
      const dialog = document.querySelector<HTMLDialogElement>('#note-dialog');
      const field = document.querySelector<HTMLTextAreaElement>('#note-text');
      if (!dialog || !field) return;
      field.value = row.querySelector('.note')?.textContent ?? '';
      dialog.returnValue = 'cancel';
      dialog.addEventListener(
        'close',
        () => {
          cursor.place(segment);
          if (dialog.returnValue === 'flag') mark('flagged', field.value);
        },
        { once: true },
      );
      field.onkeydown = (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.altKey)) dialog.close('flag');
      };
      dialog.showModal();
      field.focus();
    });
  }

  async function editText(at: Cursor): Promise<void> {
    const edited = await editInPlace(at.segment);
    cursor.place(at.segment);
    if (edited.kind === 'left') return settle();
    const before = at.segment.textContent ?? '';
    if (edited.text !== before) {
      await post(
        'edits',
        { action: 'rewrite', ...segmentOf(at), text: edited.text, seen: seenOf(at.row) },
        { side: at.side, segment: at.segment.dataset['id'] },
      );
    }
    if (edited.kind === 'cut') {
      await post(
        'edits',
        { action: 'cut', ...segmentOf(at), offset: edited.offset },
        { side: at.side, segment: at.segment.dataset['id'] },
      );
    }
  }

  function useTerm({ row }: Cursor): void {
    const form = row.querySelector<HTMLFormElement>('.term-finding form');
    if (form) form.requestSubmit();
    else announce('No term of this row can be put right by itself.');
  }

  async function explain(at: Cursor): Promise<void> {
    const shown = at.row.querySelector('.why') !== null;
    closeWhy();
    if (shown) return;
    const explanation = await why(at);
    if (!explanation) return;
    showWhy(at.row, explanation, () => void takeRunnerUp(at));
    announce(at.row.querySelector('.why')?.textContent ?? '');
  }

  async function why({ row }: Cursor): Promise<Explanation | null> {
    try {
      const response = await fetch(`${address}/rows/${row.dataset['bead']}/why`);
      if (response.ok) return (await response.json()) as Explanation;
      const { title, hint } = (await response.json()) as RefusedProblem;
      showProblem(`${title} ${hint}`, response.status === 409);
    } catch {
      showProblem('The server does not answer. Try again when it is back.', false);
    }
    return null;
  }

  async function takeRunnerUp(at: Cursor): Promise<void> {
    const explanation = await why(at);
    if (!explanation) return;
    const { rival, beads } = explanation;
    if (!rival) return announce('There is no other way to read this passage.');
    const rows = beads.flatMap((bead) => document.getElementById(`b${bead}`) ?? []);
    const seen = Object.assign({}, ...rows.map(seenOf)) as Record<string, string>;
    await post(
      'edits',
      { action: 'regroup', bead: beads, groups: rival.groups, seen },
      { side: at.side, segment: at.segment.dataset['id'] },
    );
  }

  /** Sends a change and shows what the server made of it; the cursor follows the segment. */
  async function post(
    what: string,
    body: Record<string, unknown>,
    follow?: { side: string; segment?: string | undefined },
  ): Promise<void> {
    try {
      const answer = (await outbox.send(`${address}/${what}`, body)) as EditAnswer;
      const had = cursor.at();
      noteOrder(answer);
      const rows = swapRows(list, answer);
      if (!rows) {
        location.hash = answer.rows[0] ? `b${answer.rows[0].id}` : '';
        location.reload();
        return;
      }
      showCounts(answer);
      sure.refresh();
      announce(answer.label);
      if (had && !follow && list.contains(had.row)) return;
      const segment = follow?.segment
        ? list.querySelector<HTMLElement>(`.${follow.side} > [data-id="${follow.segment}"]`)
        : null;
      if (segment) cursor.place(segment);
      else cursor.enter(rows[0], follow?.side);
    } catch (refused) {
      const { title, detail, hint, status } = refused as RefusedProblem;
      showProblem([title, detail, hint].filter(Boolean).join(' '), status === 409);
    }
  }

  function showForeign(change: EditAnswer): void {
    const at = cursor.at();
    const editing = list.querySelector('textarea')?.closest<HTMLElement>('.row');
    // A row that is being edited stays; saving it will say that it has changed.
    if (editing && change.removed.includes(Number(editing.dataset['bead']))) {
      disordered = true;
      return;
    }
    noteOrder(change);
    const top = at?.row.getBoundingClientRect().top;
    const focused = at !== null && document.activeElement === at.segment;
    swapRows(list, change);
    showCounts(change);
    sure.refresh();
    if (at && !list.contains(at.row)) {
      const same = list.querySelector<HTMLElement>(`.${at.side} > [data-id="${at.segment.dataset['id']}"]`);
      if (same) cursor.place(same, focused);
    }
    const now = cursor.at()?.row.getBoundingClientRect().top;
    if (top !== undefined && now !== undefined) scrollBy(0, now - top);
    announce(`Someone else: ${change.label}`);
    settle();
  }

  /** One’s own edits come as answers, others’ as events: one may overtake the other. */
  function noteOrder({ seq }: EditAnswer): void {
    if (seq !== last + 1) disordered = true;
    last = Math.max(last, seq);
  }

  /** Once nothing is on its way, rows that may be wrong are fetched anew. */
  function settle(): void {
    if (disordered) void refreshRows();
  }

  /** Fetches the rows that are shown anew where the page holds the whole text; a long one is opened again at its place. */
  async function refreshRows(): Promise<void> {
    if (refreshing || document.body.classList.contains('saving') || list.querySelector('textarea')) return;
    if (pieces.inPieces()) {
      if (disordered) location.reload();
      return;
    }
    const at = cursor.at();
    const shownBefore = last;
    refreshing = true;
    const response = await fetch(location.href).catch(() => null);
    const text = response?.ok ? await response.text().catch(() => null) : null;
    refreshing = false;
    if (text === null) return;
    // What was done while the page was on its way may not be in it.
    disordered =
      document.body.classList.contains('saving') || list.querySelector('textarea') !== null || last !== shownBefore;
    if (disordered) return settle();
    const page = new DOMParser().parseFromString(text, 'text/html');
    const rows = page.querySelector('.rows');
    if (!rows) return;
    last = Math.max(last, seqOf(page));
    const top = scrollY;
    list.replaceChildren(...rows.children);
    for (const id of ['counts', 'progress']) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (old && fresh) old.replaceWith(fresh);
    }
    scrollTo(0, top);
    const same = at && list.querySelector<HTMLElement>(`.${at.side} > [data-id="${at.segment.dataset['id']}"]`);
    if (same) cursor.place(same, false);
    else cursor.enter(list.querySelector('.row'));
  }

  async function goTo(bead: string, side = 'source'): Promise<void> {
    const row = await pieces.reveal(bead);
    cursor.enter(row ?? list.querySelector('.row'), side);
  }

  async function goToDoubtful(): Promise<void> {
    if (pieces.inPieces()) {
      const at = cursor.at();
      const response = await fetch(`${address}/doubtful?after=${at?.row.dataset['bead'] ?? 0}`);
      const { bead } = (await response.json()) as { bead: number | null };
      if (bead === null) announce('No row is doubtful.');
      else await goTo(String(bead), at?.side);
      return;
    }
    const rows = [...list.querySelectorAll<HTMLElement>('.row')];
    const at = cursor.at();
    const from = at ? rows.indexOf(at.row) : -1;
    const next =
      rows.slice(from + 1).find((row) => row.classList.contains('doubtful')) ??
      rows.find((row) => row.classList.contains('doubtful'));
    if (next) cursor.enter(next, at?.side);
    else announce('No row is doubtful.');
  }
}

function segmentOf({ segment, side }: Cursor) {
  return { side, segment: segment.dataset['id'] };
}

function seenOf(row: HTMLElement): Record<string, string> {
  return { [row.dataset['bead'] ?? '']: row.dataset['key'] ?? '' };
}

function fillBar(bar: HTMLElement, actions: Record<Action, () => void>): void {
  for (const { action, button, label, keys } of KEYS) {
    if (!button) continue;
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = button;
    element.title = `${label} (${keys[0]})`;
    element.setAttribute('aria-keyshortcuts', keys.map((key) => key.replace('Ctrl', 'Control')).join(' '));
    element.addEventListener('click', () => actions[action]());
    bar.append(element);
  }
  bar.hidden = false;
}

/** The number of the last edit that a page shows. */
function seqOf(page: Document): number {
  return Number(page.querySelector<HTMLElement>('.review-head')?.dataset['seq'] ?? 0);
}
