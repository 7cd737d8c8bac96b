import { categoriesInNotes, noteLine } from '../../core/formats/tbx-notes.ts';
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
import { CONCEPT_CATEGORIES, REPEATED_CATEGORIES, TERM_CATEGORIES } from './tbx-names.ts';

/** What is read of a concept or term: values by data category, each as often as it stands there. */
export type Values = Map<string, string[]>;

export interface OpenConcept {
  /** As the file names it; empty where it does not. */
  readonly id: string;
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly values: Values;
  readonly terms: { readonly term: Term; readonly order: number }[];
}

export function put(values: Values, name: string, value: string): void {
  if (!value) return;
  const list = values.get(name);
  if (list) list.push(value);
  else values.set(name, [value]);
}

function first(values: Values, ...names: string[]): string {
  for (const name of names) {
    const value = values.get(name)?.[0];
    if (value) return value;
  }
  return '';
}

/** The terms of a section: one, or all that stand in it where there are several. */
export function termsFrom(values: Values, language: string, account: GlossaryAccount): OpenConcept['terms'] {
  const { leftOut } = account;
  const [text, ...others] = values.get('term') ?? [];
  if (text === undefined) {
    leftOut.note('sections without a term');
    for (const value of [...values.values()].flat()) leftOut.settle(value);
    return [];
  }
  const written = first(values, 'x-order');
  const order = written && Number.isInteger(Number(written)) ? Number(written) : -1;
  // A place says nothing once the terms stand in it.
  leftOut.settle(written);
  const term = termFrom(values, text, language, account);
  return [
    { term, order },
    // A section is meant to have one term; another one is a term of the concept all the same.
    ...others.map((other) => ({ term: termOf({ language, text: other, status: 'admitted' }), order: -1 })),
  ];
}

/** Categories of our own, each with the one of the format that says nearly the same. */
const EXACTER = [
  ['x-status', 'administrativeStatus'],
  ['x-number', 'grammaticalNumber'],
  ['x-register', 'register'],
  ['x-part-of-speech', 'partOfSpeech'],
] as const;

/** What the fields of a term can say; what is none of it becomes a line of its note. */
function termFrom(values: Values, text: string, language: string, account: GlossaryAccount): Term {
  const one = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value);
  const raw = {
    status: first(values, 'x-status', 'administrativeStatus', 'usageStatus', 'normativeAuthorization'),
    gender: first(values, 'grammaticalGender'),
    number: first(values, 'x-number', 'grammaticalNumber'),
    register: first(values, 'x-register', 'register'),
    termType: first(values, 'termType'),
  };
  const known = {
    status: statusOfWord(raw.status),
    gender: raw.gender === 'other' ? ('common' as const) : genderOfWord(raw.gender),
    number: one(NUMBERS, raw.number),
    register: one(REGISTERS, raw.register.replace(/Register$/u, '')),
    termType: one(TERM_TYPES, raw.termType),
  };
  const unknown = Object.entries(raw).flatMap(([category, value]) => {
    if (!value || known[category as keyof typeof known]) {
      account.leftOut.settle(value);
      return [];
    }
    account.asNotes.note(`${category} “${value}”`);
    return [noteLine(category, value)];
  });
  const forms = values.get('x-form') ?? [];
  const written = values.get('x-rule') ?? [];
  const rules = TERM_RULES.filter((rule) => written.includes(rule));
  for (const value of written) account.leftOut.settle(value);
  const [reason, instead] = [first(values, 'x-reason'), first(values, 'x-instead')];
  const source = (values.get('source') ?? []).join('; ');
  const partOfSpeech = first(values, 'x-part-of-speech', 'partOfSpeech');
  // What our own export says more exactly in a note stands in the format's words, too.
  for (const [own, other] of EXACTER) if (values.has(own)) account.leftOut.settle(first(values, other));
  const { plain, back } = noteOf(values, 'term', account);
  return {
    ...termOf({
      language,
      text,
      // What nobody has said is not that it is the preferred term.
      status: known.status ?? 'admitted',
      partOfSpeech: /^(?:noun|verb|adjective|adverb|other)$/iu.test(partOfSpeech)
        ? partOfSpeech.toLowerCase()
        : partOfSpeech,
      gender: known.gender ?? '',
      note: [...plain, ...unknown, ...back].join('\n'),
    }),
    ...(known.termType && { type: known.termType }),
    ...(known.number && { number: known.number }),
    ...(known.register && { register: known.register }),
    ...(forms.length > 0 && { forms }),
    ...(reason && { reason }),
    ...(instead && { instead }),
    ...(source && { source }),
    ...(rules.length > 0 && { rules }),
  };
}

