import type { Bitext } from '../../../core/bitext/bitext.ts';
import { DOUBTFUL_BELOW } from '../../../core/bitext/confidence.ts';
import type { InlineCodes } from '../../../core/bitext/inline/codes.ts';
import { isLoneQuote, MAX_OPEN_ROWS, withoutLongQuotations } from '../../../core/check/check-rows.ts';
import { countBeads } from '../../../store/bead-counts.ts';
import { beadsNear } from '../../../store/review/bead-places.ts';
import { codesOf } from '../../../store/review/codes.ts';
import { readBeads } from '../../../store/review/slices.ts';
import type { Desk, KeyedFinding, RowChecker } from '../../desk.ts';

/** A part of a bitext with the codes in its texts, and the checker of its rows. */
export interface CheckedPart {
  readonly part: Bitext;
  readonly codes: InlineCodes;
  readonly checker: RowChecker;
}

/** What the checks of a row find in some rows of a bitext, without what was dismissed and without quotations that go on in rows nearby. */
export async function standingFindings(
  desk: Pick<Desk, 'store'>,
  id: number,
  { part, codes, checker }: CheckedPart,
): Promise<KeyedFinding[]> {
  const found = await checker.check(part, codes);
  const { beads } = await countBeads(desk.store.db, id, DOUBTFUL_BELOW);
  const standing =
    part.beads.length === beads ? pairedIn(part, found) : await pairedNearby(desk, id, { found, checker });
  return standing.filter((finding) => !checker.isDismissed(finding));
}

function pairedIn(part: Bitext, found: readonly KeyedFinding[]): KeyedFinding[] {
  const places = new Map(part.beads.map((bead, place) => [bead.id, place]));
  return withoutLongQuotations(found, (bead) => places.get(bead)!);
}

/** Of a part the other half of a quotation may stand in rows that are not in it. */
async function pairedNearby(
  { store: { db } }: Pick<Desk, 'store'>,
  id: number,
  { found, checker }: { readonly found: readonly KeyedFinding[]; readonly checker: RowChecker },
): Promise<KeyedFinding[]> {
  const lone = new Set<string>();
  for (const bead of new Set(found.filter(isLoneQuote).map((finding) => finding.bead))) {
    const around = await readBeads(db, id, await beadsNear(db, id, bead, MAX_OPEN_ROWS));
    const near = pairedIn(around, await checker.check(around, await codesOf(db, id, around)));
    for (const finding of near) if (finding.bead === bead && isLoneQuote(finding)) lone.add(finding.keys.row);
  }
  return found.filter((finding) => !isLoneQuote(finding) || lone.has(finding.keys.row));
}
