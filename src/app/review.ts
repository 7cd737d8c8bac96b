import { type Bitext, type Row, rowsOf } from '../core/bitext/bitext.ts';
import { DOUBT_BELOW, isDoubtful } from '../core/bitext/confidence.ts';
import { goneRow } from '../core/bitext/gone.ts';
import { movedBeads } from '../core/bitext/moved.ts';
import { type TermHit, termMatcher } from '../core/glossary/matching.ts';
import { findRevision } from '../store/articles.ts';
import { readBitext } from '../store/bitext-rows.ts';
import { type BeadCounts, type BitextHead, countBeads } from '../store/bitexts.ts';
import { nextToRedo, nextToUndo } from '../store/edits.ts';
import { allConcepts } from '../store/glossary.ts';
import { readSlice } from '../store/slices.ts';
import { type App, headOf } from './app.ts';

/** Which rows the review page shows. */
export const ROW_FILTERS = ['all', 'doubtful', 'flagged', 'unconfirmed'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A row with its number in the bitext and the terms that stand in its texts. */
export interface ReviewRow extends Row {
  /** From 1; null in a part of a bitext, where it is not known. */
  readonly number: number | null;
  readonly doubtful: boolean;
  /** Whether its translation stands elsewhere in the text. */
  readonly moved: boolean;
  /** Glossary terms by segment id. */
  readonly hits: ReadonlyMap<number, readonly TermHit[]>;
}

/** Lines of an article that stand outside the alignment. */
export interface SetAside {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

export interface Review {
  readonly head: BitextHead;
  readonly rows: readonly ReviewRow[];
  readonly counts: BeadCounts;
  readonly setAside: SetAside;
  /** What undo and redo would do now, in a few words. */
  readonly history: HistoryLabels;
}

export interface HistoryLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** Everything the review page shows of a bitext that is ready. */
export async function openReview(
  app: App,
  id: number,
  { filter, author }: { filter: RowFilter; author: string },
): Promise<Review> {
  const head = await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const rows = await reviewRows(app, bitext);
  return {
    head,
    rows: rows.map((row, i) => ({ ...row, number: i + 1 })).filter((row) => FILTERS[filter](row)),
    counts: await reviewCounts(app, id),
    setAside: await setAside(app, head),
    history: await historyLabels(app, id, author),
  };
}

/** The rows of a bitext, or of a part of one, with their glossary terms. */
export async function reviewRows(app: App, bitext: Bitext): Promise<ReviewRow[]> {
  const concepts = await allConcepts(app.store.db);
  const find = {
    source: termMatcher(concepts, bitext.sourceLanguage),
    target: termMatcher(concepts, bitext.targetLanguage),
  };
  const moved = movedBeads(bitext);
  return rowsOf(bitext).map((row) => {
    const hits = new Map<number, TermHit[]>();
    for (const side of ['source', 'target'] as const) {
      for (const segment of row.segments[side]) hits.set(segment.id, find[side](segment.text));
    }
    return { ...row, number: null, doubtful: isDoubtful(row.bead), moved: moved.has(row.bead.id), hits };
  });
}

/** One row of a bitext. */
export async function openRow(app: App, id: number, bead: number): Promise<ReviewRow> {
  const rows = await reviewRows(app, await readSlice(app.store.db, id, [bead]));
  const row = rows.find((candidate) => candidate.bead.id === bead);
  if (!row) throw goneRow(bead);
  return row;
}

/** How far a stored bitext's review has come. */
export function reviewCounts(app: App, id: number): Promise<BeadCounts> {
  return countBeads(app.store.db, id, DOUBT_BELOW);
}

export async function historyLabels(app: App, id: number, author: string): Promise<HistoryLabels> {
  const [undo, redo] = await Promise.all([nextToUndo(app.store.db, id, author), nextToRedo(app.store.db, id, author)]);
  return { undo: undo?.label ?? null, redo: redo?.label ?? null };
}

const FILTERS: Readonly<Record<RowFilter, (row: ReviewRow) => boolean>> = {
  all: () => true,
  doubtful: (row) => row.doubtful,
  flagged: ({ bead }) => bead.status === 'flagged',
  unconfirmed: ({ bead }) => bead.status === 'proposed' || bead.status === 'flagged',
};

async function setAside(app: App, head: BitextHead): Promise<SetAside> {
  const lines = async (revision: number) => {
    const found = await findRevision(app.store.db, revision);
    return (found?.blocks ?? [])
      .filter(({ kind }) => kind === 'boilerplate')
      .map(({ start, end }) => found?.text.slice(start, end) ?? '');
  };
  return { source: await lines(head.sourceRevision), target: await lines(head.targetRevision) };
}
