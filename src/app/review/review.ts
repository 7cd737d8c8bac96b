import { DOUBTFUL_BELOW } from '../../core/bitext/confidence.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import type { Message } from '../../core/message.ts';
import { findRevision } from '../../store/articles.ts';
import { type BeadCounts, countBeads } from '../../store/bead-counts.ts';
import type { BitextHead } from '../../store/bitexts.ts';
import { lastChanged } from '../../store/library/next-to-review.ts';
import { nextDoubtful, placeOf } from '../../store/review/bead-places.ts';
import { historyLabelsOf, lastEdit } from '../../store/review/edits.ts';
import { type PlacedSlice, readBeads, readSlice, readSliceAt } from '../../store/review/slices.ts';
import { type App, headOf, inOneMoment } from '../app.ts';
import type { Desk, WorkOrder } from '../desk.ts';
import type { FoundRows } from '../parts.ts';
import { narrows, type RowQuery } from './find-rows.ts';
import { foundRows } from './found-rows.ts';
import { type ReviewRow, reviewRows } from './review-row.ts';

/** Lines of an article that stand outside the alignment. */
export interface SetAside {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

export interface Review {
  readonly head: BitextHead;
  /** The number of the last edit that the rows show for certain. */
  readonly seq: number;
  readonly rows: readonly ReviewRow[];
  /** The number of rows shown: all, or those found. */
  readonly count: number;
  /** How many rows stand behind these; the page asks for them when they are wanted. */
  readonly behind: number;
  readonly counts: BeadCounts;
  readonly setAside: SetAside;
  /** What undo and redo would do now, in a few words. */
  readonly history: HistoryLabels;
}

export interface HistoryLabels {
  readonly undo: Message | null;
  readonly redo: Message | null;
}

/** A text of up to this many rows is shown on one page, so that the browser's own search finds everything in it. */
export const MAX_WHOLE_ROWS = 2000;
/** Rows that are checked before a page is sent; it asks for what is found in the others once it is shown. */
const MAX_CHECKED_ROWS = 300;
/** Rows of a longer text that are sent at once. */
export const PIECE_ROWS = 150;

/** Everything the review page shows of a bitext that is ready; of a long text, or of many found rows, the first. */
export async function openReview(
  app: App,
  id: number,
  { query, author, order }: { query: RowQuery; author: string; order?: WorkOrder },
): Promise<Review> {
  // What is found is of this state or of a later one, and so are the rows.
  const before = await lastEdit(app.store.db, id);
  const found = narrows(query) ? await foundRows(app, id, { query, seq: before, order }) : null;
  return inOneMoment(app, async (desk) => {
    const head = await headOf(desk, id);
    const counts = await reviewCounts(desk, id);
    const count = found ? found.beads.length : counts.beads;
    const first = { from: 0, count: count > MAX_WHOLE_ROWS ? PIECE_ROWS : count, mostChecked: MAX_CHECKED_ROWS };
    const rows = await someOf(desk, id, first, found);
    return {
      head,
      seq: found ? before : await lastEdit(desk.store.db, id),
      rows,
      count,
      behind: count > MAX_WHOLE_ROWS ? count - rows.length : 0,
      counts,
      setAside: await setAside(desk, head),
      history: await historyLabels(desk, id, author),
    };
  });
}

/** The bitext that somebody has changed last; null where there is none. */
export function lastChangedBitext(app: App): Promise<number | null> {
  return lastChanged(app.store.db);
}

/** Some rows by their places among all of a bitext, or among those found in it, 0 being the first, numbered. */
export function rowsFrom(app: App, id: number, window: Window, found: FoundRows | null = null): Promise<ReviewRow[]> {
  return inOneMoment(app, (desk) => someOf(desk, id, window, found));
}

interface Window {
  readonly from: number;
  readonly count: number;
  /** How many of them are checked; by default all. */
  readonly mostChecked?: number;
}

async function someOf(
  desk: Desk,
  id: number,
  { from, count, mostChecked }: Window,
  found: FoundRows | null = null,
): Promise<ReviewRow[]> {
  const { db } = desk.store;
  const { slice, beads } = found
    ? await foundSlice(desk, id, found.beads.subarray(from, from + count))
    : await readSliceAt(db, id, from, count);
  if (beads.length === 0) return [];
  const wanted = new Map(beads.map((bead, k) => [bead, found ? found.numbers[from + k]! : from + k + 1]));
  const rows = await reviewRows(desk, id, slice, mostChecked);
  return rows.flatMap((row) => {
    const number = wanted.get(row.bead.id);
    return number === undefined ? [] : [{ ...row, number }];
  });
}

async function foundSlice({ store }: Desk, id: number, found: Int32Array): Promise<PlacedSlice> {
  const beads = [...found];
  return { slice: await readBeads(store.db, id, beads), beads };
}

/**
 * The rows around one, as many as a piece holds if no number is given, and where the first of them stands, among all or among those found.
 * @throws Problem `conflict` where the row is gone
 */
export function rowsAround(
  app: App,
  id: number,
  bead: number,
  { found = null, count = PIECE_ROWS }: { found?: FoundRows | null; count?: number } = {},
): Promise<{ from: number; rows: ReviewRow[] }> {
  return inOneMoment(app, async (desk) => {
    const place = found ? found.beads.indexOf(bead) : await placeOf(desk.store.db, id, bead);
    if (place === null || place < 0) throw staleRow();
    const from = Math.max(0, place - Math.floor(count / 2));
    return { from, rows: await someOf(desk, id, { from, count }, found) };
  });
}

/** The next doubtful row behind one, from the beginning if there is none; null where no row is. */
export function doubtfulAfter(app: App, id: number, bead: number): Promise<number | null> {
  return nextDoubtful(app.store.db, id, bead, DOUBTFUL_BELOW);
}

/** One row of a bitext. */
export async function openRow(app: App, id: number, bead: number): Promise<ReviewRow> {
  const rows = await inOneMoment(app, async (desk) => reviewRows(desk, id, await readSlice(desk.store.db, id, [bead])));
  const row = rows.find((candidate) => candidate.bead.id === bead);
  if (!row) throw staleRow();
  return row;
}

/** How far a stored bitext's review has come. */
export function reviewCounts({ store }: Pick<Desk, 'store'>, id: number): Promise<BeadCounts> {
  return countBeads(store.db, id, DOUBTFUL_BELOW);
}

export function historyLabels({ store }: Pick<Desk, 'store'>, id: number, author: string): Promise<HistoryLabels> {
  return historyLabelsOf(store.db, id, author);
}

async function setAside({ store }: Desk, head: BitextHead): Promise<SetAside> {
  const lines = async (revision: number) => {
    const found = await findRevision(store.db, revision);
    return (found?.blocks ?? [])
      .filter(({ kind }) => kind === 'boilerplate')
      .map(({ start, end }) => found?.text.slice(start, end) ?? '');
  };
  return { source: await lines(head.sourceRevision), target: await lines(head.targetRevision) };
}
