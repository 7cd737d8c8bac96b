import { type Bitext, rowsOf, SIDES } from '../../core/bitext/bitext.ts';
import { certainty, isDoubtful } from '../../core/bitext/confidence.ts';
import { patternOf, type TextQuery } from '../../core/bitext/text-query.ts';
import type { CheckSeverity } from '../../core/check/row-finding.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import { dayOf } from '../../store/articles.ts';
import { type BeadState, beadStates } from '../../store/bitexts.ts';
import { dismissedIn } from '../../store/glossary/verdicts.ts';
import type { Db } from '../../store/open-store.ts';
import { oneSidedBeads } from '../../store/review/bead-places.ts';
import { commentedBeads } from '../../store/review/comments.ts';
import { textsOfSide } from '../../store/review/segment-texts.ts';
import { readBeads } from '../../store/review/slices.ts';
import type { Desk, TermChecker, WorkTurn } from '../desk.ts';
import { runPattern } from '../jobs/run-pattern.ts';
import { work } from '../jobs/work.ts';
import type { FoundRows } from '../parts.ts';
import { findingTest } from './findings/finding-test.ts';

/** Which rows the review page shows. */
export const ROW_FILTERS = [
  'all',
  'doubtful',
  'flagged',
  'unconfirmed',
  'confirmed',
  'excluded',
  'empty',
  'findings',
  'warnings',
  'errors',
  'terms',
  'comments',
  'resolved',
] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** The least that a finding has to matter for its row to be shown, by filter. */
const LEAST_SEVERITIES: Readonly<Partial<Record<RowFilter, CheckSeverity>>> = {
  findings: 'hint',
  warnings: 'warning',
  errors: 'error',
};

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

interface Search {
  readonly id: number;
  readonly query: RowQuery;
}

/** The rows of a bitext that a query asks for. @throws Problem `bad-request` where its regular expression takes too long */
export const findRows = work<Search, FoundRows>('find rows', { room: 'page' }, find);

/** The same where each row has to be checked, which takes minutes in a long text. */
export const findCheckedRows = work<Search, FoundRows>('find rows by what checks find', { room: 'long' }, find);

/** Whether each row has to be checked for a query. */
export function asksForChecks({ filter, term }: RowQuery): boolean {
  return filter === 'terms' || term !== '' || LEAST_SEVERITIES[filter] !== undefined;
}

/** Rows checked at once. */
const PIECE_ROWS = 500;

async function find(desk: Desk, { id, query }: Search, { onProgress }: WorkTurn): Promise<FoundRows> {
  const { db } = desk.store;
  let found: { readonly id: number; readonly number: number }[] = [];
  let read = 0;
  for await (const beads of beadStates(db, id)) {
    for (const [place, bead] of beads.entries()) {
      const isSure = certainty(bead) >= query.from && certainty(bead) <= query.to;
      if (isSure && FILTERS[query.filter](bead)) found.push({ id: bead.id, number: read + place + 1 });
    }
    read += beads.length;
  }
  const keep = (beads: ReadonlySet<number>) => {
    found = found.filter((bead) => beads.has(bead.id));
  };
  if (query.filter === 'comments') keep(await commentedBeads(db, id, 'open'));
  if (query.filter === 'resolved') keep(await commentedBeads(db, id, 'resolved'));
  if (query.filter === 'empty') keep(await oneSidedBeads(db, id));
  if (query.text) keep(await beadsWith(db, id, query.text));
  if (asksForChecks(query)) {
    const least = LEAST_SEVERITIES[query.filter];
    const tests = [
      ...(query.filter === 'terms' || query.term ? [await termTest(desk, id, query)] : []),
      ...(least ? [await findingTest(desk, id, least)] : []),
    ];
    const fitting = new Set<number>();
    for (let at = 0; at < found.length; at += PIECE_ROWS) {
      const piece = found.slice(at, at + PIECE_ROWS).map((bead) => bead.id);
      const part = await readBeads(db, id, piece);
      const fits = await Promise.all(tests.map((test) => test(part)));
      for (const bead of piece) if (fits.every((beads) => beads.has(bead))) fitting.add(bead);
      onProgress(Math.min(1, (at + PIECE_ROWS) / found.length));
    }
    keep(fitting);
  }
  return {
    beads: Int32Array.from(found, (bead) => bead.id),
    numbers: Int32Array.from(found, (bead) => bead.number),
  };
}

const FILTERS: Readonly<Record<RowFilter, (bead: BeadState) => boolean>> = {
  all: () => true,
  doubtful: isDoubtful,
  flagged: ({ status }) => status === 'flagged',
  unconfirmed: ({ status }) => status === 'proposed' || status === 'flagged',
  confirmed: ({ status }) => status === 'confirmed',
  excluded: ({ status }) => status === 'excluded',
  // Those that are excluded depart from nothing.
  findings: ({ status }) => status !== 'excluded',
  warnings: ({ status }) => status !== 'excluded',
  errors: ({ status }) => status !== 'excluded',
  terms: ({ status }) => status !== 'excluded',
  // One that is excluded is dealt with.
  empty: ({ status }) => status !== 'excluded',
  comments: () => true,
  resolved: () => true,
};

/** Texts searched at once. */
const PIECE_TEXTS = 5000;

/** The beads in a text of which a query's words stand. */
async function beadsWith(db: Db, id: number, query: TextQuery): Promise<Set<number>> {
  const pattern = patternOf(query);
  const run = runPattern(pattern);
  // Words as they stand cannot take long; what a person makes of signs can.
  const test = (texts: readonly string[]) =>
    query.regex ? run.foundIn(texts) : texts.map((text) => text.search(pattern) >= 0);
  const beads = new Set<number>();
  for (const side of query.in === 'both' ? SIDES : [query.in]) {
    for await (const some of textsOfSide(db, id, side, PIECE_TEXTS)) {
      test(some.map(({ text }) => text)).forEach((isFound, i) => {
        if (isFound) beads.add(some[i]!.bead);
      });
    }
  }
  return beads;
}

/** Tells which beads of a part of a bitext depart from the glossary, or have the term that is asked for. */
async function termTest(desk: Desk, id: number, { filter, term }: RowQuery) {
  const { db } = desk.store;
  const [dismissed, date] = [await dismissedIn(db, id), await dayOf(db, id)];
  const wanted = term.toLowerCase();
  let check: TermChecker | null = null;
  return async (part: Bitext): Promise<Set<number>> => {
    check ??= await desk.terms.checkerFor(desk, { ...part, id, date });
    const fitting = new Set<number>();
    for (const row of rowsOf(part)) {
      const { hits, findings } = check(row);
      if (filter === 'terms' && findings.every((finding) => dismissed.has(findingKey(finding)))) continue;
      const terms = [...hits.values()].flatMap((list) => list.flatMap(({ concept }) => concept.terms));
      if (wanted === '' || terms.some(({ text }) => text.toLowerCase() === wanted)) fitting.add(row.bead.id);
    }
    return fitting;
  };
}
