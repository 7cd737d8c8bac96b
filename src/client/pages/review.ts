import { fillBar } from '../review/action-bar.ts';
import { beadOf, seenIn } from '../review/actions/at-cursor.ts';
import { rowActions } from '../review/actions/row-actions.ts';
import { confidenceControl } from '../review/confidence-control.ts';
import { openNeighbours } from '../review/context/neighbours.ts';
import { showPlaceInText } from '../review/context/place-in-text.ts';
import { openCursor } from '../review/cursor.ts';
import { openDrag } from '../review/drag.ts';
import { openFindings } from '../review/findings.ts';
import { markFound } from '../review/found-text.ts';
import type { Action } from '../review/keys.ts';
import { keysTable, narrowKeys } from '../review/keys-table.ts';
import { fetchLateFindings } from '../review/late-findings.ts';
import { actionFor } from '../review/own-keys.ts';
import { openCompany } from '../review/people/company.ts';
import { completeMentions } from '../review/people/mentions.ts';
import { openThreads } from '../review/people/threads.ts';
import { openPieces } from '../review/pieces.ts';
import { operationIn } from '../review/row-form.ts';
import { openSelection } from '../review/selection.ts';
import { openSync } from '../review/sync.ts';
import { openTermCards } from '../review/term-card.ts';
import { openMap } from '../review/text-map.ts';
import { closeWhy } from '../review/why-panel.ts';
import { ask } from '../shared/ask.ts';
import { watchFaults } from '../shared/faults.ts';
import { t } from '../shared/language.ts';
import { announce, clearProblem, readOut } from '../shared/messages.ts';
import { newId } from '../shared/new-id.ts';
import { within } from '../shared/within.ts';

watchFaults();

const list = document.querySelector<HTMLElement>('.rows');
const bar = document.querySelector<HTMLElement>('.action-bar');
const bitext = document.querySelector<HTMLElement>('.review-head')?.dataset['bitext'];

if (list && bar && bitext) startReview(list, bar, bitext);

