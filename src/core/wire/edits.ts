import type { Side } from '../bitext/bitext.ts';

/** An edit with an id that the page gives it, so that sending it twice does it once. */
export type Edited<Edit> = Edit & { readonly id?: string };

/** Per row that an edit is of, the key of its state as the page shows it. */
export interface Seen {
  readonly seen?: Readonly<Record<number, string>>;
}

/** The rows that a filter shows: an edit that reaches beyond them is refused. */
export interface Shown {
  readonly shown?: readonly number[];
}

/** How far the review of a bitext has come, in rows. */
export interface RowCounts {
  readonly beads: number;
  readonly confirmed: number;
  readonly flagged: number;
  readonly excluded: number;
  readonly doubtful: number;
}

/** What undo and redo would take back or do again; null where there is nothing. */
export interface HistoryLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What has become of an edit, for a page that shows the rows. */
export interface EditAnswer {
  /** The number of the edit; those of a bitext follow each other without a gap. */
  readonly seq: number;
  /** What was done, in the reader's language, as all words here are. */
  readonly label: string;
  /** Rows that are gone or changed. */
  readonly removed: readonly number[];
  /** Rows that are there now, in order. */
  readonly rows: readonly { readonly id: number; readonly html: string }[];
  readonly counts: RowCounts;
  readonly history: HistoryLabels;
}

/** An edit by somebody else: it does not change what the reader may undo, unless the reader made it on another page. */
export interface LiveChange {
  /** The id that its page gave it. */
  readonly id: string;
  readonly change: ShownChange;
}

/** What a search has found, where a page holds but some of it: the search as the address has it, the last edit that the page showed, and how many rows it named. */
export interface Found {
  readonly within?: string;
  readonly seq?: number;
  readonly found?: number;
}

/** What has become of an edit, for any page; what the reader may undo only where that has changed. */
export interface ShownChange extends Omit<EditAnswer, 'history'> {
  readonly history: HistoryLabels | null;
}

/** Which rows to align again: from one on, to another or the next that is confirmed. */
export interface RealignRange {
  readonly bead: number;
  readonly to?: number | undefined;
}

/** Rows that the aligner would lay out otherwise. */
export interface RealignPreview {
  /** Names the state of the rows that the proposal is for; accepting it takes this key along. */
  readonly key: string;
  /** Passages that would change, each as it is and as it would be. */
  readonly passages: readonly { readonly now: readonly PreviewRow[]; readonly proposed: readonly PreviewRow[] }[];
}

/** A row as texts. */
export interface PreviewRow extends Readonly<Record<Side, readonly string[]>> {
  readonly confidence: number | null;
}

/** Others who have the same text open. */
export interface CompanyNow {
  /** Some of them, by name; without one where none was given. */
  readonly others: readonly { readonly name: string; readonly bead: number | null }[];
  /** All of them. */
  readonly count: number;
}

/** A row of which something was said; its comments are to be asked for. */
export interface LiveComment {
  readonly commented: number;
}

export interface NewComment {
  readonly side: Side;
  readonly segment: number;
  readonly text: string;
}
