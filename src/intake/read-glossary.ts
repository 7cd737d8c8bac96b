import { parse } from 'csv-parse/sync';
import { Problem } from '../core/problem.ts';

/** Terms that mean the same, by language; "source" and "target" where the file names no languages. */
export type TermGroup = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a glossary from text: CSV with a header that names at least `concept`,
 * `language` and `term` (commas or semicolons), or OmegaT's glossary text, a
 * pair a line parted by a tab.
 * @throws Problem `bad-input` that says what is wrong
 */
export function readGlossary(text: string, name: string): TermGroup[] {
  const head = text.replace(/^\ufeff/u, '').split(/\r?\n/u, 1)[0] ?? '';
  const columns = head
    .toLowerCase()
    .split(/[,;]/u)
    .map((column) => column.trim().replaceAll('"', ''));
  return columns.includes('term') && columns.includes('language') ? fromCsv(text, name) : fromPairs(text, name);
}

function fromCsv(text: string, name: string): TermGroup[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: [',', ';'],
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => header.map((column) => column.toLowerCase()),
    }) as Record<string, string>[];
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new Problem(
      'bad-input',
      `${name} cannot be read as CSV.`,
      detail,
      'Check the quotes and the number of cells in that line.',
      cause,
    );
  }
  const groups = new Map<string, Map<string, string[]>>();
  for (const { concept = '', language = '', term = '' } of rows) {
    if (!term || !language) continue;
    const group = groups.get(concept) ?? new Map<string, string[]>();
    group.set(language, [...(group.get(language) ?? []), term]);
    groups.set(concept, group);
  }
  return [...groups.values()];
}

function fromPairs(text: string, name: string): TermGroup[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .flatMap((line, i): TermGroup[] => {
      if (!line.trim() || line.startsWith('#')) return [];
      const [source = '', target = ''] = line.split('\t').map((cell) => cell.trim());
      if (!source || !target) {
        throw new Problem(
          'bad-input',
          `${name}, line ${i + 1} is no pair of terms.`,
          `It reads “${line.slice(0, 60)}”.`,
          'Give a source term, a tab and its translation; or CSV with the columns concept, language and term.',
        );
      }
      return [
        new Map([
          ['source', [source]],
          ['target', [target]],
        ]),
      ];
    });
}
