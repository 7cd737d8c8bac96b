import type { RowsPiece } from '../../core/wire/rows.ts';
import { ask } from '../shared/ask.ts';
import { fetchAnswer } from '../shared/request.ts';

/** How many rows may be on the page; beyond that, rows farther from what is seen than `KEPT_ROWS` give way to gaps. */
const MAX_ROWS = 300;
const KEPT_ROWS = 110;
/** Rows asked for at once. */
const PIECE_ROWS = 60;
/** Pixels around the window within which rows are at hand. */
const MARGIN_PIXELS = 1500;

/**
 * A long text, or what a search has found in one, stands on the page in pieces: rows that are there, and gaps that
 * are as high as the rows they stand for. A gap is filled where it comes near.
 * @param search of the page's address, by which pieces of found rows are asked for
 * @param seq the last edit that the page shows: found rows are those of that moment
 */
export function openPieces(list: HTMLElement, bitext: string, search: string, seq: number) {
  let height = 90;
  let filling = false;
  const isWhole = list.classList.contains('all');
  const narrowed = isWhole ? {} : { ...Object.fromEntries(new URLSearchParams(search)), seq };
  if (!isWhole) placeRows([...list.querySelectorAll<HTMLElement>('.row')], 0);
  const observer = new IntersectionObserver(
    (seen) => {
      if (seen.some((entry) => entry.isIntersecting)) void fillNear();
    },
    {
      rootMargin: `${MARGIN_PIXELS}px`,
    },
  );
  for (const gap of gapsOf(list)) settle(gap);
  if (list.querySelector('.gap')) addEventListener('scroll', () => void fillNear(), { passive: true });

  function settle(gap: HTMLElement): void {
    gap.style.height = `${countOf(gap) * height}px`;
    observer.observe(gap);
  }

  /** Fills what is near the window, one piece after another. */
  async function fillNear(): Promise<void> {
    if (filling) return;
    filling = true;
    try {
      for (let gap = nearGap(); gap; gap = nearGap()) {
        const { top } = gap.getBoundingClientRect();
        const into = Math.max(0, Math.floor((-MARGIN_PIXELS / 2 - top) / height));
        if (!(await fill(gap, Math.min(into, Math.max(0, countOf(gap) - PIECE_ROWS))))) break;
      }
      trim();
    } finally {
      filling = false;
    }
  }

  function nearGap(): HTMLElement | undefined {
    return gapsOf(list).find((gap) => {
      const { top, bottom } = gap.getBoundingClientRect();
      return bottom > -MARGIN_PIXELS && top < innerHeight + MARGIN_PIXELS;
    });
  }

  /** Whether the rows came; where they did not, that is shown. */
  async function fill(gap: HTMLElement, into: number): Promise<boolean> {
    const from = fromOf(gap) + into;
    const count = Math.min(PIECE_ROWS, countOf(gap) - into);
    const piece = await ask('GET /bitexts/:id/rows', { id: bitext }, { ...narrowed, at: from, count });
    if (!piece) return false;
    if (!gap.isConnected) return true;
    // Fewer rows than thought: somebody has merged some meanwhile.
    if (piece.count === 0) gap.remove();
    else put(gap, piece);
    return true;
  }

  /** Puts rows into a gap; what is left of it stays before and behind them. */
  function put(gap: HTMLElement, { from, count, html }: RowsPiece): void {
    const [start, end] = [fromOf(gap), fromOf(gap) + countOf(gap)];
    const template = document.createElement('template');
    template.innerHTML = html;
    const rows = [...template.content.querySelectorAll<HTMLElement>('.row')];
    if (!isWhole) placeRows(rows, from);
    const fresh = rows.filter((row) => {
      const place = placeOf(row);
      return place >= start && place < end && !document.getElementById(row.id);
    });
    const above = gap.getBoundingClientRect().bottom <= 0;
    const was = document.documentElement.scrollHeight;
    const [head, foot] = [Math.max(0, from - start), Math.max(0, end - from - count)];
    if (head > 0) gap.before(gapFor(start, head));
    gap.before(...fresh);
    if (foot > 0) gap.before(gapFor(end - foot, foot));
    observer.unobserve(gap);
    gap.remove();
    for (const other of gapsOf(list)) observer.observe(other);
    // Rows put in above the window must not push down what is being read.
    if (above) scrollBy(0, document.documentElement.scrollHeight - was);
    measure(fresh);
  }

  function measure(rows: readonly HTMLElement[]): void {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || rows.length < 20) return;
    height = Math.max(30, (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length);
  }

  function gapFor(from: number, count: number): HTMLElement {
    const gap = document.createElement('li');
    gap.className = 'gap';
    gap.dataset['from'] = String(from);
    gap.dataset['count'] = String(count);
    settle(gap);
    return gap;
  }

  /** Lets rows far from the window go. */
  function trim(): void {
    const rows = [...list.querySelectorAll<HTMLElement>('.row')];
    if (rows.length <= MAX_ROWS) return;
    const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.row');
    if (!seen) return;
    const middle = placeOf(seen);
    const far = rows.filter((row) => Math.abs(placeOf(row) - middle) > KEPT_ROWS && !isKept(row));
    for (const run of runsOf(far)) {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last || run.length < PIECE_ROWS / 2) continue;
      first.before(gapFor(placeOf(first), placeOf(last) - placeOf(first) + 1));
      for (const row of run) row.remove();
    }
    joinGaps();
  }

  /** Gaps that have come to stand side by side become one. */
  function joinGaps(): void {
    for (const gap of gapsOf(list)) {
      const next = gap.nextElementSibling;
      if (!isGap(next)) continue;
      next.dataset['from'] = gap.dataset['from'];
      next.dataset['count'] = String(countOf(gap) + countOf(next));
      next.style.height = `${countOf(next) * height}px`;
      observer.unobserve(gap);
      gap.remove();
    }
  }

  return {
    /** The row before or behind another, which is fetched if it is not there; null at the ends. */
    async beside(row: Element, by: 1 | -1): Promise<Element | null> {
      const next = by === 1 ? row.nextElementSibling : row.previousElementSibling;
      if (!isGap(next)) return next;
      await fill(next, by === 1 ? 0 : Math.max(0, countOf(next) - PIECE_ROWS));
      return by === 1 ? row.nextElementSibling : row.previousElementSibling;
    },
    /** A row by its number, fetched if it is not there; null where it is gone. */
    async reveal(bead: string): Promise<Element | null> {
      const there = document.getElementById(`b${bead}`);
      if (there || gapsOf(list).length === 0) return there;
      const piece = await fetchAnswer('GET /bitexts/:id/rows', { id: bitext }, { ...narrowed, around: Number(bead) });
      if (!piece) return null;
      for (const gap of gapsOf(list)) {
        const [start, end] = [fromOf(gap), fromOf(gap) + countOf(gap)];
        if (piece.from < end && piece.from + piece.count > start) put(gap, piece);
      }
      return document.getElementById(`b${bead}`);
    },
    /** A row by its place in the list, from 0, fetched if it is not there; null where there is none. */
    async revealPlace(place: number): Promise<Element | null> {
      const gap = gapsOf(list).find((one) => place >= fromOf(one) && place < fromOf(one) + countOf(one));
      if (gap) await fill(gap, Math.min(place - fromOf(gap), Math.max(0, countOf(gap) - PIECE_ROWS)));
      const rows = [...list.querySelectorAll<HTMLElement>('.row')];
      return (inPieces() ? rows.find((row) => placeOf(row) === place) : rows[place]) ?? null;
    },
    /** The place of a row by the number that it has in the text; null where the list has no such row at hand. */
    placeOfNumber(number: string): number | null {
      if (isWhole) return /^\d+$/u.test(number) ? Number(number) - 1 : null;
      const rows = [...list.querySelectorAll<HTMLElement>('.row')];
      const at = rows.findIndex((row) => row.querySelector('.n')?.textContent === number);
      return at < 0 ? null : inPieces() ? placeOf(rows[at]!) : at;
    },
    /** How many rows the list has, those that are not there included. */
    count(): number {
      const rows = list.querySelectorAll('.row').length;
      return gapsOf(list).reduce((sum, gap) => sum + countOf(gap), rows);
    },
    inPieces,
  };

  function inPieces(): boolean {
    return list.querySelector('.gap') !== null;
  }
}

/** Rows that follow each other, run by run. */
function runsOf(rows: readonly HTMLElement[]): HTMLElement[][] {
  const runs: HTMLElement[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.at(-1) === row.previousElementSibling) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** A row's place, from 0: in the text by its number, among found rows as it was put down. */
function placeOf(row: Element): number {
  const place = row.getAttribute('data-place');
  return place === null ? Number(row.querySelector('.n')?.textContent) - 1 : Number(place);
}

/** Notes the places of found rows, which follow one another from one on. */
function placeRows(rows: readonly HTMLElement[], from: number): void {
  rows.forEach((row, i) => {
    row.dataset['place'] = String(from + i);
  });
}

/** Where the cursor is, and what was edited among found rows, which would not be found again. */
function isKept(row: HTMLElement): boolean {
  return row.classList.contains('current') || row.dataset['edited'] !== undefined;
}

function isGap(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.classList.contains('gap');
}

function gapsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > .gap')];
}

function fromOf(gap: HTMLElement): number {
  return Number(gap.dataset['from']);
}

function countOf(gap: HTMLElement): number {
  return Number(gap.dataset['count']);
}