/**
 * The lines of a note: what the file has as notes or has no place for, and what has no field here but goes out as it came.
 * Of what stands twice the second is named.
 */
function noteOf(
  values: Values,
  where: 'concept' | 'term',
  { asNotes, leftOut }: GlossaryAccount,
): { plain: string[]; back: string[] } {
  const fields = where === 'term' ? TERM_CATEGORIES : CONCEPT_CATEGORIES;
  const plain = [...(values.get('note') ?? [])];
  const known = categoriesInNotes(where);
  const back = known.flatMap((category) => (values.get(category) ?? []).map((value) => noteLine(category, value)));
  for (const [category, list] of values) {
    if (category === 'note' || known.includes(category)) continue;
    if (fields.has(category) || category.startsWith('x-')) {
      for (const value of REPEATED_CATEGORIES.has(category) ? [] : list.slice(1)) {
        leftOut.note(`second ${category}`);
        leftOut.settle(value);
      }
      continue;
    }
    for (const value of list) {
      plain.push(noteLine(category, value));
      asNotes.note(category);
    }
  }
  return { plain, back };
}

/** An id that this program has given. */
const OWN_ID = /^visavis-(.+)$/u;

export function conceptFrom({ id, number, values, terms }: OpenConcept, account: GlossaryAccount): FileConcept {
  const [subjectField, image] = [first(values, 'subjectField'), first(values, 'x-image', 'image')];
  const source = (values.get('source') ?? []).join('; ');
  const own = OWN_ID.exec(id)?.[1];
  const key = first(values, 'x-key');
  const isTheirs = id !== '' && own === undefined && key === '';
  const ids = (values.get('x-id') ?? []).flatMap((value) => {
    const at = value.indexOf(' ');
    return at > 0 ? [[value.slice(0, at), value.slice(at + 1)] as const] : [];
  });
  const relations = (values.get('x-relation') ?? []).flatMap((value): Relation<string>[] => {
    const [kind, since = '', until = '', ...to] = value.split('|').map((part) => part.trim());
    const known = RELATION_KINDS.find((each) => each === kind);
    return known && to.length > 0 ? [{ kind: known, ...placeIn(to.join('|')), since, until }] : [];
  });
  for (const value of ['x-relation', 'x-key', 'x-kind', 'conceptKind', 'x-order', 'x-state'].flatMap(
    (name) => values.get(name) ?? [],
  )) {
    account.leftOut.settle(value);
  }
  const { plain, back } = noteOf(values, 'concept', account);
  const inOrder = terms.every(({ order }) => order >= 0) ? terms.toSorted((a, b) => a.order - b.order) : terms;
  const allIds = { ...(isTheirs && { entry: id }), ...Object.fromEntries(ids) };
  return {
    ...conceptOf({
      key: key || own || id || String(number),
      kind: first(values, 'x-kind', 'conceptKind'),
      definition: (values.get('definition') ?? []).join('\n'),
      note: [...plain, ...back].join('\n'),
    }),
    terms: inOrder.map(({ term }) => term),
    ...(subjectField && { subjectField }),
    ...(image && { image }),
    ...(source && { source }),
    ...(Object.keys(allIds).length > 0 && { ids: allIds }),
    ...(relations.length > 0 && { relations }),
    ...decisionOf({
      state: first(values, 'x-state'),
      decidedBy: first(values, 'x-decided-by'),
      owner: first(values, 'x-owner'),
    }),
  };
}
