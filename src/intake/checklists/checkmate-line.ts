import type { Side } from '../../core/bitext/bitext.ts';
import type { CheckPattern, PatternSearch } from '../../core/check/pattern.ts';
import { javascriptPattern } from '../javascript-pattern.ts';

/** CheckMate's 0, 1 and 2. */
const SEVERITIES = ['hint', 'warning', 'error'] as const;

/**
 * A line of a pattern file of Okapi CheckMate: whether it is used, whether it starts from the source, severity, source,
 * target, description, and in newer files whether only the one side is looked at. What is found on the side that it
 * starts from has to be on the other side as its pattern says, else that is reported; of a single side, what is found.
 */
export function readCheckmateLine(cells: readonly string[]): CheckPattern {
  const [isOn, fromSource, severity = '', source = '', target = '', description = '', single] = cells;
  const from: Side = fromSource === '1' ? 'source' : 'target';
  const patterns = { source, target };
  const lead = searchFor(from, patterns[from], false);
  const other: Side = from === 'source' ? 'target' : 'source';
  return {
    name: description.trim() || patterns[from],
    isOn: isOn === '1',
    severity: SEVERITIES[Number(severity)] ?? 'warning',
    searches: single?.trim() === '1' ? [lead] : [lead, searchFor(other, patterns[other], true)],
  };
}

function searchFor(side: Side, pattern: string, absent: boolean): PatternSearch {
  // Java's expressions match as they are written, but where they begin with "(?i)".
  const matchCase = !/^\(\?[a-z]*i/u.test(pattern);
  return { side, expression: javascriptPattern(pattern), matchCase, absent };
}
