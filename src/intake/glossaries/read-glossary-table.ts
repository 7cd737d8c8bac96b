import { type Options, parse } from 'csv-parse/sync';
import {
  type FileConcept,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_TYPES,
  type Term,
} from '../../core/glossary/concept.ts';
import { Problem } from '../../core/problem.ts';
import { tagOrCode } from '../language-codes.ts';
import { ANY_LANGUAGE, conceptOf, termOf } from './glossary-values.ts';

/** A table with its header. */
export interface Table {
  readonly columns: readonly string[];
  /** Cells by column, with the line that each row stands in. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * What each column of a table is, by its place: a field such as "term" or
 * "status", "term:fr" for terms of a language where a row is a pair, or "" to
 * leave it out.
 */
export type TableMapping = readonly string[];

const FIELDS: Readonly<Record<string, string>> = {
  id: 'concept',
  entry: 'concept',
  lang: 'language',
  pos: 'part_of_speech',
  'part of speech': 'part_of_speech',
  partofspeech: 'part_of_speech',
  comment: 'note',
  remarks: 'note',
  domain: 'subject_field',
  subject: 'subject_field',
};

/** Whether a text is a table of terms with a header, by its first line. */
export function isGlossaryTable(text: string): boolean {
  const first = withoutHint(text).split(/\r?\n/u, 1)[0] ?? '';
  const columns = first.split(/[,;\t]/u).map(plain);
  if (columns.includes('term') && columns.includes('language')) return true;
  if (isPairHeader(columns)) return true;
  return columns.length > 1 && columns.filter((column) => languageOf(column) !== null).length > 1;
}

/** What tools and people call the two columns of a table of pairs. */
const PAIR_HEADERS: readonly (readonly [source: ReadonlySet<string>, target: ReadonlySet<string>])[] = [
  [
    new Set(['source', 'source term', 'source_term', 'sourceterm']),
    new Set(['target', 'translation', 'target term', 'target_term', 'targetterm']),
  ],
  [new Set(['source', 'terme source']), new Set(['cible', 'traduction', 'terme cible'])],
];

/** Whether a header names a source and a target, but no column of terms. */
function isPairHeader(columns: readonly string[]): boolean {
  return (
    !columns.includes('term') &&
    PAIR_HEADERS.some((sides) => sides.every((names) => columns.some((column) => names.has(column))))
  );
}

/** What the columns seem to be, by their names. */
export function guessMapping({ columns }: Pick<Table, 'columns'>): string[] {
  const names = columns.map(plain);
  if (isPairHeader(names)) {
    return names.map((name) =>
      PAIR_HEADERS.flat().some((side) => side.has(name)) ? `term:${ANY_LANGUAGE}` : (FIELDS[name] ?? name),
    );
  }
  const byTerm = columns.some((column) => plain(column) === 'term');
  return columns.map((column) => {
    const name = plain(column);
    const language = byTerm ? null : languageOf(name);
    return language ? `term:${language}` : (FIELDS[name] ?? name);
  });
}

/** A column that is named by a language: "en", "fr-CA", "French". */
export function languageOf(column: string): string | null {
  const named = NAMES.get(column);
  if (named) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z]{2}|[-_][a-z]{4}|[-_]\d{3})*$/iu.test(column) || NO_LANGUAGES.has(column)) return null;
  try {
    const tag = new Intl.Locale(column.replaceAll('_', '-')).toString();
    return ENGLISH.of(tag) === tag ? null : tag;
  } catch {
    return null;
  }
}

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'language' });
/** Short words that head columns and happen to be languages' codes. */
const NO_LANGUAGES = new Set(['id', 'no', 'pos', 'ids', 'as', 'is', 'to', 'do', 'key', 'tag']);
const NAMES = new Map(
  'en fr de es it pt nl ru pl uk ar zh ja ko sv da nb fi el tr cs hu ro he'
    .split(' ')
    .flatMap((tag) => [
      [new Intl.DisplayNames(['en'], { type: 'language' }).of(tag)?.toLowerCase() ?? tag, tag] as const,
      [new Intl.DisplayNames(['fr'], { type: 'language' }).of(tag)?.toLowerCase() ?? tag, tag] as const,
    ]),
);

function plain(column: string): string {
  return column.trim().replace(/^"|"$/gu, '').trim().toLowerCase();
}

/**
 * Reads CSV or TSV: commas, semicolons or tabs, as the header has more of them;
 * quotes; a byte order mark.
 * @throws Problem `bad-input` with the line
 */
export function readTable(text: string, name: string): Table {
  const body = withoutHint(text);
  const first = body.split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = DELIMITERS.reduce((best, each) => (count(first, each) > count(first, best) ? each : best));
  const [header, ...rest] = rowsOf(body, name, { delimiter, relax_quotes: delimiter === '\t' });
  return { columns: (header?.cells ?? []).map((cell) => cell.trim()), rows: rest };
}

/**
 * Reads rows without a header, by what parts the cells of all of the first lines. Lines that begin with # are
 * comments, and between tabs nothing is quoted, as OmegaT has it.
 * @throws Problem `bad-input` with the line
 */
