import {
  type FileConcept,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_TYPES,
  type Term,
} from '../../core/glossary/concept.ts';
import { msg, quoted } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { tagOrCode } from '../language-codes.ts';
import { guessMapping, type TableMapping } from './glossary-columns.ts';
import { conceptOf, termOf } from './glossary-values.ts';
import type { Table } from './table-rows.ts';

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
      msg('The columns of {name} could not be detected.', { name }),
      msg('They are named {columns}.', { columns: quoted(table.columns) }),
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
