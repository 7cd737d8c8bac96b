import { parse } from 'csv-parse/sync';
import { Problem } from '../core/problem.ts';
import { languageOf } from './read-glossary-table.ts';
import { type TranslationUnit, tidied } from './units.ts';

/** A table of translations: cells by row, and what its columns are. */
export interface UnitTable {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly UnitColumn[];
  /** The languages that its header names; empty where it names none. */
  readonly from: string;
  readonly to: string;
}

export type UnitColumn = 'source' | 'target' | 'status' | 'confidence' | 'note' | '';

const NAMED: Readonly<Record<string, UnitColumn>> = {
  source: 'source',
  target: 'target',
  translation: 'target',
  status: 'status',
  confidence: 'confidence',
  score: 'confidence',
  note: 'note',
  comment: 'note',
};

/**
 * Reads CSV (commas or semicolons) or TSV. Where the first row names columns it
 * is a header; else the first two columns are the two texts, and confidence and
 * status follow, as this program writes TSV.
 * @throws Problem `bad-input` with the line
 */
export function readUnitTable(text: string, name: string): UnitTable {
  const body = text.replace(/^\ufeff/u, '').replace(/^sep=.\r?\n/iu, '');
  const first = body.split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = first.includes('\t') ? '\t' : first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const rows = parse(body, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // Texts with tabs between are not quoted, as Moses and others write them.
      quote: delimiter === '\t' ? null : '"',
    }) as string[][];
    return withColumns(
      rows.map((row) => row.map((cell) => cell.replace(/^'(?=['=+\-@\t\r])/u, ''))),
      name,
    );
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      'bad-input',
      `${name} cannot be read as a table.`,
      cause instanceof Error ? cause.message : '',
      'Check the quotes and the number of cells in that line.',
      cause,
    );
  }
}

/** What the columns of some rows are. */
export function withColumns(rows: readonly (readonly string[])[], name: string): UnitTable {
  const [header = []] = rows;
  const named = header.map((cell) => NAMED[cell.trim().toLowerCase()] ?? '');
  if (named.includes('source') && named.includes('target')) {
    const [a, b] = ['source_language', 'target_language'].map((column) => {
      const at = header.findIndex((cell) => cell.trim().toLowerCase() === column);
      return at < 0 ? '' : (rows[1]?.[at] ?? '');
    });
    return { rows: rows.slice(1), columns: named, from: a ?? '', to: b ?? '' };
  }
  const tongues = header.map((cell) => languageOf(cell.trim().toLowerCase()));
  const [source, target] = tongues.flatMap((tag, at) => (tag ? [{ tag, at }] : []));
  if (source && target) {
    const columns = named.map(
      (column, at): UnitColumn => (at === source.at ? 'source' : at === target.at ? 'target' : column),
    );
    return { rows: rows.slice(1), columns, from: source.tag, to: target.tag };
  }
  if (header.length < 2) {
    throw new Problem(
      'bad-input',
      `${name} has no two columns.`,
      'Its first line holds a single cell.',
      'Put the source in one column and the translation in the next.',
    );
  }
  return { rows, columns: ['source', 'target', 'confidence', 'status'], from: '', to: '' };
}

/** Lines of JSON, each with "source" and "target": a text or a list of texts. */
export function unitsOfJsonLines(text: string, name: string, from: string, to: string): TranslationUnit[] {
  return text.split(/\r?\n/u).flatMap((line, i) => {
    if (!line.trim()) return [];
    let said: unknown;
    try {
      said = JSON.parse(line);
    } catch {
      said = null;
    }
    const of = (key: string) => {
      const value = typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[key] : undefined;
      return Array.isArray(value)
        ? value.map(String).join(' ')
        : typeof value === 'string' || typeof value === 'number'
          ? String(value)
          : '';
    };
    if (typeof said !== 'object' || said === null || (!of('source') && !of('target'))) {
      throw new Problem(
        'bad-input',
        `${name}, line ${i + 1} is no unit.`,
        `It reads “${line.slice(0, 60)}”.`,
        'A line looks like {"source": "…", "target": "…"}.',
      );
    }
    return [unitOf(of, from, to)];
  });
}

/** The units of a table in two languages. */
export function unitsOfTable({ rows, columns }: UnitTable, from: string, to: string): TranslationUnit[] {
  return rows.map((row) => unitOf((key) => row[columns.indexOf(key as UnitColumn)] ?? '', from, to));
}

function unitOf(of: (key: string) => string, from: string, to: string): TranslationUnit {
  const [status, confidence, note] = [of('status').trim().toLowerCase(), of('confidence').trim(), of('note').trim()];
  return {
    variants: [
      { language: from, text: tidied(of('source')) },
      { language: to, text: tidied(of('target')) },
    ],
    notes: note ? [note] : [],
    props: { ...(status && { 'x-status': status }), ...(confidence && { 'x-confidence': confidence }) },
    codesLost: 0,
  };
}