export function readRows(text: string, name: string): Table['rows'] {
  const body = withoutHint(text);
  const lines = body.split(/\r?\n/u, SAMPLE).filter((line) => line.trim() && !line.startsWith('#'));
  const delimiter = DELIMITERS.find((each) => lines.every((line) => line.includes(each))) ?? '\t';
  const quote = delimiter === '\t' ? null : '"';
  return rowsOf(body, name, { delimiter, quote, comment: '#', comment_no_infix: true });
}

/** What parts cells, what is rarest in texts first. */
const DELIMITERS: readonly string[] = ['\t', ';', ','];

/** Lines by which it is told what parts the cells. */
const SAMPLE = 50;

function rowsOf(body: string, name: string, options: Options): Table['rows'] {
  try {
    const rows = parse(body, {
      ...options,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record.map(unprotected) }));
  } catch (cause) {
    throw new Problem(
      'bad-input',
      `${name} cannot be read as CSV.`,
      cause instanceof Error ? cause.message : '',
      'Check the quotes and the number of cells in that line.',
      cause,
    );
  }
}

/** Excel may say in a line of its own what parts the cells. */
function withoutHint(text: string): string {
  return text.replace(/^\ufeff/u, '').replace(/^sep=.\r?\n/iu, '');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** An apostrophe that keeps a spreadsheet from calculating is no part of the text. */
function unprotected(cell: string): string {
  return /^'['=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
}

/** Concepts of a table: a row a term, or, where columns are languages, a row a concept. */
export function conceptsOfTable(
  table: Table,
  name: string,
  mapping: TableMapping = guessMapping(table),
): FileConcept[] {
  const pairs = mapping.flatMap((field, at) => (field.startsWith('term:') ? [{ at, language: field.slice(5) }] : []));
  const at = (field: string) => mapping.indexOf(field);
  if (pairs.length === 0 && (at('term') < 0 || at('language') < 0)) {
    throw new Problem(
      'bad-input',
      `The columns of ${name} cannot be told.`,
      `They are named ${table.columns.map((column) => `“${column}”`).join(', ')}.`,
      'Name two of them “term” and “language”, or two by languages, such as “en” and “fr”.',
    );
  }
  const concepts = new Map<string, { concept: Omit<FileConcept, 'terms'>; terms: Term[] }>();
  for (const { line, cells } of table.rows) {
    const cell = (field: string) => cells[at(field)]?.trim() ?? '';
    const key = cell('concept') || `line ${line}`;
    const terms =
      pairs.length > 0
        ? pairs.flatMap(({ at: place, language }) => {
            const text = cells[place]?.trim() ?? '';
            return text ? [termFrom(cell, language, text)] : [];
          })
        : [cell('term')].flatMap((text) =>
            text && cell('language') ? [termFrom(cell, tagOrCode(cell('language')), text)] : [],
          );
    if (terms.length === 0) continue;
    const known = concepts.get(key) ?? { concept: conceptFrom(cell, key, pairs.length > 0), terms: [] };
    known.terms.push(...terms);
    concepts.set(key, known);
  }
  return [...concepts.values()].map(({ concept, terms }) => ({ ...concept, terms }));
}

type Cell = (field: string) => string;

function termFrom(cell: Cell, language: string, text: string): Term {
  const one = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value);
  const type = one(TERM_TYPES, cell('type'));
  const number = one(NUMBERS, cell('number'));
  const register = one(REGISTERS, cell('register'));
  const forms = listOf(cell('forms'));
  const [reason, instead, source] = [cell('reason'), cell('instead'), cell('source')];
  return {
    ...termOf({
      language,
      text,
      status: cell('status'),
      partOfSpeech: cell('part_of_speech'),
      gender: cell('gender'),
      note: cell('note'),
    }),
    ...(type && { type }),
    ...(number && { number }),
    ...(register && { register }),
    ...(forms.length > 0 && { forms }),
    ...(reason && { reason }),
    ...(instead && { instead }),
    ...(source && { source }),
  };
}

function conceptFrom(cell: Cell, key: string, isPair: boolean): Omit<FileConcept, 'terms'> {
  const [subjectField, image, source] = [cell('subject_field'), cell('image'), cell('concept_source')];
  const ids = listOf(cell('ids')).flatMap((one) => {
    const at = one.indexOf('=');
    return at > 0 ? [[one.slice(0, at), one.slice(at + 1)] as const] : [];
  });
  const relations = listOf(cell('relations')).flatMap((one): Relation<string>[] => {
    const [kind, since = '', until = '', ...to] = one.split(' ');
    const known = RELATION_KINDS.find((each) => each === kind);
    return known && to.length > 0 ? [{ kind: known, to: to.join(' '), since, until }] : [];
  });
  return {
    ...conceptOf({
      key,
      kind: cell('kind'),
      definition: cell('definition'),
      note: cell('concept_note') || (isPair ? cell('note') : ''),
    }),
    ...(subjectField && { subjectField }),
    ...(image && { image }),
    ...(source && { source }),
    ...(ids.length > 0 && { ids: Object.fromEntries(ids) }),
    ...(relations.length > 0 && { relations }),
  };
}

/** The values of a cell that holds several, parted by bars; a bar within one is written twice. */
function listOf(cell: string): string[] {
  if (!cell) return [];
  return cell
    .split(/(?<!\|)\|(?!\|)/u)
    .map((value) => value.trim().replaceAll('||', '|'))
    .filter((value) => value !== '');
}
