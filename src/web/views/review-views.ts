import type { BitextHead } from '../../app/app.ts';
import type { FoundReplacements } from '../../app/review/find-replacements.ts';
import type { HistoryEntry } from '../../app/review/history.ts';
import type { LeftOutLines } from '../../app/review/left-out.ts';
import type { Reading, ReadingView } from '../../app/review/reading.ts';
import type { Review } from '../../app/review/review.ts';
import type { ReviewRow } from '../../app/review/review-row.ts';
import type { WordCorrections } from '../../app/review/word/plan-corrections.ts';
import type { ShownWorkflow, Workers } from '../../app/workflow/shown-workflow.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import type { Problem } from '../../core/problem.ts';
import type { Person } from '../../core/workflow/person.ts';
import type { Search } from '../row-search.ts';

/** What is said after a new version was brought in. */
export interface UpdatedNotice {
  readonly from: number;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
}

/** What the views of one bitext need. */
export interface ReviewViews {
  'review/update-texts': { head: BitextHead; leftOut: LeftOutLines; problem: Problem | null };
  'review/corrections': WordCorrections & { head: BitextHead; token: string };
  /** The row is that of which the history is; null where it is of all. */
  'review/history': { head: BitextHead; row: number | null; entries: readonly HistoryEntry[] };
  'review/waiting': { head: BitextHead };
  'review/read': Reading & { head: BitextHead; as: ReadingView; page: number; languages: Record<Side, string> };
  'review/replace': {
    head: BitextHead;
    search: Search;
    replacement: string;
    page: number;
    pageSize: number;
    found: FoundReplacements | null;
  };
  'review/show': {
    review: Review;
    /** Of its source; null of a memory, which has none. */
    article: number | null;
    /** The day of the article, ISO 8601; empty where it is not known. */
    articleDay: string;
    rows: string;
    search: Search;
    /** Whether rows are left out by the search. */
    narrowed: boolean;
    filters: readonly string[];
    sure: { from: number; count: number };
    updated: UpdatedNotice | null;
    /** The work on the translation; null where nobody has an account. */
    work: ShownWorkflow | null;
    workers: Workers;
    /** Who can be mentioned. */
    people: readonly Person[];
  };
  'review/row': { row: ReviewRow; bitextId: number; languages: Record<Side, string> };
  'review/edit-row': { row: ReviewRow; head: BitextHead; author: string; problem: Problem | null; typed: string };
}
