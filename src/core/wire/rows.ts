import type { LinkKind } from '../align/explain/explain-links.ts';
import type { Evidence } from '../align/explain/explain-readings.ts';
import type { Side } from '../bitext/bitext.ts';
import type { Group } from '../bitext/regroup.ts';
import type { UnitProp } from '../bitext/unit-origin.ts';

/** What the page of rows is narrowed to, as its address has it, and the last edit that it showed when it was opened. */
export type PageSearch = Readonly<Partial<Record<SearchField, string>>> & { readonly seq?: number };
export type SearchField = 'show' | 'find' | 'in' | 'regex' | 'word' | 'case' | 'from' | 'to' | 'term';

/** Some rows of a long bitext, or of those that a search has found. */
export interface RowsPiece {
  /** Place of the first, from 0. */
  readonly from: number;
  readonly count: number;
  readonly html: string;
}

/** The whole of a bitext at a glance. */
export interface BitextMap {
  readonly beads: readonly number[];
  /** A letter for each row: p proposed, d doubtful, c confirmed, f flagged, x excluded. */
  readonly states: string;
  /** Places, from 0, of rows with findings that are more than hints, those of terms among them; null in a text too long to check at once, whose marks are asked for by themselves. */
  readonly findings: readonly number[] | null;
  /** Places of rows with a comment that is not settled. */
  readonly comments: readonly number[];
}

/** Why a row is held for right or doubtful. */
export interface RowExplanation {
  readonly links: readonly ExplainedLink[];
  /** Characters without spaces, and how many the translation was expected to have. */
  readonly lengths: { readonly source: number; readonly target: number; readonly expected: number };
  /** Rows that the alternative would replace, in order. */
  readonly beads: readonly number[];
  readonly current: RowReading;
  readonly alternative: RowReading | null;
}

export interface ExplainedLink extends Readonly<Record<Side, LinkedWord>> {
  readonly kind: LinkKind;
}

/** A word of a segment, in UTF-16 units of its text. */
export interface LinkedWord {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to lay out the rows of a passage. */
export interface RowReading {
  readonly probability: number;
  readonly evidence: Evidence;
  readonly groups: readonly Group[];
}

/** What is stored that is like a row's source. */
export interface RowMatches {
  readonly matches: readonly RowMatch[];
  /** What other tools noted of the row itself. */
  readonly props: readonly UnitProp[];
  /** Whether some of what is stored cannot be found yet. */
  readonly isIndexing: boolean;
}

export interface RowMatch {
  /** In per cent. */
  readonly score: number;
  /** Its source in pieces: what both have, what the match alone has, what the row alone has. */
  readonly source: readonly { readonly text: string; readonly change: 'ins' | 'del' | null }[];
  readonly target: string;
  readonly title: string;
  readonly bitext: number;
  readonly bead: number;
  readonly props: readonly UnitProp[];
}
