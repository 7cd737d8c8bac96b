import type { App } from '../../app/app.ts';
import { matchPattern } from '../../app/check/match-patterns.ts';
import { readProfileFile } from '../../app/check/profiles.ts';
import type { Bitext } from '../../core/bitext/bitext.ts';
import type { InlineCodes } from '../../core/bitext/inline/codes.ts';
import type { CheckLine } from '../../core/check/line.ts';
import { patternFinding, slowPatternFinding } from '../../core/check/pattern-findings.ts';
import { type CheckProfile, DEFAULT_PROFILE } from '../../core/check/profile.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';
import { readInput } from '../files.ts';
import { reportFindings } from '../report.ts';
import { placesOf } from './checked-texts.ts';

/** The profile in a file; without one, the checks as they are. */
export async function profileIn(app: App, path: string | undefined): Promise<CheckProfile> {
  if (path === undefined) return DEFAULT_PROFILE;
  const { bytes, name } = await readInput(path);
  const { profile, findings } = await readProfileFile(app.pool, bytes, name);
  reportFindings(findings);
  return profile;
}

/** Where a profile's patterns are found in the rows that are not excluded. */
export function patternLines(bitext: Bitext, codes: InlineCodes, { patterns, levels }: CheckProfile): CheckLine[] {
  if (levels.pattern === 'off') return [];
  const placed = placesOf(bitext, codes);
  const rows = bitext.beads.filter(({ status }) => status !== 'excluded').map(({ id }) => placed(id));
  const texts = rows.map(({ source, target }) => [source, target] as const);
  const lineOf = (at: number, { source, target, ...finding }: RowFinding): CheckLine => ({
    ...finding,
    ...rows[at]!,
    at: { source, target },
  });
  return patterns
    .filter(({ isOn }) => isOn)
    .flatMap((pattern) => {
      const { matches, slowAt } = matchPattern(pattern, texts);
      const lines = matches.map(({ row, ...spans }) => lineOf(row, patternFinding(pattern, rows[row]!, spans)));
      return slowAt === null ? lines : [...lines, lineOf(slowAt, slowPatternFinding(pattern))];
    });
}
