import { type Bitext, rowsOf, type Side } from '../bitext/bitext.ts';
import { type InlineCodes, NO_INLINE_CODES, withoutCodes } from '../bitext/inline/codes.ts';
import { rowTexts } from '../bitext/row-text.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { usesSpacedSigns } from './form/spaces.ts';
import { rowChecks } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';

/** A finding and the bead in which it stands. */
export interface BeadFinding extends RowFinding {
  readonly bead: number;
}

/** Runs the checks of a row over every row of a bitext that is not excluded, as its whole text has its spaces. */
export function checkRows(
  bitext: Bitext,
  packs: Readonly<Record<Side, LanguagePack>>,
  codes: InlineCodes = NO_INLINE_CODES,
): BeadFinding[] {
  const rows = rowsOf(bitext).filter(({ bead }) => bead.status !== 'excluded');
  const places = new Map(bitext.beads.map(({ id }, i) => [id, i]));
  const spacedSigns = usesSpacedSigns(bitext.target.map(({ text }) => text));
  const found = rows.flatMap((row) => {
    const texts = rowTexts(row, bitext);
    const plain = { source: withoutCodes(texts.source, codes), target: withoutCodes(texts.target, codes) };
    return rowChecks(plain, { packs, spacedSigns }).map((finding) => ({ ...finding, bead: row.bead.id }));
  });
  return withoutLongQuotations(found, (bead) => places.get(bead)!);
}

/** How many rows further on a quotation may be closed. */
export const MAX_OPEN_ROWS = 6;

/** Whether a finding is a quotation mark without a partner. */
export function isLoneQuote({ code, found }: Pick<RowFinding, 'code' | 'found'>): boolean {
  return code === 'quotes' && found !== '';
}

/**
 * Leaves out quotation marks without a partner whose partner stands in one of the next rows: a quotation of several
 * sentences is opened in one and closed in another.
 */
export function withoutLongQuotations<F extends BeadFinding>(
  findings: readonly F[],
  placeOf: (bead: number) => number,
): F[] {
  const done = new Set<F>();
  const odd = findings.filter(isLoneQuote);
  odd.forEach((opening, i) => {
    const next = odd[i + 1];
    if (!next || done.has(opening) || !isQuotationPair(opening.found, next.found)) return;
    if (placeOf(next.bead) - placeOf(opening.bead) > MAX_OPEN_ROWS) return;
    done.add(opening);
    done.add(next);
  });
  return findings.filter((finding) => !done.has(finding));
}

export function isQuotationPair(open: string, close: string): boolean {
  return ['«»', '»«', '“”', '„“', '„”', '””', '""', '「」', '『』'].includes(open + close);
}
