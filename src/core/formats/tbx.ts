import type { FileConcept, Term } from '../glossary/concept.ts';
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
  const numbers = new Map<string, string>();
  // Keys of files may be anything; an id of XML may not.
  const idOf = (key: string) => {
    const known = numbers.get(key) ?? `c${numbers.size + 1}`;
    numbers.set(key, known);
    return known;
  };
  yield `${open}<text><body>\n`;
  let written = 0;
  for (const concept of concepts) {
    written += 1;
    yield `<${entry} id="${idOf(concept.key)}">\n${[...entryParts(concept, idOf), ...languages(concept, version)].join('\n')}\n</${entry}>\n`;
  }
  // A body without entries is no TBX.
  if (written === 0) yield `<${entry} id="c0">\n${[...languages(EMPTY, version)].join('\n')}\n</${entry}>\n`;
  yield `</body></text>\n${close}`;
}

const EMPTY: FileConcept = {
  key: '',
  kind: 'term',
  definition: '',
  note: '',
  terms: [{ language: 'en', text: '(empty glossary)', status: 'admitted', partOfSpeech: '', gender: '', note: '' }],
};

function* entryParts(concept: FileConcept, idOf: (key: string) => string): Generator<string> {
  const { key, kind, definition, note, subjectField, image, ids = {}, source, relations = [] } = concept;
  if (subjectField) yield element('descrip', 'subjectField', subjectField);
  if (definition) yield element('descrip', 'definition', definition);
  if (source) yield element('admin', 'source', source);
  if (image && /^https?:\/\/\S+$/u.test(image)) {
    yield `<xref type="xGraphic" target="${xmlText(image)}">${xmlText(image)}</xref>`;
  } else if (image) yield noted('image', image);
  if (note) yield `<note>${xmlText(note)}</note>`;
  if (key) yield noted('key', key);
  if (kind !== 'term') yield noted('kind', kind);
  for (const [where, id] of Object.entries(ids)) yield noted('id', `${where} ${id}`);
  for (const relation of relations) {
    yield noted('relation', [relation.kind, relation.since, relation.until, relation.to].join(' | '));
    void idOf(relation.to);
  }
}

function* languages({ terms }: FileConcept, version: TbxVersion): Generator<string> {
  const { language, term } = VERSIONS[version];
  const tags = [...new Set(terms.map((one) => one.language))];
  for (const tag of tags) {
    const own = terms.map((one, order) => ({ one, order })).filter(({ one }) => one.language === tag);
    const sections = own.map(({ one, order }) => {
      const parts = [`<term>${xmlText(one.text)}</term>`, ...termParts(one), ...orderNote(terms, order, tags)];
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
function* termParts(term: Term): Generator<string> {
  const note = (type: string, value: string) => element('termNote', type, value);
  const plainPart = /^(?:noun|verb|adjective|adverb|other|)$/u.test(term.partOfSpeech);
  if (term.partOfSpeech) yield note('partOfSpeech', plainPart ? term.partOfSpeech : 'other');
  if (term.gender) yield note('grammaticalGender', term.gender === 'common' ? 'other' : term.gender);
  if (term.type) yield note('termType', term.type);
  yield note('administrativeStatus', STATUSES[term.status]);
  const region = /-([A-Za-z]{2}|\d{3})(?:-|$)/u.exec(term.language)?.[1];
  if (region) yield note('geographicalUsage', region.toUpperCase());
  if (term.source) yield element('admin', 'source', term.source);
  if (term.note) yield `<note>${xmlText(term.note)}</note>`;
  if (!plainPart) yield noted('part-of-speech', term.partOfSpeech);
  if (term.status === 'forbidden') yield noted('status', term.status);
  if (term.number) yield noted('number', term.number);
  if (term.register) yield noted('register', term.register);
  if (term.reason) yield noted('reason', term.reason);
  if (term.instead) yield noted('instead', term.instead);
  for (const form of term.forms ?? []) yield noted('form', form);
}

function element(name: string, type: string, value: string): string {
  return `<${name} type="${type}">${xmlText(value)}</${name}>`;
}

function noted(name: string, value: string): string {
  return `<note>x-${name}: ${xmlText(value)}</note>`;
}
