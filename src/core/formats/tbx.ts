import type { FileConcept, Term } from '../glossary/concept.ts';
import { isWebAddress } from '../text/web-address.ts';
import { withPlace } from './glossary-tables.ts';
import { type NoteLine, noteLines } from './tbx-notes.ts';
import { xmlText } from './xml-text.ts';

/** What differs between the versions of TBX. */
const VERSIONS = {
  3: {
    open: `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Glossary written by Vis-à-vis</p></sourceDesc></fileDesc></tbxHeader>
`,
    close: '</tbx>\n',
    entry: 'conceptEntry',
    language: 'langSec',
    term: 'termSec',
  },
  2: {
    open: `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>Glossary written by Vis-à-vis</p></sourceDesc></fileDesc></martifHeader>
`,
    close: '</martif>\n',
    entry: 'termEntry',
    language: 'langSet',
    term: 'tig',
  },
} as const;

/** Version 3 is current (ISO 30042:2019, dialect TBX-Basic, style DCA); version 2 is what OmegaT and others read. */
export type TbxVersion = keyof typeof VERSIONS;

/**
 * Concepts as TBX. What TBX-Basic has no data category for stands in notes that
 * begin with "x-NAME:", which `readTbx` takes back, so that nothing is lost.
 */
export function* writeTbx(concepts: Iterable<FileConcept>, version: TbxVersion): Generator<string> {
  const { open, close, entry } = VERSIONS[version];
  const all = [...concepts];
  const idOf = entryIds(all);
  yield `${open}<text><body>\n`;
  for (const concept of all) {
    yield `<${entry} id="${idOf(concept.key)}">\n${[...entryParts(concept, idOf), ...languages(concept, version)].join('\n')}\n</${entry}>\n`;
  }
  // A body without entries is not valid TBX.
  if (all.length === 0) yield `<${entry} id="c0">\n${[...languages(EMPTY_CONCEPT, version)].join('\n')}\n</${entry}>\n`;
  yield `</body></text>\n${close}`;
}

/** An id as XML has it (XML 1.0, section 3.3.1), without the letters that hardly any file uses. */
const XML_ID = /^[A-Za-z_][\w.-]*$/u;
/** What ids of ours begin with, so that they are not taken for a name that somebody has given. */
const OWN_PREFIX = 'visavis-';

/** The ids of the entries by their keys: as the file that they come from names them where it does, else ours. */
function entryIds(concepts: readonly FileConcept[]): (key: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const [i, { key, ids }] of concepts.entries()) {
    const wanted = [
      ids?.['entry'] ?? '',
      `${OWN_PREFIX}${key}`,
      `${OWN_PREFIX}n${i + 1}`,
      `${OWN_PREFIX}n${i + 1}-${key.length}`,
    ];
    const id = wanted.find((one) => XML_ID.test(one) && !taken.has(one)) ?? `${OWN_PREFIX}${taken.size}-${i}`;
    taken.add(id);
    given.set(key, id);
  }
  return (key) => given.get(key) ?? '';
}

const EMPTY_CONCEPT: FileConcept = {
  key: '',
  kind: 'term',
  definition: '',
  note: '',
  terms: [{ language: 'en', text: '(empty glossary)', status: 'admitted', partOfSpeech: '', gender: '', note: '' }],
};

