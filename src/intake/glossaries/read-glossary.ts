import { z } from 'zod';
import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import {
  CONCEPT_KINDS,
  CONCEPT_STATES,
  type FileConcept,
  GENDERS,
  NUMBERS,
  REGISTERS,
  RELATION_KINDS,
  TERM_RULES,
  TERM_STATUSES,
  TERM_TYPES,
} from '../../core/glossary/concept.ts';
import { withWebPicture } from '../../core/glossary/picture.ts';
import { msg, wordsOf } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { countLetters } from '../../core/text/letters.ts';
import { readRows, readTable } from '../table-rows.ts';
import { type GlossaryAccount, glossaryAccount } from './glossary-account.ts';
import { isGlossaryTable, type TableMapping } from './glossary-columns.ts';
import { conceptOf, termOf } from './glossary-values.ts';
import { multiTermConcepts } from './multiterm/multiterm-concepts.ts';
import { isMultiTerm, readMultiTerm } from './multiterm/read-multiterm.ts';
import { conceptsOfTable } from './read-glossary-table.ts';
import { readTbx } from './read-tbx.ts';
import { conceptsOfHolders, isHolderTable } from './read-wikidata.ts';

export type { FileConcept };

/**
 * Reads a glossary from text: TBX (version 2 or 3, DCA or DCT), MultiTerm XML, a table with a
 * header (CSV or TSV; a row a term or a row a pair), Wikidata's table of who held which position, JSON as this program writes
 * it, or a pair a line, parted by a tab as in OmegaT's glossary text, a semicolon or a comma.
 * @param mapping what the columns of a table, or the fields of MultiTerm, are, where their names do not say
 * @param account of what has no place
 * @throws Problem that says what is wrong and where
 */
export function readGlossary(
  text: string,
  name: string,
  mapping?: TableMapping,
  account: GlossaryAccount = glossaryAccount(),
): FileConcept[] {
  return conceptsOf(text, name, mapping, account).map(withWebPicture);
}

function conceptsOf(
  text: string,
  name: string,
  mapping: TableMapping | undefined,
  account: GlossaryAccount,
): FileConcept[] {
  const body = text.replace(/^\ufeff/u, '');
  if (isXml(body)) {
    if (isMultiTerm(body)) return multiTermConcepts(readMultiTerm(body, name, account), account, mapping);
    return readTbx(body, name, account);
  }
  if (/^\s*\[/u.test(body) || /\.json$/iu.test(name)) return fromJson(body, name, account);
  if (!mapping && isHolderTable(body)) return conceptsOfHolders(readTable(body, name), account);
  if (mapping || isGlossaryTable(body)) return conceptsOfTable(readTable(body, name), name, mapping, account);
  return fromPairs(body, name, account);
}

function isXml(body: string): boolean {
  return /^\s*<(?:\?xml|!DOCTYPE|martif|tbx|mtf|conceptGrp|!--)/iu.test(body);
}

/** Pairs without a header: two terms a line and perhaps a note, between tabs, semicolons or commas. */
function fromPairs(text: string, name: string, { leftOut, read }: GlossaryAccount): FileConcept[] {
  return readRows(text, name).flatMap(({ line, cells }): FileConcept[] => {
    const [source = '', target = '', note = '', ...others] = cells.map((cell) => cell.trim());
    if (source.startsWith('#') || (!source && !target)) return [];
    if (!source || !target) {
      throw new Problem(
        'bad-input',
        msg('{name}, line {line}: not a term pair.', { name, line: String(line) }),
        msg('It reads “{line}”.', { line: cells.join(' ').trim().slice(0, 60) }),
        'Give a source term, a tab and its translation; or CSV with the columns concept, language and term.',
      );
    }
    for (const cell of cells) read(countLetters(cell));
    others.forEach((cell, i) => {
      if (cell) leftOut.note(`column ${i + 4}`);
      leftOut.settle(cell);
    });
    const terms = [source, target].map((term) => termOf({ language: ANY_LANGUAGE, text: term }));
    return [{ ...conceptOf({ key: `line ${line}`, note }), terms }];
  });
}

const optional = <T extends z.ZodType>(type: T) => type.optional();

const JsonTerm = z.object({
  language: z.string().min(1),
  text: z.string().min(1),
  status: z.enum(TERM_STATUSES).default('preferred'),
  partOfSpeech: z.string().default(''),
  gender: z.enum([...GENDERS, '']).default(''),
  note: z.string().default(''),
  type: optional(z.enum(TERM_TYPES)),
  number: optional(z.enum(NUMBERS)),
  register: optional(z.enum(REGISTERS)),
  forms: optional(z.array(z.string())),
  reason: optional(z.string()),
  instead: optional(z.string()),
  source: optional(z.string()),
  rules: optional(z.array(z.enum(TERM_RULES))),
});

const JsonRelation = z.object({
  kind: z.enum(RELATION_KINDS),
  to: z.union([z.string(), z.number()]).transform(String),
  of: optional(z.union([z.string(), z.number()]).transform(String)),
  since: z.string().default(''),
  until: z.string().default(''),
});

const JsonConcept = z.object({
  key: optional(z.union([z.string(), z.number()])),
  kind: z.enum(CONCEPT_KINDS),
  definition: z.string().default(''),
  note: z.string().default(''),
  subjectField: optional(z.string()),
  image: optional(z.string()),
  ids: optional(z.record(z.string(), z.string())),
  source: optional(z.string()),
  relations: optional(z.array(JsonRelation)),
  state: optional(z.enum(CONCEPT_STATES)),
  decidedBy: optional(z.string()),
  owner: optional(z.string()),
  terms: z.array(JsonTerm).min(1),
});

function fromJson(text: string, name: string, account: GlossaryAccount): FileConcept[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      msg('{name} cannot be read as JSON.', { name }),
      wordsOf(cause),
      'Export it again, or fix it in an editor.',
      cause,
    );
  }
  const read = z.array(JsonConcept).safeParse(data);
  if (read.success) {
    noteUnknown(data, account);
    return read.data.map((concept, i) => ({ ...concept, key: String(concept.key ?? i + 1) })) as FileConcept[];
  }
  const [issue] = read.error.issues;
  throw new Problem(
    'bad-input',
    msg('{name} is not a JSON glossary.', { name }),
    msg('{path}: {reason}.', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }),
    'Give a list of concepts, each with “kind” and “terms”; a term has “language” and “text”.',
  );
}

/** Fields of a concept, a term or a relation that there is no place for. */
function noteUnknown(data: unknown, { leftOut }: GlossaryAccount): void {
  const strangers = (given: unknown, known: object) => {
    for (const field of Object.keys(given as object))
      if (!Object.hasOwn(known, field)) leftOut.note(`field “${field}”`);
  };
  for (const concept of data as { terms: unknown[]; relations?: unknown[] }[]) {
    strangers(concept, JsonConcept.shape);
    for (const term of concept.terms) strangers(term, JsonTerm.shape);
    for (const relation of concept.relations ?? []) strangers(relation, JsonRelation.shape);
  }
}
