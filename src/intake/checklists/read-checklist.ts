import { type CheckPattern, checkedPattern } from '../../core/check/pattern.ts';
import type { Finding } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readCheckmateLine } from './checkmate-line.ts';
import { powerSearches, type SearchWay } from './power-search.ts';
import { readXbench } from './read-xbench.ts';

/** What is read of a checklist of another tool. */
export interface Checklist {
  readonly patterns: readonly CheckPattern[];
  /** Entries that were left out, each with its place and why. */
  readonly findings: readonly Finding[];
}

/** An entry of a checklist: a pattern, or why it is none. */
export interface ChecklistEntry {
  readonly place: Message;
  /** @throws Problem where it cannot be carried out */
  readonly read: () => CheckPattern | null;
}

/**
 * Reads a checklist: Xbench's (.xbckl), a file of patterns of Okapi CheckMate, or lines of source, translation,
 * description and, if need be, "regex", with tabs between. Entries that cannot be carried out are left out and named.
 * @throws Problem `unreadable-file` where the XML is broken, `empty-text` where none of it is a pattern
 */
export function readChecklist(text: string, name: string): Checklist {
  const entries = text.trimStart().startsWith('<') ? readXbench(text, name) : linesOf(text);
  const patterns: CheckPattern[] = [];
  const findings: Finding[] = [];
  for (const { place, read } of entries) {
    try {
      const pattern = read();
      if (pattern) patterns.push(checkedPattern(pattern));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { title, detail } = error;
      findings.push({
        code: 'pattern-left-out',
        severity: 'warning',
        place: name,
        message: msg('{place} was left out: {reason} {detail}', { place, reason: title, detail: detail ?? '' }),
      });
    }
  }
  if (patterns.length === 0) {
    const [{ message: reason } = { message: '' }] = findings;
    throw new Problem(
      'empty-text',
      msg('There are no patterns in {name}.', { name }),
      reason,
      'A checklist is an .xbckl file of Xbench, a pattern file of CheckMate, or lines of source, translation and description with tabs between.',
    );
  }
  return { patterns, findings };
}

function linesOf(text: string): ChecklistEntry[] {
  return text.split(/\r?\n/u).flatMap((line, i): ChecklistEntry[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t');
    const place = msg('Line {line}', { line: String(i + 1) });
    const isCheckmate = cells.length >= 6 && /^[01]$/u.test(cells[0]!) && /^[01]$/u.test(cells[1]!);
    return [{ place, read: () => (isCheckmate ? readCheckmateLine(cells) : plainLine(cells, i === 0)) }];
  });
}

/** A line of source, translation, description and how to search. */
function plainLine(cells: readonly string[], isFirst: boolean): CheckPattern | null {
  const [source = '', target = '', description = '', how = ''] = cells.map((cell) => cell.trim());
  // A line of headings.
  if (isFirst && /^source$/iu.test(source)) return null;
  if (cells.length < 2) {
    throw new Problem(
      'bad-input',
      'It has no tab.',
      '',
      'Write source, translation and description with tabs between.',
    );
  }
  const way: SearchWay = { mode: /^reg/iu.test(how) ? 'regexp' : 'simple', matchCase: false, wholeWord: false };
  return {
    name: description || [source, target].filter(Boolean).join(' → '),
    isOn: true,
    severity: 'warning',
    searches: [...powerSearches('source', source, way), ...powerSearches('target', target, way)],
  };
}
