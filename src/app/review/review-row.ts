import { setImmediate } from 'node:timers/promises';
import { type Bitext, type Row, rowsOf, SIDES, type Side } from '../../core/bitext/bitext.ts';
import { isDoubtful } from '../../core/bitext/confidence.ts';
import type { InlineCodes } from '../../core/bitext/inline/codes.ts';
import { movedBeads } from '../../core/bitext/moved.ts';
import type { TermFinding } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import type { TermHit } from '../../core/glossary/hits.ts';
import { dayOf } from '../../store/articles.ts';
import { dismissedIn } from '../../store/glossary/verdicts.ts';
import { codesOf } from '../../store/review/codes.ts';
import { commentsOf, type StoredComment } from '../../store/review/comments.ts';
import { flaggers, formerTexts, type LastChange } from '../../store/review/row-notes.ts';
import type { Desk, KeyedFinding } from '../desk.ts';
import { type ShownFinding, shownFindings } from './findings/shown-findings.ts';
import { standingFindings } from './findings/standing-findings.ts';

/** A row with its number in the bitext and the terms that stand in its texts. */
export interface ReviewRow extends Row {
  /** From 1; null in a part of a bitext, where it is not known. */
  readonly number: number | null;
  readonly doubtful: boolean;
  /** Whether its translation stands elsewhere in the text. */
  readonly moved: boolean;
  /** Glossary terms by segment id. */
  readonly hits: ReadonlyMap<number, readonly TermHit<StoredConcept>[]>;
  /** Where the translation departs from the glossary. */
  readonly terms: readonly TermFinding<StoredConcept>[];
  /** What the checks of a row find in it; null where it has not been checked yet. */
  readonly checks: readonly ShownFinding[] | null;
  readonly comments: readonly StoredComment[];
  /** The inline codes that stand in the bitext's texts. */
  readonly codes: InlineCodes;
  /** Who flagged it, where somebody did. */
  readonly flaggedBy: LastChange | null;
  /** Its text in the former version, where its words have changed. */
  readonly former: Readonly<Record<Side, string>> | null;
}

/** How many rows are checked against the glossaries in one go; other work has its turn in between. */
const CHECK_BATCH_ROWS = 25;

/**
 * The rows of a bitext, or of a part of one, with their glossary terms, findings and comments.
 * @param mostChecked how many of the rows are checked; by default all
 */
export async function reviewRows(
  desk: Desk,
  id: number,
  bitext: Bitext,
  mostChecked = Number.POSITIVE_INFINITY,
): Promise<ReviewRow[]> {
  const { db } = desk.store;
  const check = await desk.terms.checkerFor(desk, { ...bitext, id, date: await dayOf(db, id) });
  const beads = bitext.beads.map((bead) => bead.id);
  const [comments, dismissed, codes, former, flagged] = await Promise.all([
    commentsOf(db, id, bitext),
    dismissedIn(db, id),
    codesOf(db, id, bitext),
    formerTexts(db, id, beads),
    flaggers(db, id, beads),
  ]);
  const bySegment = new Map<string, StoredComment[]>();
  for (const comment of comments) {
    const key = `${comment.side} ${comment.segment}`;
    bySegment.set(key, [...(bySegment.get(key) ?? []), comment]);
  }
  const moved = movedBeads(bitext);
  const languages = { source: bitext.sourceLanguage, target: bitext.targetLanguage };
  const checker = await desk.checks.checkerFor(desk, { ...bitext, id });
  const standing = new Map<number, KeyedFinding[]>();
  const part = { ...bitext, beads: bitext.beads.slice(0, mostChecked) };
  for (const finding of await standingFindings(desk, id, { part, codes, checker })) {
    standing.set(finding.bead, [...(standing.get(finding.bead) ?? []), finding]);
  }
  const rows: ReviewRow[] = [];
  for (const [i, row] of rowsOf(bitext).entries()) {
    if (i > 0 && i % CHECK_BATCH_ROWS === 0) await setImmediate();
    const { hits, findings } = check(row);
    rows.push({
      ...row,
      number: null,
      doubtful: isDoubtful(row.bead),
      moved: moved.has(row.bead.id),
      hits,
      terms: row.bead.status === 'excluded' ? [] : findings.filter((finding) => !dismissed.has(findingKey(finding))),
      checks:
        i < mostChecked
          ? shownFindings((standing.get(row.bead.id) ?? []).sort(inTextOrder), row, { codes, languages })
          : null,
      comments: SIDES.flatMap((side) => row.bead[side].flatMap((segment) => bySegment.get(`${side} ${segment}`) ?? [])),
      flaggedBy: flagged.get(row.bead.id) ?? null,
      former: former.get(row.bead.id) ?? null,
      codes,
    });
  }
  return rows;
}

/** As the words stand in the source; what has no place there, as they stand in the translation. */
function inTextOrder(a: KeyedFinding, b: KeyedFinding): number {
  return (a.source?.start ?? a.target?.start ?? 0) - (b.source?.start ?? b.target?.start ?? 0);
}
