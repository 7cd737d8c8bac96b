import {
  type FileConcept,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_RULES,
  TERM_TYPES,
  type Term,
} from '../../core/glossary/concept.ts';
import type { GlossaryAccount } from './glossary-account.ts';
import { conceptOf, decisionOf, genderOfWord, placeIn, statusOfWord, termOf } from './glossary-values.ts';

/** What a table or an entry says of a field; empty for nothing. */
export type Cell = (field: string) => string;

/** A term of what the fields of it say; what a field cannot hold becomes a line of the note. */
export function termFrom(cell: Cell, language: string, text: string, { asNotes, statusOf }: GlossaryAccount): Term {
  // "Full form" and "full_form" are fullForm.
  const one = <T extends string>(list: readonly T[], value: string) =>
    list.find((each) => each.toLowerCase() === value.toLowerCase().replace(/[\s_-]/gu, ''));
  const type = one(TERM_TYPES, cell('type'));
  const number = one(NUMBERS, cell('number'));
  const register = one(REGISTERS, cell('register'));
  const gender = genderOfWord(cell('gender'));
  const known = { type, number, register, gender };
  // What a field cannot say stands in the note, so that nobody's words are lost.
  const unknown = Object.entries(known).flatMap(([field, value]) => {
    if (value !== undefined || !cell(field)) return [];
    asNotes.note(`${field} “${cell(field)}”`);
    return [`${field}: ${cell(field)}`];
  });
  const word = cell('status');
  const status = word === '' ? 'preferred' : (statusOfWord(word) ?? statusOf(word));
  const forms = listOf(cell('forms'));
  const written = listOf(cell('rules')).map((word) => ({ word, rule: word.toLowerCase().replace(/[\s_]+/gu, '-') }));
  const rules = TERM_RULES.filter((known) => written.some(({ rule }) => rule === known));
  for (const { word } of written.filter(({ rule }) => !TERM_RULES.some((known) => known === rule))) {
    asNotes.note(`rule “${word}”`);
    unknown.push(`rule: ${word}`);
  }
  const [reason, instead, source] = [cell('reason'), cell('instead'), cell('source')];
  return {
    ...termOf({
      language,
      text,
      // Asked for before anything is stored.
      status: status === 'unknown' ? 'admitted' : status,
      partOfSpeech: cell('part_of_speech'),
      gender,
      note: [cell('note'), ...unknown].filter(Boolean).join('\n'),
    }),
    ...(type && { type }),
    ...(number && { number }),
    ...(register && { register }),
    ...(forms.length > 0 && { forms }),
    ...(reason && { reason }),
    ...(instead && { instead }),
    ...(source && { source }),
    ...(rules.length > 0 && { rules }),
  };
}

/**
 * A concept of what the fields of it say.
 * @param isPair whether its one note stands beside the terms
 */
export function conceptFrom(cell: Cell, key: string, isPair: boolean): Omit<FileConcept, 'terms'> {
  const [subjectField, image, source] = [cell('subject_field'), cell('image'), cell('concept_source')];
  const ids = listOf(cell('ids')).flatMap((one) => {
    const at = one.indexOf('=');
    return at > 0 ? [[one.slice(0, at), one.slice(at + 1)] as const] : [];
  });
  const relations = listOf(cell('relations')).flatMap((one): Relation<string>[] => {
    const [kind, since = '', until = '', ...to] = one.split(' ');
    const known = RELATION_KINDS.find((each) => each === kind);
    return known && to.length > 0 ? [{ kind: known, ...placeIn(to.join(' ')), since, until }] : [];
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
    ...decisionOf({
      state: cell('concept_state'),
      decidedBy: cell('concept_decided_by'),
      owner: cell('concept_owner'),
    }),
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
