import type { Finding } from '../finding.ts';
import type { FileConcept, Term } from '../glossary/concept.ts';
import { TERM_REMARKS } from '../glossary/term-cells.ts';
import { type Message, msg } from '../message.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { csvCell } from './csv-cell.ts';
import { inlined } from './inlined.ts';

/** Columns of a glossary as CSV: a row a term; what belongs to the concept stands in the row of its first. */
export const GLOSSARY_COLUMNS = [
  'concept',
  'kind',
  'language',
  'term',
  'status',
  'part_of_speech',
  'gender',
  'number',
  'type',
  ...TERM_REMARKS,
  'rules',
  'definition',
  'concept_note',
  'subject_field',
  'image',
  'ids',
  'concept_source',
  'relations',
  'concept_state',
  'concept_decided_by',
  'concept_owner',
] as const;
export type GlossaryColumn = (typeof GLOSSARY_COLUMNS)[number];

/** Parts several values of one cell; a bar within one is written twice. */
export const BAR = ' | ';

/**
 * Concepts as CSV (RFC 4180) that Excel opens: with a byte order mark, and no cell that it would take for a formula.
 * @param between what parts the cells; a tab makes it TSV
 */
export function* writeGlossaryCsv(concepts: Iterable<FileConcept>, between: ',' | '\t' = ','): Generator<string> {
  yield `\ufeff${GLOSSARY_COLUMNS.join(between)}\r\n`;
  for (const concept of concepts) {
    for (const [k, term] of concept.terms.entries()) {
      const cells = {
        ...termCells(term),
        concept: concept.key,
        kind: concept.kind,
        ...(k === 0 ? conceptCells(concept) : {}),
      };
      yield `${GLOSSARY_COLUMNS.map((column) => csvCell((cells as Partial<Record<GlossaryColumn, string>>)[column] ?? '')).join(between)}\r\n`;
    }
  }
}

function termCells(term: Term): Partial<Record<GlossaryColumn, string>> {
  return {
    language: term.language,
    term: term.text,
    status: term.status,
    part_of_speech: term.partOfSpeech,
    gender: term.gender,
    number: term.number ?? '',
    type: term.type ?? '',
    register: term.register ?? '',
    forms: listCell(term.forms ?? []),
    reason: term.reason ?? '',
    instead: term.instead ?? '',
    note: term.note,
    source: term.source ?? '',
    rules: listCell(term.rules ?? []),
  };
}

function conceptCells(concept: FileConcept): Partial<Record<GlossaryColumn, string>> {
  return {
    definition: concept.definition,
    concept_note: concept.note,
    subject_field: concept.subjectField ?? '',
    image: concept.image ?? '',
    ids: listCell(Object.entries(concept.ids ?? {}).map(([where, id]) => `${where}=${id}`)),
    concept_source: concept.source ?? '',
    relations: listCell(
      (concept.relations ?? []).map(({ kind, since, until, to, of }) =>
        [kind, since, until, withPlace(to, of)].join(' '),
      ),
    ),
    concept_state: concept.state ?? '',
    concept_decided_by: concept.decidedBy ?? '',
    concept_owner: concept.owner ?? '',
  };
}

/** Where a relation leads, with what the post is of behind it: "12 @ 7". */
export function withPlace(to: string, of: string | undefined): string {
  return of === undefined ? to : `${to} @ ${of}`;
}

function listCell(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('|', '||')).join(BAR);
}

/** OmegaT's glossary text: a pair a line, parted by tabs, UTF-8 without a header (its user manual, "Glossaries"). */
export function* writeOmegat(concepts: Iterable<FileConcept>, source: string, target: string): Generator<string> {
  for (const { terms, definition } of concepts) {
    const usable = (language: string) =>
      terms.filter(
        (term) => sameLanguage(term.language, language) && term.status !== 'forbidden' && term.status !== 'deprecated',
      );
    for (const from of usable(source)) {
      for (const to of usable(target)) {
        yield `${[from.text, to.text, [to.note, definition].filter(Boolean).join('; ')].map(inlined).join('\t').trimEnd()}\n`;
      }
    }
  }
}

/** Concepts as JSON: a list, as the starter glossary is kept. */
export function* writeGlossaryJson(concepts: Iterable<FileConcept>): Generator<string> {
  let first = true;
  yield '[';
  for (const concept of concepts) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(concept)}`;
    first = false;
  }
  yield '\n]\n';
}

/** What OmegaT's text cannot hold of some concepts, counted. */
export function lossInOmegat(concepts: readonly FileConcept[], source: string, target: string): Finding[] {
  const count = (holds: (concept: FileConcept) => boolean) => concepts.filter(holds).length;
  const inBoth = ({ terms }: FileConcept) =>
    [source, target].every((language) => terms.some((term) => sameLanguage(term.language, language)));
  const losses: [Message, number][] = [
    [msg('concepts without a term in both languages'), count((concept) => !inBoth(concept))],
    [
      msg('concepts with terms in further languages'),
      count(({ terms }) =>
        terms.some((term) => ![source, target].some((language) => sameLanguage(term.language, language))),
      ),
    ],
    [
      msg('deprecated or forbidden terms'),
      concepts.flatMap(({ terms }) => terms).filter(({ status }) => status === 'deprecated' || status === 'forbidden')
        .length,
    ],
    [
      msg('genders and parts of speech'),
      concepts.flatMap(({ terms }) => terms).filter(({ gender, partOfSpeech }) => gender || partOfSpeech).length,
    ],
    [msg('roles and other relations'), count(({ relations }) => (relations?.length ?? 0) > 0)],
  ];
  return losses.flatMap(([what, number]): Finding[] =>
    number === 0
      ? []
      : [
          {
            code: 'left-out',
            severity: 'warning',
            place: 'OmegaT',
            message: msg('Left out because this format cannot hold them: {what} ({number}).', { what, number }),
          },
        ],
  );
}
