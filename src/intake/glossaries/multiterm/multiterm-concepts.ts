import { categoriesInNotes, noteLine } from '../../../core/formats/tbx-notes.ts';
import type { FileConcept } from '../../../core/glossary/concept.ts';
import { type Cell, conceptFrom, termFrom } from '../cell-values.ts';
import type { GlossaryAccount } from '../glossary-account.ts';
import { fieldOf, type TableMapping } from '../glossary-columns.ts';
import type { MultiTermEntry, MultiTermField, MultiTermLanguage, MultiTermTerm } from './read-multiterm.ts';

/** Fields that a term can hold, and those that are its concept's wherever they stand. */
const TERM_FIELDS: readonly string[] =
  'status part_of_speech gender number type register note source forms reason instead'.split(' ');
const CONCEPT_FIELDS: readonly string[] = 'kind definition subject_field image'.split(' ');
/** What a field of an entry is there, where a term has one of that name. */
const OF_CONCEPT: Readonly<Record<string, string>> = { note: 'concept_note', source: 'concept_source' };
/** Fields of which another value says more than the first: what stands between them. */
const JOINED: Readonly<Record<string, string>> = {
  note: '\n',
  concept_note: '\n',
  definition: '\n',
  source: '; ',
  concept_source: '; ',
  subject_field: '; ',
  forms: ' | ',
};
/** Fields that are kept as a value of a list and not in the words of the file. */
const LISTED = new Set(['kind', 'status', 'gender', 'number', 'type', 'register']);

/** The names of all fields of entries, of languages and of terms, in order. */
export function multiTermFields(entries: readonly MultiTermEntry[]): string[] {
  return [...new Set(entries.flatMap(allFields).map(({ name }) => name))].sort();
}

/** All fields that stand in an entry. */
export function allFields({ fields, languages }: MultiTermEntry): MultiTermField[] {
  return [...fields, ...languages.flatMap((one) => [...one.fields, ...one.terms.flatMap((term) => [...term.fields])])];
}

/** What the fields seem to be, by their names. */
export function guessFields(names: readonly string[]): string[] {
  return names.map((name) => fieldOf(name.trim().toLowerCase()));
}

/**
 * Concepts of MultiTerm's entries. What a field is not mapped to, or cannot hold, becomes a line of the note, with its name.
 * @param mapping what each field is, in the order of `multiTermFields`
 */
export function multiTermConcepts(
  entries: readonly MultiTermEntry[],
  account: GlossaryAccount,
  mapping?: TableMapping,
): FileConcept[] {
  const names = multiTermFields(entries);
  const fields = mapping ?? guessFields(names);
  const fieldNamed = new Map(names.map((name, at) => [name, fields[at] ?? name]));
  return entries.flatMap((entry, at) => {
    const concept = new Map<string, string>();
    const put = (values: Map<string, string>, isTerm: boolean) => (one: MultiTermField) =>
      place(one, fieldNamed.get(one.name) ?? '', { values, concept, isTerm }, account);
    entry.fields.forEach(put(concept, false));
    const terms = entry.languages.flatMap(({ language, fields: own, terms }) => {
      own.forEach(put(concept, false));
      noteLanguage(own, fieldNamed, account);
      return terms.flatMap((term) => {
        const values = new Map<string, string>();
        term.fields.forEach(put(values, true));
        if (term.text && language) return [termFrom(cellOf(values), language, term.text, account)];
        leaveOut(term, account);
        return [];
      });
    });
    if (terms.length === 0) {
      account.leftOut.note('entries without a term');
      return [];
    }
    const key = entry.id || String(at + 1);
    const whole = { ...conceptFrom(cellOf(concept), key, false), terms };
    return [entry.id ? { ...whole, ids: { entry: entry.id } } : whole];
  });
}

function cellOf(values: ReadonlyMap<string, string>): Cell {
  return (field) => values.get(field) ?? '';
}

interface Place {
  /** Of the term, or of the concept. */
  readonly values: Map<string, string>;
  readonly concept: Map<string, string>;
  readonly isTerm: boolean;
}

/** Puts the value of a field where it belongs. */
function place(
  { name, value }: MultiTermField,
  field: string,
  { values, concept, isTerm }: Place,
  { asNotes, leftOut }: GlossaryAccount,
): void {
  // A person chose to leave it out.
  if (field === '') {
    leftOut.settle(value);
    return;
  }
  const add = (into: Map<string, string>, key: string, text: string) => {
    const before = into.get(key);
    if (before !== undefined && JOINED[key] === undefined) {
      leftOut.note(`second ${name}`);
      leftOut.settle(text);
    } else into.set(key, before === undefined ? text : before + JOINED[key] + text);
  };
  const isOfConcept = CONCEPT_FIELDS.includes(field);
  if (isOfConcept || (isTerm && TERM_FIELDS.includes(field))) {
    if (LISTED.has(field)) leftOut.settle(value);
    add(isOfConcept ? concept : values, field, value);
  } else if (!isTerm && OF_CONCEPT[field]) add(concept, OF_CONCEPT[field], value);
  else {
    asNotes.note(`field “${name}”`);
    const where = isTerm ? 'term' : 'concept';
    add(
      values,
      isTerm ? 'note' : 'concept_note',
      noteLine(categoriesInNotes(where).includes(field) ? field : name, value),
    );
  }
}

/** What an entry says in one language is kept as the concept's, which has none. */
function noteLanguage(
  fields: MultiTermLanguage['fields'],
  fieldNamed: ReadonlyMap<string, string>,
  { leftOut }: GlossaryAccount,
): void {
  for (const { name } of fields) if (fieldNamed.get(name) !== '') leftOut.note(`the language of ${name}`);
}

function leaveOut({ text, fields }: MultiTermTerm, { leftOut }: GlossaryAccount): void {
  leftOut.note(text ? 'terms without a language' : 'sections without a term');
  for (const value of [text, ...fields.map((one) => one.value)]) leftOut.settle(value);
}