function startReview(list: HTMLElement, bar: HTMLElement, bitext: string): void {
  const cursor = openCursor(list);
  const seq = Number(document.querySelector<HTMLElement>('.review-head')?.dataset['seq'] ?? 0);
  const pieces = openPieces(list, bitext, location.search, seq);
  const selection = openSelection(list);
  const sure = confidenceControl(bitext);
  const map = openMap(bitext, (bead) => void goTo(bead), list);
  const page = newId();
  const company = openCompany({ list, bitext, page, goTo: (bead) => void goTo(bead) });
  const threads = openThreads(list, bitext);
  completeMentions(document.querySelector('#comment-text'), document.querySelector('#reply-text'));
  const sync = openSync({
    list,
    bitext,
    page,
    cursor,
    pieces,
    heard(news) {
      if ('commented' in news) void threads.refresh(news.commented);
      else company.hear(news);
    },
    missed: () => company.forget(),
    changed() {
      sure.refresh();
      map.refresh();
      offerDrafts();
    },
  });
  const cards = openTermCards(list);
  const findings = openFindings(list);
  const narrowed = list.classList.contains('all')
    ? {}
    : { ...Object.fromEntries(new URLSearchParams(location.search)), seq };
  void fetchLateFindings(list, { bitext, narrowed }, findings.putIn);
  const { drop, offerDrafts, dismiss, ...ofRows } = rowActions({
    list,
    bitext,
    cursor,
    pieces,
    selection,
    sync,
    cards,
    findings,
  });
  const actions: Record<Action, () => void> = {
    ...ofRows,
    nextDoubtful: () => void goToDoubtful(),
    nextFinding: () => void goToFinding(),
    nextFindingRow: () => void goToRowWithFinding(),
    confirmByConfidence: () => void sync.post('POST /bitexts/:id/confirm-by-confidence', { from: sure.from() }),
    find: () => openFind(),
    undo: () => void sync.post('POST /bitexts/:id/undo', {}),
    redo: () => void sync.post('POST /bitexts/:id/redo', {}),
    keys: () => document.querySelector<HTMLDialogElement>('#keys-dialog')?.showModal(),
  };

  fillKeys();
  fillBar(bar, actions);
  markFound(list);
  openDrag(list, drop);
  openNeighbours(list, bitext);
  showPlaceInText(list);
  document.addEventListener('keydown', (event) => {
    if (within(event, 'input, textarea, select, dialog')) return;
    if (within(event, 'summary') && (event.key === 'Enter' || event.key === ' ')) return;
    if (event.key === 'Escape') {
      bar.querySelector('details')?.removeAttribute('open');
      clearProblem();
      closeWhy();
      cards.hide();
      findings.choose(null);
      selection.clear();
    }
    const action = actionFor(event);
    if (!action || ((action === 'confirm' || action === 'confirmPassage') && within(event, 'a, button'))) return;
    event.preventDefault();
    actions[action]();
  });
  list.addEventListener('click', (event) => {
    const segment = within(event, '.segment');
    if (!segment) return;
    if (event.shiftKey) selection.begin(cursor.at());
    else selection.clear();
    cursor.place(segment);
    if (event.shiftKey) announce(t('{count} rows chosen', { count: selection.reach(cursor.at()) }));
  });
  list.addEventListener('dblclick', (event) => {
    if (within(event, '.segment')) actions.edit();
  });
  list.addEventListener('submit', (event) => {
    const form = within<HTMLFormElement>(event, 'form');
    const row = form?.closest<HTMLElement>('.row');
    if (row && form?.matches('.dismissal')) {
      event.preventDefault();
      void dismiss(form);
      return;
    }
    const operation = form && operationIn(form, event.submitter);
    if (!row || !operation) return;
    event.preventDefault();
    void sync.post('POST /bitexts/:id/edits', { ...operation, seen: seenIn([row]) });
  });
  onSubmit(document.querySelector('.sure'), actions.confirmByConfidence);
  for (const name of ['undo', 'redo'] as const) {
    onSubmit(document.querySelector(`#${name}`)?.closest('form') ?? null, actions[name]);
    document.querySelector(`[data-offer="${name}"]`)?.addEventListener('click', actions[name]);
  }
  const wanted = /^#b(\d+)$/u.exec(location.hash)?.[1];
  if (wanted) void goTo(wanted);
  else if (location.hash === '#doubtful') void openDoubtful();
  else cursor.enter(list.querySelector('.row'));

  async function goTo(bead: string, side = 'source'): Promise<void> {
    const row = await pieces.reveal(bead);
    cursor.enter(row ?? list.querySelector('.row'), side);
  }

  /** The first doubtful row with what speaks for it, as somebody sees it who looks at a sample. */
  async function openDoubtful(): Promise<void> {
    await goToDoubtful();
    if (cursor.at()) actions.why();
    else cursor.enter(list.querySelector('.row'));
  }

  async function goToDoubtful(): Promise<void> {
    await goToNext(
      (row) => row.classList.contains('doubtful'),
      'GET /bitexts/:id/doubtful',
      t('No doubtful rows left.'),
    );
  }

  /** The next finding of the row; behind its last one, the first of the next row that has any. */
  async function goToFinding(): Promise<void> {
    const row = cursor.at()?.row;
    const next = row ? findings.after(row) : null;
    if (next) readOut(findings.choose(next));
    else await goToRowWithFinding();
  }

  async function goToRowWithFinding(): Promise<void> {
    findings.choose(null);
    const moved = await goToNext(
      (row) => findings.in(row).length > 0,
      'GET /bitexts/:id/next-finding',
      t('No row has findings.'),
    );
    const [first] = moved && cursor.at() ? findings.in(cursor.at()!.row) : [];
    if (first) readOut(findings.choose(first));
  }

  /** The next row of a kind, from the beginning if there is none below; of a long text the server knows which. */
  async function goToNext(
    isWanted: (row: HTMLElement) => boolean,
    route: 'GET /bitexts/:id/doubtful' | 'GET /bitexts/:id/next-finding',
    none: string,
  ): Promise<boolean> {
    const at = cursor.at();
    if (pieces.inPieces()) {
      const answer = await ask(route, { id: bitext }, { after: at ? beadOf(at.row) : 0 });
      if (answer?.bead) await goTo(String(answer.bead), at?.side);
      else if (answer) announce(none);
      return Boolean(answer?.bead);
    }
    const rows = [...list.querySelectorAll<HTMLElement>('.row')];
    const from = at ? rows.indexOf(at.row) : -1;
    const next = rows.slice(from + 1).find(isWanted) ?? rows.find(isWanted);
    if (next) cursor.enter(next, at?.side);
    else announce(none);
    return next !== undefined;
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

/** The table of keys, of which those stay that have some words in them. */
function fillKeys(): void {
  const table = keysTable();
  document.querySelector('#keys-table')?.append(table);
  document.querySelector<HTMLInputElement>('#keys-find')?.addEventListener('input', ({ target }) => {
    narrowKeys(table, target instanceof HTMLInputElement ? target.value.toLowerCase().trim() : '');
  });
}
