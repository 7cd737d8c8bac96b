import { msg } from '../message.ts';
import type { CheckPattern } from './pattern.ts';
import type { RowFinding, Span } from './row-finding.ts';

/** A finding of a person's own pattern, from where it was found in the two texts of a row. */
export function patternFinding(
  { name, severity }: CheckPattern,
  texts: { readonly source: string; readonly target: string },
  { source, target }: { readonly source: Span | null; readonly target: Span | null },
): RowFinding {
  return {
    code: 'pattern',
    severity,
    source,
    target,
    found: target ? texts.target.slice(target.start, target.end) : '',
    expected: '',
    suggestion: null,
    reason: msg('From your checklist: {name}', { name }),
    topic: name,
  };
}

/** What is said of the row at which a pattern takes too long. */
export function slowPatternFinding({ name }: CheckPattern): RowFinding {
  return {
    code: 'pattern',
    severity: 'warning',
    source: null,
    target: null,
    found: '',
    expected: '',
    suggestion: null,
    reason: msg(
      'The pattern “{name}” takes too long at this row and was left out from here on. Avoid repetitions within repetitions, such as (a+)+.',
      { name },
    ),
    topic: name,
  };
}
