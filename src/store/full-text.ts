import { type RawBuilder, sql } from 'kysely';
import { FORMATTING_CODES } from '../core/bitext/inline/formatting.ts';
import { UNSPACED_LETTERS } from '../core/text/unspaced.ts';

// All that is particular to SQLite's full-text index (FTS5) stands here.

/** Texts that are indexed: where they stand, and their index. */
interface Indexed {
  readonly text: RawBuilder<string>;
  readonly key: RawBuilder<number>;
  readonly index: RawBuilder<unknown>;
}

/**
 * Texts of segments.
 * @param alias the table's name in the query
 */
export function segmentTexts(alias: string): Indexed {
  return {
    text: plainTextOf(sql.ref(`${alias}.text`)),
    key: sql.ref(`${alias}.rowid`),
    index: sql.table('segment_fts'),
  };
}

/** A segment's text as the index has it: without what stands for bold and italics of articles. */
export function plainTextOf(text: RawBuilder<string>): RawBuilder<string> {
  const marks = [...FORMATTING_CODES.keys()];
  return marks.reduce((inner, mark) => sql<string>`replace(${inner}, ${mark}, '')`, text);
}

/** Texts of terms, likewise. */
export function termTexts(alias: string): Indexed {
  return { text: sql.ref(`${alias}.text`), key: sql.ref(`${alias}.id`), index: sql.table('term_fts') };
}

/** Whether all words of a search stand in a text, each from its beginning. */
export function holdsWords(texts: Indexed, search: string): RawBuilder<boolean> {
  return holds(texts, search, (words) => words.map((word) => `"${word}"*`).join(' '));
}

/** Whether the words of a search stand in a text one after another; the last from its beginning, unless a space follows it. */
export function holdsPhrase(texts: Indexed, search: string): RawBuilder<boolean> {
  return holds(texts, search, (words) => `"${words.join(' ')}"${/\s$/u.test(search) ? '' : '*'}`);
}

/** One of some groups of words: all words of one of them must be there. A word may be several in a row. */
export type AnyOf = readonly (readonly string[])[];

/** The keys of segments in which words stand, as the index comes upon them. */
export function segmentKeys(wanted: AnyOf, limit: number): RawBuilder<{ rowid: number }> {
  const query = wanted.map((words) => `(${words.map((word) => `"${word}"`).join(' AND ')})`).join(' OR ');
  return sql`(SELECT rowid FROM segment_fts WHERE segment_fts MATCH ${query} LIMIT ${limit})`;
}

/** Whether a text has a piece of text in it, as it stands. */
export function holdsPiece(text: RawBuilder<string>, piece: string): RawBuilder<boolean> {
  return sql<boolean>`${text} LIKE ${`%${piece.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
}

/** The words of a text as the index tells them apart. */
export function indexWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Scripts without spaces, which are indexed by the line, are searched letter by letter. */
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

function holds(
  { text, key, index }: Indexed,
  search: string,
  queryOf: (words: readonly string[]) => string,
): RawBuilder<boolean> {
  const words = indexWords(search);
  if (words.length === 0 || UNSPACED.test(search)) return holdsPiece(text, search);
  return sql<boolean>`${key} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${queryOf(words)})`;
}
