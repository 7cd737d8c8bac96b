import type { TermPairs } from '../../core/align/alignment.ts';
import type { Finding } from '../../core/finding.ts';
import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import type { AnyConcept, TermStatus } from '../../core/glossary/concept.ts';
import { keyed } from '../../core/glossary/numbered.ts';
import { withWebPicture } from '../../core/glossary/picture.ts';
import { msg } from '../../core/message.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { decode } from '../../intake/decode.ts';
import { type GlossaryAccount, glossaryAccount } from '../../intake/glossaries/glossary-account.ts';
import { guessMapping, isGlossaryTable } from '../../intake/glossaries/glossary-columns.ts';
import { glossaryText } from '../../intake/glossaries/glossary-text.ts';
import { allFields, guessFields, multiTermFields } from '../../intake/glossaries/multiterm/multiterm-concepts.ts';
import { isMultiTerm, readMultiTerm } from '../../intake/glossaries/multiterm/read-multiterm.ts';
import { type FileConcept, readGlossary } from '../../intake/glossaries/read-glossary.ts';
import { tbxReader } from '../../intake/glossaries/read-tbx.ts';
import { readTable } from '../../intake/table-rows.ts';
import { xmlDecoder } from '../../intake/xml/decode-pieces.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import { openStore } from '../../store/open-store.ts';
import { fileRefusals } from '../jobs/file-refusals.ts';
import { work } from '../jobs/work.ts';
import { type ColumnMeanings, mappingByName } from './exchange/mapping-file.ts';
import { glossaryFindings } from './glossary-findings.ts';

export { type GlossaryAccount, glossaryAccount };

/** Reads glossary files. Files without languages count as from source to target. */
export function termPairs(files: readonly { bytes: Uint8Array; name: string }[]): TermPairs {
  const concepts = files.flatMap(({ bytes, name }) => readGlossary(decode(bytes, name).text, name));
  return (from, to) =>
    concepts.flatMap((concept) =>
      termsIn(concept, from, 0).flatMap((source) =>
        termsIn(concept, to, 1).map((target): [string, string] => [source, target]),
      ),
    );
}

function termsIn({ terms }: AnyConcept, language: string, side: 0 | 1): string[] {
  const named = terms.filter((term) => sameLanguage(term.language, language));
  const unnamed = terms.filter((term) => term.language === ANY_LANGUAGE).slice(side, side + 1);
  return (named.length > 0 ? named : unnamed).map((term) => term.text);
}

/**
 * The concepts of a glossary file, or of a database of this program.
 * @param path of the file, by which a database is opened
 */
export async function conceptsIn(
  bytes: Uint8Array,
  name: string,
  path: string,
  account?: GlossaryAccount,
): Promise<FileConcept[]> {
  if (!isDatabase(bytes)) {
    const own = account ?? glossaryAccount();
    return readGlossary(await glossaryText(bytes, name, own), name, undefined, own);
  }
  const store = await openStore(path);
  try {
    return (await allConcepts(store.db)).map(keyed).map(withWebPicture);
  } finally {
    await store.close();
  }
}

/** Whether a file is a database, as this program keeps its own. */
export function isDatabase(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

/**
 * The concepts of a TBX file that comes in pieces.
 * @throws Problem `unreadable-file` with line and column
 */
export async function conceptsInTbx(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  account?: GlossaryAccount,
): Promise<FileConcept[]> {
  const reader = tbxReader(name, account);
  const decoder = xmlDecoder();
  for await (const piece of pieces) {
    reader.write(decoder.write(piece));
    if (reader.isDamaged()) break;
  }
  reader.write(decoder.end());
  return reader.end().map(withWebPicture);
}

/** A glossary that somebody brings: as bytes, or as text that has been decoded before. */
export type GivenGlossary = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly text: string });

/** A glossary file that has been read. */
export interface ReadGlossary {
  readonly text: string;
  readonly name: string;
  readonly concepts: readonly FileConcept[];
  /** As its preview shows it; null where it is not a table. */
  readonly table: GlossaryTable | null;
  /** What of the file is not kept, or not as it is. */
  readonly findings: readonly Finding[];
  /** Words for statuses that nobody has explained, with how often each stands there. */
  readonly unknownStatuses: readonly (readonly [word: string, count: number])[];
}

/** What a person chose for a table: what its columns are, and what its words for statuses mean. */
export interface Explained {
  readonly mapping?: readonly string[];
  readonly meanings?: Readonly<Record<string, TermStatus>>;
  /** What columns are, by name. */
  readonly columns?: ColumnMeanings | undefined;
}

/** Reads a glossary file. */
export const readGlossaryFile = work<GivenGlossary & Explained, ReadGlossary>(
  'read a glossary',
  {
    room: 'reading',
    ...fileRefusals({ refused: msg('Split it into parts.'), broken: msg('Save it as CSV or TBX.') }),
  },
  async (_desk, { mapping: chosen = [], meanings, columns, ...given }) => {
    const { name } = given;
    const account = glossaryAccount(meanings);
    const text = 'bytes' in given ? await glossaryText(given.bytes, name, account) : given.text;
    const asItSeems = glossaryTable(text, name, chosen, columns !== undefined);
    const mapping = columns ? mappingByName(name, asItSeems, columns) : chosen;
    const concepts = readGlossary(text, name, mapping.length > 0 ? mapping : undefined, account);
    const table = asItSeems && mapping.length > 0 ? { ...asItSeems, mapping } : asItSeems;
    const unknownStatuses = [...account.unknownStatuses()];
    return { text, name, concepts, table, findings: glossaryFindings(name, account, concepts), unknownStatuses };
  },
);

/** A glossary that has columns or fields, as its preview shows it; null for one that has none. */
export interface GlossaryTable {
  readonly columns: readonly string[];
  readonly mapping: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Whether the columns are fields of entries, whose terms and languages are known. */
  readonly isOfEntries: boolean;
}

/** Rows of a table, or values of a field, that a preview shows. */
const SAMPLE = 3;

/**
 * The columns of a table and its first rows, with what the columns are or seem to be.
 * @param isTable whether somebody has said that it is one
 */
function glossaryTable(text: string, name: string, mapping: readonly string[], isTable: boolean): GlossaryTable | null {
  if (isMultiTerm(text)) return entryTable(text, name, mapping);
  if (/^[\s\ufeff]*[<[]/u.test(text)) return null;
  if (mapping.length === 0 && !isTable && !isGlossaryTable(text.replace(/^\ufeff/u, ''))) return null;
  const table = readTable(text, name);
  return {
    columns: table.columns,
    mapping: mapping.length > 0 ? mapping : guessMapping(table),
    sample: table.rows.slice(0, SAMPLE).map(({ cells }) => cells),
    isOfEntries: false,
  };
}

/** The fields of MultiTerm's entries, each with its first values. */
function entryTable(text: string, name: string, mapping: readonly string[]): GlossaryTable {
  const entries = readMultiTerm(text, name, glossaryAccount());
  const columns = multiTermFields(entries);
  const values = new Map(columns.map((column) => [column, new Set<string>()]));
  for (const field of entries.flatMap(allFields)) {
    const list = values.get(field.name);
    if (list && list.size < SAMPLE) list.add(field.value);
  }
  const cells = columns.map((column) => [...(values.get(column) ?? [])]);
  const rows = Math.max(0, ...cells.map(({ length }) => length));
  return {
    columns,
    mapping: mapping.length > 0 ? mapping : guessFields(columns),
    sample: Array.from({ length: rows }, (_, row) => cells.map((list) => list[row] ?? '')),
    isOfEntries: true,
  };
}
