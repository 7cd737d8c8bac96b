import { type Bitext, rowsOf, type Side } from '../bitext/bitext.ts';
import { type InlineCodes, NO_INLINE_CODES, withoutCodes } from '../bitext/codes.ts';
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
  const spacedSigns = usesSpacedSigns(bitext.target.map(({ text }) => text));
  return rows.flatMap((row) => {
    const texts = rowTexts(row, bitext);
    const plain = { source: withoutCodes(texts.source, codes), target: withoutCodes(texts.target, codes) };
    return rowChecks(plain, { packs, spacedSigns }).map((finding) => ({ ...finding, bead: row.bead.id }));
  });
}
