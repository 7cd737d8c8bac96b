import { UNIT_FIELDS } from '../../core/formats/tables.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { languageOf, sidesOf } from '../glossaries/glossary-columns.ts';
import { parseRows, withoutHint } from '../table-rows.ts';
import type { LeftOut } from './left-out.ts';
import { statusOfWord } from './unit-status.ts';
import type { TranslationUnit } from './units.ts';

/** What a column of a table of translations may be; an empty one is left out. */
export const UNIT_COLUMNS = [...UNIT_FIELDS, 'document', 'source_language', 'target_language', ''] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

const COLUMNS_BY_HEADER: Readonly<Record<string, UnitColumn>> = {
  source: 'source',
  target: 'target',
  status: 'status',
  confidence: 'confidence',
  score: 'confidence',
  note: 'note',
  comment: 'note',
  assumed: 'assumed',
  document: 'document',
  source_language: 'source_language',
  target_language: 'target_language',
  // As French spreadsheets have them.
  statut: 'status',
  confiance: 'confidence',
  commentaire: 'note',
};

/**
 * The cells of CSV (commas, semicolons or bars) or TSV, by row.
 * @throws Problem `bad-input` with the line
 */
export function cellsOf(text: string, name: string): string[][] {
  const body = withoutHint(text);
  const first = body.split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = delimiterIn(first);
  // Texts with tabs between are not quoted, as Moses and others write them.
  return parseRows(body, name, { delimiter, quote: delimiter === '\t' ? null : '"' }).map(({ cells }) => cells);
}

/** A column that is neither the text nor its translation. */
function otherColumn(name: string): UnitColumn {
  const column = COLUMNS_BY_HEADER[name] ?? '';
  return column === 'source' || column === 'target' ? '' : column;
}

/** What parts cells, what is rarest in texts first; commas where no other mark is in the line. */
function delimiterIn(line: string): string {
  if (line.includes('\t')) return '\t';
  const counts = [';', ','].map((mark) => line.split(mark).length);
  if (counts.every((count) => count === 1) && line.includes('|')) return '|';
  return counts[0]! > counts[1]! ? ';' : ',';
}

/** What the columns of a table are. */
export interface UnitColumns {
  /** Whether the first row is a header. */
  readonly headed: boolean;
  readonly columns: readonly UnitColumn[];
  /** The languages that its header or its first row names; empty where it names none. */
  readonly from: string;
  readonly to: string;
}

/**
 * What the columns of a table seem to be. Where the first row names columns or
 * languages it is a header; else the first two columns are the two texts, and
 * confidence and status follow, as this program writes TSV.
 * @throws Problem `bad-input` where there are no two columns
 */
export function unitColumns(cells: readonly (readonly string[])[], name: string): UnitColumns {
  const [header = []] = cells;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const sides = sidesOf(names);
  const named = names.map((cell, at): UnitColumn => {
    if (sides) return at === sides.source ? 'source' : at === sides.target ? 'target' : otherColumn(cell);
    return COLUMNS_BY_HEADER[cell] ?? '';
  });
  if (named.includes('source') && named.includes('target')) {
    const first = (column: UnitColumn) => (named.includes(column) ? (cells[1]?.[named.indexOf(column)] ?? '') : '');
    return { headed: true, columns: named, from: first('source_language'), to: first('target_language') };
  }
  const tongues = names.map(languageOf);
  const [source, target] = tongues.flatMap((tag, at) => (tag ? [{ tag, at }] : []));
  if (source && target) {
    const columns = named.map(
      (column, at): UnitColumn => (at === source.at ? 'source' : at === target.at ? 'target' : column),
    );
    return { headed: true, columns, from: source.tag, to: target.tag };
  }
  if (header.length < 2) {
    throw new Problem(
      'bad-input',
      msg('{name} does not have two columns.', { name }),
      'Its first line holds a single cell.',
      'Put the source in one column and the translation in the next.',
    );
  }
  const usual: readonly UnitColumn[] = ['source', 'target', 'confidence', 'status'];
  return { headed: false, columns: header.map((_, at) => usual[at] ?? ''), from: '', to: '' };
}

