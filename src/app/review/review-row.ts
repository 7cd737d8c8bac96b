import { setImmediate } from 'node:timers/promises';
import { type Bitext, type Row, rowsOf, SIDES, type Side } from '../../core/bitext/bitext.ts';
import { isDoubtful } from '../../core/bitext/confidence.ts';
import type { InlineCodes } from '../../core/bitext/inline/codes.ts';
import { movedBeads } from '../../core/bitext/moved.ts';
import type { CheckedRow, TermFinding } from '../../core/glossary/check.ts';
import type { StoredConcept } from '../../core/glossary/concept.ts';
import { findingKey } from '../../core/glossary/finding-key.ts';
import type { TermHit } from '../../core/glossary/hits.ts';
import { grouped } from '../../core/grouped.ts';
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
  const checker = await desk.checks.checkerFor(desk, { ...bitext, id });
  const part = { ...bitext, beads: bitext.beads.slice(0, mostChecked) };
  const standing = await standingFindings(desk, id, { part, codes, checker });
  const whole = rowsOf(bitext);
  const rowFor = rowMaker({ bitext, check, comments, dismissed, codes, former, flagged, standing });
  const rows: ReviewRow[] = [];
  for (let from = 0; from < whole.length; from += CHECK_BATCH_ROWS) {
    if (from > 0) await setImmediate();
    const some = whole.slice(from, from + CHECK_BATCH_ROWS);
    rows.push(...some.map((row, i) => rowFor(row, from + i < mostChecked)));
  }
  return rows;
}

/** What is known of the rows of a bitext, or of a part of one. */
interface KnownOfRows {
  readonly bitext: Bitext;
  readonly check: (row: Row) => CheckedRow<StoredConcept>;
  readonly comments: readonly StoredComment[];
  readonly dismissed: ReadonlySet<string>;
  readonly codes: InlineCodes;
  readonly former: ReadonlyMap<number, Readonly<Record<Side, string>>>;
  readonly flagged: ReadonlyMap<number, LastChange>;
  readonly standing: readonly KeyedFinding[];
}

/** Puts rows together. A function that never waits: V8 optimizes its loop, which that of one that does it interpreted each time. */
function rowMaker({ bitext, check, comments, dismissed, codes, former, flagged, standing }: KnownOfRows) {
  const bySegment = grouped(comments, ({ side, segment }) => `${side} ${segment}`);
  const byBead = grouped(standing, ({ bead }) => bead);
  const moved = movedBeads(bitext);
  const languages = { source: bitext.sourceLanguage, target: bitext.targetLanguage };
  return (row: Row, isChecked: boolean): ReviewRow => {
    const { bead, segments } = row;
    const { hits, findings } = check(row);
    const found = isChecked ? (byBead.get(bead.id) ?? []).sort(inTextOrder) : null;
    return {
      bead,
      segments,
      number: null,
      doubtful: isDoubtful(bead),
      moved: moved.has(bead.id),
      hits,
      terms: bead.status === 'excluded' ? [] : findings.filter((finding) => !dismissed.has(findingKey(finding))),
      checks: found && shownFindings(found, row, { codes, languages }),
      comments: SIDES.flatMap((side) => bead[side].flatMap((segment) => bySegment.get(`${side} ${segment}`) ?? [])),
      flaggedBy: flagged.get(bead.id) ?? null,
      former: former.get(bead.id) ?? null,
      codes,
    };
  };
}

/** As the words stand in the source; what has no place there, as they stand in the translation. */
function inTextOrder(a: KeyedFinding, b: KeyedFinding): number {
  return (a.source?.start ?? a.target?.start ?? 0) - (b.source?.start ?? b.target?.start ?? 0);
}
