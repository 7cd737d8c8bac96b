import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import {
  CONCEPT_KINDS,
  type Concept,
  type ConceptKind,
  GENDERS,
  type Gender,
  TERM_STATUSES,
  type Term,
  type TermStatus,
} from '../core/glossary/concept.ts';
import { Problem } from '../core/problem.ts';

/** A concept as a file has it, with the name that it has there. */
export interface FileConcept extends Concept {
  readonly key: string;
}

/** The language of terms whose file names none: they count in any. */
export const ANY_LANGUAGE = 'und';

/**
 * Reads a glossary from text: TBX (version 2 or 3, DCA or DCT), CSV with a
 * header that names at least `concept`, `language` and `term` (commas or
 * semicolons), or OmegaT's glossary text, a pair a line parted by a tab.
 * @throws Problem that says what is wrong and where
 */
export function readGlossary(text: string, name: string): FileConcept[] {
  const body = text.replace(/^\ufeff/u, '');
  if (/^\s*(?:<\?xml|<!DOCTYPE|<martif|<tbx)/iu.test(body)) return fromTbx(body, name);
  const columns = (body.split(/\r?\n/u, 1)[0] ?? '')
    .toLowerCase()
    .split(/[,;]/u)
    .map((column) => column.trim().replaceAll('"', ''));
  return columns.includes('term') && columns.includes('language') ? fromCsv(body, name) : fromPairs(body, name);
}

function fromCsv(text: string, name: string): FileConcept[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: [',', ';'],
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => header.map((column) => column.toLowerCase()),
    }) as Record<string, string>[];
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new Problem(
      'bad-input',
      `${name} cannot be read as CSV.`,
      detail,
      'Check the quotes and the number of cells in that line.',
      cause,
    );
  }
  const concepts = new Map<string, { concept: Omit<FileConcept, 'terms'>; terms: Term[] }>();
  rows.forEach((row, i) => {
    const { concept: given = '', language = '', term = '' } = row;
    if (!term || !language) return;
    const key = given || `line ${i + 2}`;
    const known = concepts.get(key) ?? { concept: conceptOf(key, row['kind'], row['definition']), terms: [] };
    known.terms.push(termOf(language, term, row['status'], row['part_of_speech'], row['gender'], row['note']));
    concepts.set(key, known);
  });
  return [...concepts.values()].map(({ concept, terms }) => ({ ...concept, terms }));
}

function fromPairs(text: string, name: string): FileConcept[] {
  return text.split(/\r?\n/u).flatMap((line, i): FileConcept[] => {
    if (!line.trim() || line.startsWith('#')) return [];
    const [source = '', target = '', note = ''] = line.split('\t').map((cell) => cell.trim());
    if (!source || !target) {
      throw new Problem(
        'bad-input',
        `${name}, line ${i + 1} is no pair of terms.`,
        `It reads “${line.slice(0, 60)}”.`,
        'Give a source term, a tab and its translation; or CSV with the columns concept, language and term.',
      );
    }
    const terms = [source, target].map((term) => termOf(ANY_LANGUAGE, term));
    return [{ ...conceptOf(`line ${i + 1}`), note, terms }];
  });
}

const ENTRIES = new Set(['termentry', 'conceptentry']);
const LANGUAGES = new Set(['langset', 'langsec']);
const TERMS = new Set(['tig', 'ntig', 'termsec']);

/** ISO 30042: concept entries with language sections with terms; the data categories of TBX-Basic are read. */
function fromTbx(xml: string, name: string): FileConcept[] {
  const parser = new SaxesParser();
  const concepts: FileConcept[] = [];
  let concept: { key: string; kind: string; definition: string; note: string; terms: Term[] } | null = null;
  let language = '';
  let term: Record<string, string> | null = null;
  /** What the text now read is: an element's name, or the type it gives itself. */
  const open: { name: string; category: string; text: string }[] = [];
  let root = '';
  parser.on('error', (error) => {
    throw new Problem(
      'unreadable-file',
      `${name} cannot be read as TBX.`,
      error.message,
      'Export it again from the tool it comes from, or mend it in an editor.',
    );
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const tag = qualified.replace(/^.*:/u, '').toLowerCase();
    root ||= tag;
    open.push({ name: tag, category: attributes['type'] ?? qualified.replace(/^.*:/u, ''), text: '' });
    if (ENTRIES.has(tag)) {
      concept = { key: attributes['id'] ?? String(concepts.length + 1), kind: '', definition: '', note: '', terms: [] };
    } else if (LANGUAGES.has(tag)) language = attributes['xml:lang'] ?? '';
    else if (TERMS.has(tag)) term = {};
  });
  const add = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name: tag, category, text } = open.pop()!;
    const value = text.replace(/\s+/gu, ' ').trim();
    if (TERMS.has(tag) && concept && term) {
      const { term: words = '', administrativeStatus, partOfSpeech, grammaticalGender, note } = term;
      if (words)
        concept.terms.push(termOf(language, words, administrativeStatus, partOfSpeech, grammaticalGender, note));
      term = null;
    } else if (ENTRIES.has(tag) && concept) {
      const { key, kind, definition, note, terms } = concept;
      if (terms.length > 0) concepts.push({ ...conceptOf(key, kind, definition), note, terms });
      concept = null;
    } else if (term) term[tag === 'term' || tag === 'note' ? tag : category] = value;
    else if (concept && category === 'definition') concept.definition ||= value;
    else if (concept && tag === 'note') concept.note ||= value;
    else if (concept && category === 'conceptKind') concept.kind = value;
  });
  parser.write(xml).close();
  if (root !== 'martif' && root !== 'tbx') {
    throw new Problem(
      'unreadable-file',
      `${name} is no TBX file.`,
      `Its outermost element is “${root}”.`,
      'Give a TBX file, CSV, or OmegaT’s glossary text.',
    );
  }
  return concepts;
}

function conceptOf(key: string, kind = '', definition = ''): Omit<FileConcept, 'terms'> {
  const known = CONCEPT_KINDS.find((each) => each === kind.trim().toLowerCase());
  return { key, kind: known ?? ('term' satisfies ConceptKind), definition, note: '' };
}

/** What other tools call the statuses (ISO 30042 data categories, and plain words). */
const STATUSES: Readonly<Record<string, TermStatus>> = {
  'preferredterm-admn-sts': 'preferred',
  'admittedterm-admn-sts': 'admitted',
  'deprecatedterm-admn-sts': 'deprecated',
  'supersededterm-admn-sts': 'deprecated',
  obsolete: 'deprecated',
  banned: 'forbidden',
};

function termOf(language: string, text: string, status = '', partOfSpeech = '', gender = '', note = ''): Term {
  const plain = status.trim().toLowerCase();
  return {
    language,
    text: text.normalize('NFC'),
    status: TERM_STATUSES.find((each) => each === plain) ?? STATUSES[plain] ?? 'preferred',
    partOfSpeech,
    gender: GENDERS.find((each): each is Gender => each === gender.trim().toLowerCase()) ?? '',
    note,
  };
}
