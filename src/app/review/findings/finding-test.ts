import { type Bitext, rowsOf } from '../../../core/bitext/bitext.ts';
import { severityOf } from '../../../core/check/line.ts';
import { type CheckSeverity, mattersAsMuch } from '../../../core/check/row-finding.ts';
import { findingKey } from '../../../core/glossary/finding-key.ts';
import { dayOf } from '../../../store/articles.ts';
import { dismissedIn } from '../../../store/glossary/verdicts.ts';
import { codesOf } from '../../../store/review/codes.ts';
import { headOf } from '../../app.ts';
import type { Desk } from '../../desk.ts';
import { standingFindings } from './standing-findings.ts';

/** Tells in which rows of a part of a bitext something is found that matters as much as `least`. */
export async function findingTest(desk: Desk, id: number, least: CheckSeverity) {
  const { db } = desk.store;
  const head = await headOf(desk, id);
  const [dismissed, date] = [await dismissedIn(db, id), await dayOf(db, id)];
  const terms = await desk.terms.checkerFor(desk, { ...head, date });
  const checker = await desk.checks.checkerFor(desk, head);
  return async (part: Bitext): Promise<Set<number>> => {
    const found = await standingFindings(desk, id, { part, codes: await codesOf(db, id, part), checker });
    const fitting = new Set(found.flatMap(({ bead, severity }) => (mattersAsMuch(severity, least) ? [bead] : [])));
    for (const row of rowsOf(part)) {
      const ofTerms = terms(row).findings.filter((finding) => !dismissed.has(findingKey(finding)));
      const severities = ofTerms.map(({ code }) => checker.severityOf(code, severityOf(code)));
      if (severities.some((severity) => severity !== null && mattersAsMuch(severity, least))) fitting.add(row.bead.id);
    }
    return fitting;
  };
}
