import { z } from 'zod';
import type { PlacedFinding } from '../../app/check/find-findings.ts';
import { CHECK_SEVERITIES } from '../../core/check/row-finding.ts';
import type { Translator } from '../../core/translator.ts';

/** What a check has found. */
export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(CHECK_SEVERITIES),
    reason: z.string().nullable().describe('in words'),
    found: z.string(),
    expected: z.string(),
    suggestion: z.string().nullable().describe('what to write instead, where that is certain'),
    rows: z.array(z.object({ row: z.int(), number: z.int() })).describe('the first of the rows in which it stands'),
    count: z.int().describe('in how many rows it stands'),
    key: z.string().describe('what it is dismissed by, itself alone'),
    same: z.string().describe('what all are dismissed by that say the same'),
  })
  .meta({ id: 'Finding' });

export function shownFound(
  { code, severity, reason, found, expected, suggestion, rows, count, key, same }: PlacedFinding,
  t: Translator['t'],
): z.input<typeof Finding> {
  return {
    code,
    severity,
    reason: reason && t(reason),
    found,
    expected,
    suggestion,
    rows: rows.map(({ bead, number }) => ({ row: bead, number })),
    count,
    key,
    same,
  };
}
