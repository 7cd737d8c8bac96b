import { GLOSSARY_COLUMNS } from '../../core/formats/glossary-tables.ts';
import type { FileConcept, Term } from '../../core/glossary/concept.ts';
import { msg, quoted } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters } from '../../core/text/letters.ts';
import { tagOrCode } from '../language-codes.ts';
import type { Table } from '../table-rows.ts';
import { conceptFrom, termFrom } from './cell-values.ts';
import { type GlossaryAccount, glossaryAccount } from './glossary-account.ts';
import { guessMapping, type TableMapping } from './glossary-columns.ts';
import { isKnownKind } from './glossary-values.ts';
import { tableWords } from './table-words.ts';

/** Concepts of a table: a row a term, or, where columns are languages, a row a concept. */
export function conceptsOfTable(
  table: Table,
  name: string,
  mapping: TableMapping = guessMapping(table),
  account: GlossaryAccount = glossaryAccount(),
): FileConcept[] {
  const pairs = mapping.flatMap((field, at) => (field.startsWith('term:') ? [{ at, language: field.slice(5) }] : []));
  const at = (field: string) => mapping.indexOf(field);
  if (pairs.length === 0 && (at('term') < 0 || at('language') < 0)) {
    throw new Problem(
      'bad-input',
      msg('The columns of {name} could not be detected.', { name }),
      msg('They are named {columns}.', { columns: quoted(table.columns) }),
      'Name two of them “term” and “language”, or two by languages, such as “en” and “fr”.',
    );
  }
  const gendered = withGender(pairs);
  const concepts = new Map<string, { concept: Omit<FileConcept, 'terms'>; terms: Term[] }>();
  for (const { line, cells } of table.rows) {
    const cell = (field: string) => cells[at(field)]?.trim() ?? '';
    accountFor(cells, table.columns, mapping, account);
    const key = cell('concept') || `line ${line}`;
    const terms =
      pairs.length > 0
        ? pairs.flatMap(({ at: place, language }, k) => {
            const text = cells[place]?.trim() ?? '';
            const own = (field: string) => (field === 'note' ? '' : cell(field));
            return alternatives(text).map((one, i) => {
              const term = termFrom(own, language, one, account);
              const gender = gendered.has(place) ? term.gender : '';
              const status = i > 0 && term.status === 'preferred' ? 'admitted' : term.status;
              return { ...(k === 0 ? ofSource({ ...term, status }) : { ...term, status }), gender };
            });
          })
        : [cell('term')].flatMap((text) =>
            text && cell('language') ? [termFrom(cell, tagOrCode(cell('language')), text, account)] : [],
          );
    if (terms.length === 0) {
      if (cells.some((one) => one.trim() !== '')) account.leftOut.note('rows without a term or its language');
      for (const one of cells) account.leftOut.settle(one);
      continue;
    }
    const there = concepts.get(key)?.concept;
    if (there) noteOthers(there, conceptFrom(cell, key, pairs.length > 0), account);
    const known = there ? concepts.get(key)! : { concept: conceptFrom(cell, key, pairs.length > 0), terms: [] };
    known.terms.push(...terms);
    concepts.set(key, known);
  }
  const all = [...concepts.values()].map(({ concept, terms }) => ({ ...concept, terms }));
  return pairs.length > 0 && at('concept') < 0 ? withBanned(all, account) : all;
}

