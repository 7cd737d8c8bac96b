import { SIDES } from '../../core/bitext/bitext.ts';
import { certainty } from '../../core/bitext/confidence.ts';
import { patternOf, type TextQuery } from '../../core/bitext/text-query.ts';
import { textsWith } from '../jobs/run-pattern.ts';
import type { ReviewRow } from './review-row.ts';

/** Which rows the review page shows. */
export const ROW_FILTERS = [
  'all',
  'doubtful',
  'flagged',
  'unconfirmed',
  'confirmed',
  'excluded',
  'terms',
  'comments',
] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A search within a bitext; what is empty or null does not count. */
export interface RowQuery {
  readonly filter: RowFilter;
  readonly text: TextQuery | null;
  /** Rows of which the aligner is so sure, from 0 to 1; what a person made counts as 1. */
  readonly from: number;
  readonly to: number;
  /** Rows in which a concept of the glossary with this term stands. */
  readonly term: string;
}

export const EVERY_ROW: RowQuery = { filter: 'all', text: null, from: 0, to: 1, term: '' };

/** Whether a query leaves any row out. */
export function narrows({ filter, text, from, to, term }: RowQuery): boolean {
  return filter !== 'all' || text !== null || from > 0 || to < 1 || term !== '';
}

/**
 * The rows that a query asks for, in order.
 * @throws Problem `bad-request` where its regular expression is wrong or takes too long
 */
export function findRows(rows: readonly ReviewRow[], query: RowQuery): ReviewRow[] {
  const term = query.term.toLowerCase();
  const some = rows.filter(
    (row) =>
      FILTERS[query.filter](row) &&
      certainty(row.bead) >= query.from &&
      certainty(row.bead) <= query.to &&
      (term === '' || termsIn(row).some((text) => text.toLowerCase() === term)),
  );
  if (!query.text) return some;
  const { in: where } = query.text;
  const sides = where === 'both' ? SIDES : [where];
  const texts = some.map(({ segments }) => sides.flatMap((side) => segments[side].map(({ text }) => text)));
  const found = textsWith(texts.flat(), patternOf(query.text));
  let at = 0;
  return some.filter((_, i) => {
    const own = found.slice(at, at + texts[i]!.length);
    at += own.length;
    return own.includes(true);
  });
}

const FILTERS: Readonly<Record<RowFilter, (row: ReviewRow) => boolean>> = {
  all: () => true,
  doubtful: (row) => row.doubtful,
  flagged: ({ bead }) => bead.status === 'flagged',
  unconfirmed: ({ bead }) => bead.status === 'proposed' || bead.status === 'flagged',
  confirmed: ({ bead }) => bead.status === 'confirmed',
  excluded: ({ bead }) => bead.status === 'excluded',
  terms: ({ terms }) => terms.length > 0,
  comments: ({ comments }) => comments.length > 0,
};

function termsIn({ hits }: ReviewRow): string[] {
  return [...hits.values()].flatMap((list) => list.flatMap(({ concept }) => concept.terms.map(({ text }) => text)));
}