/**
 * Lines of JSON as a table with a header, each with "source" and "target": a text or a list of texts.
 * @param leftOut what other fields there are
 * @throws Problem `bad-input` with the line
 */
export function cellsOfJsonLines(text: string, name: string, leftOut: LeftOut): string[][] {
  const rows = text.split(/\r?\n/u).flatMap((line, i) => {
    if (!line.trim()) return [];
    const object = parsed(line);
    const cells = UNIT_FIELDS.map((field) => cellText(object?.[field]));
    if (!object || (!cells[0] && !cells[1])) {
      throw new Problem(
        'bad-input',
        msg('{name}, line {line}: not a translation unit.', { name, line: String(i + 1) }),
        msg('It reads “{line}”.', { line: line.slice(0, 60) }),
        'A line looks like {"source": "…", "target": "…"}.',
      );
    }
    for (const field of Object.keys(object)) if (!UNIT_FIELDS.some((one) => one === field)) leftOut.note(field);
    return [cells];
  });
  return [[...UNIT_FIELDS], ...rows];
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const object: unknown = JSON.parse(line);
    return typeof object === 'object' && object !== null ? (object as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).reduce((text, next) => text + between(text, next) + next, '');
  return typeof value === 'string' || typeof value === 'number' || value === true ? String(value) : '';
}

/** What stands between two texts of one side: nothing where they are written without spaces. */
function between(text: string, next: string): string {
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e]/u;
  return text === '' || (isWide.test(text.slice(-1)) && isWide.test(next.slice(0, 1))) ? '' : ' ';
}

/**
 * The units of a table in two languages, a row a unit.
 * @param leftOut takes note of cells that are in no column that is read, and of what a status or confidence cannot be
 */
export function unitsOfTable(
  rows: readonly (readonly string[])[],
  columns: readonly UnitColumn[],
  [from, to]: readonly [string, string],
  leftOut: LeftOut,
): TranslationUnit[] {
  return rows.map((row): TranslationUnit => {
    const of = (column: UnitColumn) => row[columns.indexOf(column)] ?? '';
    row.forEach((cell, at) => {
      if (columns[at] || !cell) return;
      leftOut.note(`column ${at + 1}`);
      leftOut.settle(cell);
    });
    const [status, confidence, note] = [of('status').trim(), of('confidence').trim(), of('note').trim()];
    const [assumed, document] = [of('assumed').trim(), of('document').trim()];
    const languages = [of('source_language').trim(), of('target_language').trim()] as const;
    for (const cell of [of('status'), of('confidence'), assumed, document, ...languages]) leftOut.settle(cell);
    const known = statusOfWord(status);
    const sure = confidence === '' ? undefined : Number(confidence);
    const isShare = sure !== undefined && sure >= 0 && sure <= 1;
    if (status && !known) leftOut.note(`status “${status}”`);
    if (sure !== undefined && !isShare) leftOut.note(`confidence “${confidence}”`);
    if (assumed && !YES.test(assumed) && !NO.test(assumed)) leftOut.note(`assumed “${assumed}”`);
    const isAssumed = known === 'confirmed' && YES.test(assumed);
    return {
      variants: [
        { language: languages[0] || from, text: of('source'), side: 'source' },
        { language: languages[1] || to, text: of('target'), side: 'target' },
      ],
      notes: note ? [note] : [],
      // What nobody has said to be confirmed is assumed to be, here as there.
      status: status && !isAssumed ? (known ?? 'proposed') : undefined,
      confidence: isShare ? sure : undefined,
      ...(document && { origin: { document } }),
      codesLost: 0,
    };
  });
}

const YES = /^(?:yes|true|1|oui)$/iu;
const NO = /^(?:no|false|0|non)$/iu;