function* entryParts(concept: FileConcept, idOf: (key: string) => string): Generator<string> {
  const { key, kind, definition, note, subjectField, image, ids = {}, source, relations = [] } = concept;
  const id = idOf(key);
  if (subjectField) yield element('descrip', 'subjectField', subjectField);
  for (const line of definition.split(/[\r\n]+/u)) if (line.trim()) yield element('descrip', 'definition', line);
  if (source) yield element('admin', 'source', source);
  if (image && isWebAddress(image)) {
    yield `<xref type="xGraphic" target="${xmlText(image)}">${xmlText(image)}</xref>`;
  } else if (image) yield noted('image', image);
  yield* noteLines(note, 'concept').map(written);
  if (id !== `${OWN_PREFIX}${key}` && id !== ids['entry']) yield noted('key', key);
  if (kind !== 'term') yield noted('kind', kind);
  for (const [where, one] of Object.entries(ids))
    if (where !== 'entry' || one !== id) yield noted('id', `${where} ${one}`);
  // By what the entry is read as: its id, without what ours begin with, or its key where that is written.
  const nameOf = (key: string) => {
    const to = idOf(key);
    return to === '' || to.startsWith(OWN_PREFIX) ? key : to;
  };
  for (const relation of relations) {
    const of = relation.of === undefined ? undefined : nameOf(relation.of);
    yield noted(
      'relation',
      [relation.kind, relation.since, relation.until, withPlace(nameOf(relation.to), of)].join(' | '),
    );
  }
  for (const [name, value] of [
    ['state', concept.state],
    ['decided-by', concept.decidedBy],
    ['owner', concept.owner],
  ] as const) {
    if (value) yield noted(name, value);
  }
}

function written({ element: name, category, text }: NoteLine): string {
  return name === 'note' ? `<note>${xmlText(text)}</note>` : element(name, category, text);
}

function isTermNote({ element: name }: NoteLine): boolean {
  return name === 'termNote';
}

function* languages({ terms }: FileConcept, version: TbxVersion): Generator<string> {
  const { language, term } = VERSIONS[version];
  const tags = [...new Set(terms.map((one) => one.language))];
  for (const tag of tags) {
    const own = terms.map((one, order) => ({ one, order })).filter(({ one }) => one.language === tag);
    // Where every status is “admitted”, nobody has decided how the terms should be used.
    const isOpen = own.every(({ one }) => one.status === 'admitted');
    const sections = own.map(({ one, order }) => {
      const parts = [`<term>${xmlText(one.text)}</term>`, ...termParts(one, isOpen), ...orderNote(terms, order, tags)];
      return `<${term}>${parts.join('')}</${term}>`;
    });
    yield `<${language} xml:lang="${xmlText(tag)}">${sections.join('\n')}</${language}>`;
  }
}

/** Terms stand by language in TBX; their order among each other is kept where it is another. */
function* orderNote(terms: readonly Term[], order: number, tags: readonly string[]): Generator<string> {
  const grouped = tags.flatMap((tag) => terms.filter((term) => term.language === tag));
  if (grouped.some((term, i) => term !== terms[i])) yield noted('order', String(order));
}

const STATUSES = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const;

/** Data categories first, as the schema asks; then what stands in notes. */
function* termParts(term: Term, isOpen: boolean): Generator<string> {
  const note = (type: string, value: string) => element('termNote', type, value);
  const plainPart = /^(?:noun|verb|adjective|adverb|other|)$/u.test(term.partOfSpeech);
  if (term.partOfSpeech) yield note('partOfSpeech', plainPart ? term.partOfSpeech : 'other');
  if (term.gender) yield note('grammaticalGender', term.gender === 'common' ? 'other' : term.gender);
  if (term.type) yield note('termType', term.type);
  if (!isOpen) yield note('administrativeStatus', STATUSES[term.status]);
  // The schema puts the notes of a term before everything else about it.
  const lines = noteLines(term.note, 'term');
  yield* lines.filter(isTermNote).map(written);
  if (term.source) yield element('admin', 'source', term.source);
  yield* lines.filter((line) => !isTermNote(line)).map(written);
  if (!plainPart) yield noted('part-of-speech', term.partOfSpeech);
  if (term.status === 'forbidden') yield noted('status', term.status);
  if (term.number) yield noted('number', term.number);
  if (term.register) yield noted('register', term.register);
  if (term.reason) yield noted('reason', term.reason);
  if (term.instead) yield noted('instead', term.instead);
  for (const form of term.forms ?? []) yield noted('form', form);
  for (const rule of term.rules ?? []) yield noted('rule', rule);
}

function element(name: string, type: string, value: string): string {
  return `<${name} type="${type}">${xmlText(value)}</${name}>`;
}

function noted(name: string, value: string): string {
  return `<note>x-${name}: ${xmlText(value)}</note>`;
}