/** The terms of a cell that has several with bars between, "ceasefire | truce": the first is the one to use. */
function alternatives(cell: string): string[] {
  return [
    ...new Set(
      cell
        .split(/\s\|\s/u)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
}

/**
 * The columns whose terms have the gender that a row names: those of translations, without the languages that have no
 * genders; where all translations are in such languages, that of the source.
 */
function withGender(pairs: readonly { at: number; language: string }[]): ReadonlySet<number> {
  const without = tableWords().withoutGender;
  const has = ({ language }: { language: string }) => !without.has(language.split('-', 1)[0] ?? '');
  const [source, ...others] = pairs;
  const fitting = others.filter(has);
  const chosen = fitting.length > 0 ? fitting : source && has(source) ? [source] : others;
  return new Set(chosen.map(({ at }) => at));
}

/** The source term of a row that is a pair: a ban and what is said of it are the translation's, the note is the concept's. */
function ofSource(term: Term): Term {
  const { reason: _reason, instead: _instead, ...rest } = term;
  return { ...rest, note: '', status: isBanned(term) ? 'admitted' : term.status };
}

function isBanned({ status }: Term): boolean {
  return status === 'forbidden' || status === 'deprecated';
}

/** A pair whose translation is not to be used belongs to the one that says what is, where a row has the same source term. */
function withBanned(concepts: readonly FileConcept[], { leftOut }: GlossaryAccount): FileConcept[] {
  const sourceOf = ({ terms: [first] }: FileConcept) => `${first?.language} ${first?.text}`;
  const isOfBanned = ({ terms }: FileConcept) => terms.length > 1 && terms.slice(1).every(isBanned);
  const usable = new Map(concepts.filter((one) => !isOfBanned(one)).map((one) => [sourceOf(one), one]));
  const banned = concepts.filter((one) => isOfBanned(one) && usable.has(sourceOf(one)));
  // The source term stands once for all of them.
  for (const {
    terms: [source],
  } of banned)
    leftOut.settle(source?.text ?? '');
  return concepts
    .filter((one) => !banned.includes(one))
    .map((one) => {
      if (usable.get(sourceOf(one)) !== one) return one;
      const own = banned.filter((other) => sourceOf(other) === sourceOf(one));
      const terms = own.flatMap((other) => other.terms.slice(1));
      const note = [one.note, ...own.map((other) => other.note)].filter(Boolean).join('\n');
      return own.length > 0 ? { ...one, note, terms: [...one.terms, ...terms] } : one;
    });
}

/** Takes account of the letters of a row, and of the cells that are in no column that is read. */
function accountFor(
  cells: readonly string[],
  columns: readonly string[],
  mapping: TableMapping,
  { read, leftOut }: GlossaryAccount,
): void {
  cells.forEach((cell, at) => {
    read(countLetters(cell));
    const field = mapping[at] ?? 'none';
    const isFirst = mapping.indexOf(field) === at || field.startsWith('term:');
    if (isFirst && (ENUMERATED_FIELDS.has(field) || field.startsWith('term:'))) return;
    leftOut.settle(cell);
    if (field === 'kind' && isFirst && cell.trim() && !isKnownKind(cell)) leftOut.note(`kind “${cell.trim()}”`);
    // What a person chose to leave out need not be reported.
    if (!cell.trim() || field === '' || (isFirst && FIELDS.has(field))) return;
    leftOut.note(columns[at] ? `column “${columns[at]}”` : `column ${at + 1}`);
  });
}

const FIELDS: ReadonlySet<string> = new Set(GLOSSARY_COLUMNS);
/** Fields that are kept in the words of the file. */
const ENUMERATED_FIELDS: ReadonlySet<string> = new Set(
  'term part_of_speech forms reason instead note source definition concept_note subject_field image ids concept_source concept_decided_by concept_owner'.split(
    ' ',
  ),
);

/** What a later row says of its concept besides what the first one does. */
function noteOthers(
  there: Omit<FileConcept, 'terms'>,
  other: Omit<FileConcept, 'terms'>,
  { leftOut }: GlossaryAccount,
): void {
  for (const [field, value] of Object.entries(other)) {
    const own = there[field as keyof typeof there];
    if (!value || field === 'key' || JSON.stringify(own) === JSON.stringify(value)) continue;
    if (field === 'kind' && value === 'term') continue;
    leftOut.note(`${field} in a later row of its concept`);
    leftOut.settle(JSON.stringify(value));
  }
}
