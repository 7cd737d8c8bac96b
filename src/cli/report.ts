import { describeFinding, type Finding } from '../core/finding.ts';
import { type Problem, partsOf } from '../core/problem.ts';
import { translatorIn } from '../web/language.ts';

/** The command line speaks English. */
export const { t } = translatorIn('en');

/** Findings on stderr, one per line. */
export function reportFindings(findings: readonly Finding[]): void {
  for (const finding of findings) process.stderr.write(`${describeFinding(finding, t)}\n`);
}

/** What a problem says, a line a sentence. */
export function describeProblem(problem: Problem): string {
  return partsOf(problem)
    .map((part) => t(part))
    .join('\n  ');
}
