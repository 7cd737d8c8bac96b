import type { CheckSelection } from '../../core/check/line.ts';
import type { CheckReport } from '../../core/check/report.ts';
import type { App } from '../app.ts';
import type { WorkOrder } from '../desk.ts';
import { type CheckedFindings, findFindings } from './find-findings.ts';

/**
 * Everything that the check of some bitexts finds, without what was dismissed, as reports are written from: one a
 * bitext, a finding of several rows in the first of them.
 * @param ids which bitexts; none for all outside the archive
 */
export async function exportFindings(
  app: App,
  ids: readonly number[],
  { wanted, ...order }: WorkOrder & { readonly wanted: CheckSelection },
): Promise<CheckReport[]> {
  const request = { bitexts: ids, wanted, from: 0, most: Number.MAX_SAFE_INTEGER };
  const { checked } = await app.pool.run(findFindings, request, order);
  return checked.map(reportOf);
}

function reportOf({ head, findings }: CheckedFindings): CheckReport {
  const lines = findings.map(({ rows, texts, code, severity, found, expected, at, suggestion, reason }) => ({
    ...{ row: rows[0]?.number ?? 0, code, severity, found, expected, at, suggestion, reason },
    ...texts,
  }));
  return { file: head.title, lines: lines.sort((a, b) => a.row - b.row) };
}
