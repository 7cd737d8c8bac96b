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
            return text ? [ofPair(termFrom(own, language, text, account), k === 0)] : [];
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
  return pairs.length > 0 && at('concept') < 0 ? withBanned(all) : all;
}

/** A term of a row that is a pair: its status and gender are those of the translation, its note is the concept's. */
function ofPair(term: Term, isSource: boolean): Term {
  if (!isSource) return term;
  const { reason: _reason, instead: _instead, ...rest } = term;
  return { ...rest, note: '', gender: '', status: isBanned(term) ? 'admitted' : term.status };
}

function isBanned({ status }: Term): boolean {
  return status === 'forbidden' || status === 'deprecated';
}

/** A pair whose translation is not to be used belongs to the one that says what is, where a row has the same source term. */
function withBanned(concepts: readonly FileConcept[]): FileConcept[] {
  const sourceOf = ({ terms: [first] }: FileConcept) => `${first?.language} ${first?.text}`;
  const isOfBanned = ({ terms }: FileConcept) => terms.length > 1 && terms.slice(1).every(isBanned);
  const usable = new Map(concepts.filter((one) => !isOfBanned(one)).map((one) => [sourceOf(one), one]));
  const banned = concepts.filter((one) => isOfBanned(one) && usable.has(sourceOf(one)));
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
