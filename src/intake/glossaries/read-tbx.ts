import {
  type FileConcept,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  type Relation,
  TERM_TYPES,
  type Term,
} from '../../core/glossary/concept.ts';
import { tagOrCode } from '../language-codes.ts';
import { DEEPEST, unitParser } from '../xml/unit-parser.ts';
import { conceptOf, termOf } from './glossary-values.ts';

const ENTRIES = new Set(['termentry', 'conceptentry']);
const LANGUAGES = new Set(['langset', 'langsec']);
const TERMS = new Set(['tig', 'ntig', 'termsec']);

/** What is read of a concept or term: values by data category, each as often as it stands there. */
type Values = Map<string, string[]>;

interface OpenConcept {
  readonly id: string;
  readonly values: Values;
  readonly terms: { readonly term: Term; readonly order: number }[];
}

/** Reads concepts piece by piece. */
export interface TbxReader {
  write(piece: string): void;
  /** Whether it has proved to be damaged, so that nothing more is read of it. */
  isDamaged(): boolean;
  /**
   * The file's end: all concepts of it.
   * @throws Problem `unreadable-file` with line and column
   */
  end(): FileConcept[];
}

/**
 * Reads TBX, version 2 (martif) or 3, in either style (ISO 30042): concept
 * entries with language sections with terms. The data categories of TBX-Basic
 * are read, and the "x-NAME:" notes of `writeTbx`.
 */
export function tbxReader(name: string): TbxReader {
  const concepts: FileConcept[] = [];
  let concept: OpenConcept | null = null;
  let language = '';
  /** What holds where nothing else is said (XML 1.0, section 2.12). */
  let fileLanguage = '';
  let term: Values | null = null;
  const open: { tag: string; category: string; text: string }[] = [];
  const parser = unitParser({
    name,
    format: 'TBX',
    roots: ['martif', 'tbx', 'TBX'],
    deepest: DEEPEST,
    nameOf: (qualified) => qualified.replace(/^.*:/u, ''),
    open(local, attributes, depth) {
      if (depth === 1) fileLanguage = languageOf(attributes);
      const tag = local.toLowerCase();
      open.push({ tag, category: attributes['type'] ?? local, text: '' });
      if (ENTRIES.has(tag)) {
        concept = { id: attributes['id'] ?? String(concepts.length + 1), values: new Map(), terms: [] };
      } else if (LANGUAGES.has(tag)) language = languageOf(attributes) || fileLanguage;
      else if (TERMS.has(tag)) term = new Map();
      if (tag === 'xref' && concept && attributes['target'] && attributes['type'] === 'xGraphic') {
        put(concept.values, 'image', attributes['target']);
      }
    },
    text(piece) {
      for (const element of open) element.text += piece;
    },
    close() {
      const element = open.pop();
      if (element) finish(element);
    },
  });

  function finish({ tag, category, text }: (typeof open)[number]): void {
    const value = text.replace(/[ \t\r\n]+/gu, ' ').trim();
    if (TERMS.has(tag) && concept && term) {
      const order = Number(first(term, 'x-order'));
      const read = termFrom(term, language);
      if (read)
        concept.terms.push({ term: read, order: Number.isInteger(order) && first(term, 'x-order') ? order : -1 });
      term = null;
    } else if (ENTRIES.has(tag) && concept) {
      if (concept.terms.length > 0) concepts.push(conceptFrom(concept));
      concept = null;
    } else if (tag === 'note') {
      const [, key = '', own = ''] = /^x-([a-z-]+): ([\s\S]*)$/u.exec(value) ?? [];
      const into = term ?? concept?.values;
      if (into) put(into, key ? `x-${key}` : 'note', key ? own : value);
    } else if (term) put(term, tag === 'term' ? 'term' : category, value);
    else if (concept) put(concept.values, category, value);
  }

  return {
    write: parser.write,
    isDamaged: parser.isDamaged,
    end() {
      const problem = parser.end();
      if (problem) throw problem;
      return concepts;
    },
  };
}

/**
 * Reads the concepts of a TBX file that is at hand as a whole.
 * @throws Problem `unreadable-file` with line and column
 */
export function readTbx(xml: string, name: string): FileConcept[] {
  const reader = tbxReader(name);
  reader.write(xml);
  return reader.end();
}

/** The language that an element names; empty for none. */
function languageOf(attributes: Record<string, string>): string {
  return tagOrCode(attributes['xml:lang'] ?? attributes['lang'] ?? '');
}

function put(values: Values, name: string, value: string): void {
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

function termFrom(values: Values, language: string): Term | null {
  const text = first(values, 'term');
  if (!text) return null;
  const gender = first(values, 'grammaticalGender');
  const status = first(values, 'x-status', 'administrativeStatus', 'usageStatus', 'normativeAuthorization');
  const one = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value);
  const type = one(TERM_TYPES, first(values, 'termType'));
  const number = one(NUMBERS, first(values, 'x-number', 'grammaticalNumber'));
  const register = one(REGISTERS, first(values, 'x-register', 'register').replace(/Register$/u, ''));
  const forms = values.get('x-form') ?? [];
  const [reason, instead, source] = [first(values, 'x-reason'), first(values, 'x-instead'), first(values, 'source')];
  return {
    ...termOf({
      language,
      text,
      status,
      partOfSpeech: first(values, 'x-part-of-speech', 'partOfSpeech'),
      gender: gender === 'other' ? 'common' : gender,
      note: (values.get('note') ?? []).join('\n'),
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

function conceptFrom({ id, values, terms }: OpenConcept): FileConcept {
  const [subjectField, image, source] = [
    first(values, 'subjectField'),
    first(values, 'x-image', 'image'),
    first(values, 'source'),
  ];
  const ids = (values.get('x-id') ?? []).flatMap((value) => {
    const at = value.indexOf(' ');
    return at > 0 ? [[value.slice(0, at), value.slice(at + 1)] as const] : [];
  });
  const relations = (values.get('x-relation') ?? []).flatMap((value): Relation<string>[] => {
    const [kind, since = '', until = '', ...to] = value.split('|').map((part) => part.trim());
    const known = RELATION_KINDS.find((each) => each === kind);
    return known && to.length > 0 ? [{ kind: known, to: to.join('|'), since, until }] : [];
  });
  const inOrder = terms.every(({ order }) => order >= 0) ? terms.toSorted((a, b) => a.order - b.order) : terms;
  return {
    ...conceptOf({
      key: first(values, 'x-key') || id,
      kind: first(values, 'x-kind', 'conceptKind'),
      definition: (values.get('definition') ?? []).join('\n'),
      note: (values.get('note') ?? []).join('\n'),
    }),
    terms: inOrder.map(({ term }) => term),
    ...(subjectField && { subjectField }),
    ...(image && { image }),
    ...(source && { source }),
    ...(ids.length > 0 && { ids: Object.fromEntries(ids) }),
    ...(relations.length > 0 && { relations }),
  };
}
