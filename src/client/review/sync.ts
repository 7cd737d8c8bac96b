import type { Side } from '../../core/bitext/bitext.ts';
import type { EditAnswer, Found, ShownChange } from '../../core/wire/edits.ts';
import type { EditRoute, SentTo } from '../../core/wire/wire.ts';
import { showRefused } from '../shared/ask.ts';
import { t } from '../shared/language.ts';
import { announce, clearProblem, showWaiting } from '../shared/messages.ts';
import { fetchText } from '../shared/request.ts';
import type { openCursor } from './cursor.ts';
import { followEdits, type News } from './live.ts';
import { openOutbox, Refusal } from './outbox.ts';
import type { openPieces } from './pieces.ts';
import { showCounts, swapRows, takeHead } from './row-swap.ts';

/** The segment that the cursor goes to after a change. */
export interface Follow {
  readonly side: Side;
  readonly segment?: number | undefined;
}

interface Parts {
  readonly list: HTMLElement;
  /** The bitext's number. */
  readonly bitext: string;
  readonly cursor: ReturnType<typeof openCursor>;
  readonly pieces: ReturnType<typeof openPieces>;
  /** This page's own name among those that have the bitext open. */
  readonly page: string;
  /** Called when rows have changed. */
  changed(): void;
  /** Called with what is heard that is no edit. */
  heard(news: News): void;
  /** Called where something may have been missed. */
  missed(): void;
}

/**
 * Keeps the page in step with the server: sends what is done here, shows what
 * others do, and fetches the rows anew where the two have overtaken each other.
 */
export function openSync({ list, bitext, page, cursor, pieces, changed, heard, missed }: Parts) {
  /** The last edit that is shown, and whether one before it was shown too late or not at all. */
  let last = seqOf(document);
  let disordered = false;
  let refreshing = false;
  const outbox = openOutbox((count, hindrance) => {
    showWaiting(count, hindrance);
    settle();
  });
  followEdits(bitext, page, {
    onEdit({ id, change }) {
      if (!outbox.sent(id)) showForeign(change);
    },
    onNews: heard,
    onMissed() {
      missed();
      void refreshRows();
    },
  });

  /**
   * Sends a change and shows what the server made of it; the cursor follows the segment.
   * @returns whether the server did it; where a row was no longer as it was shown, the rows are fetched anew
   */
  async function post<Route extends EditRoute>(route: Route, sent: SentTo<Route>, follow?: Follow): Promise<boolean> {
    try {
      // Under a filter nothing is done to rows that nobody sees.
      const isFree = list.classList.contains('all') || !BOUNDED_ROUTES.has(route);
      const bounds = isFree ? {} : (foundFor(route) ?? { shown: shownIn(list) });
      const answer = await outbox.send(route, bitext, { ...sent, ...bounds });
      const had = cursor.at();
      noteOrder(answer);
      const rows = swapRows(list, answer);
      if (!rows) {
        location.hash = answer.rows[0] ? `b${answer.rows[0].id}` : '';
        location.reload();
        return true;
      }
      showCounts(answer);
      changed();
      clearProblem();
      announce(answer.label, offerAfter(route));
      if (had && !follow && list.contains(had.row)) {
        keepFocus();
        return true;
      }
      const segment = follow?.segment
        ? list.querySelector<HTMLElement>(`.${follow.side} > [data-id="${follow.segment}"]`)
        : null;
      if (segment) cursor.place(segment);
      else cursor.enter(rows[0], follow?.side);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showRefused(error.problem);
      if (error.problem.status === 409) disordered = true;
      settle();
      return false;
    }
  }

  /** What was pressed may be hidden, disabled or replaced by now; the focus is at the row again, wherever that is. */
  function keepFocus(): void {
    const active = document.activeElement;
    if (active && active !== document.body && active.checkVisibility() && !active.matches(':disabled')) return;
    cursor.at()?.segment.focus({ preventScroll: true });
  }

  function showForeign(change: ShownChange): void {
    const at = cursor.at();
    const editing = list.querySelector('textarea')?.closest<HTMLElement>('.row');
    // A row that is being edited stays; saving it will say that it has changed.
    if (editing && change.removed.includes(Number(editing.dataset['bead']))) {
      disordered = true;
      return;
    }
    noteOrder(change);
    // Too many rows to be sent.
    if (change.removed.length === 0) disordered = true;
    const top = at?.row.getBoundingClientRect().top;
    const focused = at !== null && document.activeElement === at.segment;
    swapRows(list, change);
    showCounts(change);
    changed();
    if (at && !list.contains(at.row)) {
      const same = list.querySelector<HTMLElement>(`.${at.side} > [data-id="${at.segment.dataset['id']}"]`);
      if (same) cursor.place(same, focused);
    }
    const now = cursor.at()?.row.getBoundingClientRect().top;
    if (top !== undefined && now !== undefined) scrollBy(0, now - top);
    announce(t('Another user: {change}', { change: change.label }));
    settle();
  }

  /** One’s own edits come as answers, others’ as events: one may overtake the other. */
  function noteOrder({ seq }: Pick<EditAnswer, 'seq'>): void {
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
    const text = await fetchText(location.href);
    refreshing = false;
    if (text === null) return;
    // What was done while the page was on its way may not be in it.
    disordered =
      document.body.classList.contains('saving') || list.querySelector('textarea') !== null || last !== shownBefore;
    if (disordered) return settle();
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const rows = fresh.querySelector('.rows');
    if (!rows) return;
    last = Math.max(last, seqOf(fresh));
    const top = scrollY;
    list.replaceChildren(...rows.children);
    takeHead(fresh);
    scrollTo(0, top);
    changed();
    const same = at && list.querySelector<HTMLElement>(`.${at.side} > [data-id="${at.segment.dataset['id']}"]`);
    if (same) cursor.place(same, false);
    else cursor.enter(list.querySelector('.row'));
  }

  return { post, settle };
}

/** A button that undoes a change, beside the message about it. */
function offerAfter(route: EditRoute): 'undo' | 'redo' {
  return route === 'POST /bitexts/:id/undo' ? 'redo' : 'undo';
}

/** What must not reach beyond the rows that a filter shows. */
const BOUNDED_ROUTES: ReadonlySet<EditRoute> = new Set([
  'POST /bitexts/:id/edits',
  'POST /bitexts/:id/confirm-by-confidence',
]);

/** Of a search that the page does not show whole: what it found. The form without script sends the same. */
function foundFor(route: EditRoute): Found | null {
  if (route !== 'POST /bitexts/:id/confirm-by-confidence') return null;
  const field = (name: keyof Found) => document.querySelector<HTMLInputElement>(`.sure [name="${name}"]`)?.value;
  const within = field('within');
  return within === undefined ? null : { within, seq: Number(field('seq')), found: Number(field('found')) };
}

function shownIn(list: HTMLElement): number[] {
  return [...list.querySelectorAll<HTMLElement>('.row')].map((row) => Number(row.dataset['bead']));
}

/** The number of the last edit that a page shows. */
function seqOf(page: Document): number {
  return Number(page.querySelector<HTMLElement>('.review-head')?.dataset['seq'] ?? 0);
}
