import { z } from 'zod';
import { GLOSSARY_COLUMNS } from '../../../core/formats/glossary-tables.ts';
import { TERM_STATUSES, type TermStatus } from '../../../core/glossary/concept.ts';
import { msg, quoted, wordsOf } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import type { GlossaryTable } from '../glossary-files.ts';

/** What columns of a table, or fields of MultiTerm, are, by their names: a field, "term:fr", or "" to leave one out. */
export type ColumnMeanings = Readonly<Record<string, string>>;

/** What a file says of a table: its columns, and the words in it for statuses, in lower case. */
export interface TableMeanings {
  readonly columns: ColumnMeanings;
  readonly statuses: Readonly<Record<string, TermStatus>>;
}

const FIELDS: readonly string[] = ['', 'note', ...GLOSSARY_COLUMNS];

const File = z.strictObject({
  columns: z
    .record(
      z.string(),
      z.string().refine((field) => FIELDS.includes(field) || /^term:[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(field)),
    )
    .default({}),
  statuses: z.record(z.string(), z.enum(TERM_STATUSES)).default({}),
});

/**
 * Reads what a file says of tables: `{"columns": {"Anglais": "term:en"}, "statuses": {"validé": "preferred"}}`.
 * @throws Problem `bad-input` where it is no JSON, or names what is no field or no status
 */
export function readMappingFile(text: string, name: string): TableMeanings {
  const read = File.safeParse(jsonOf(text, name));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Problem(
      'bad-input',
      msg('{name} does not say what columns are.', { name }),
      msg('{path}: {reason}.', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }),
      msg('Fields are {fields}, “term:fr” for terms in a language, and “” to leave a column out.', {
        fields: quoted(FIELDS.filter(Boolean)),
      }),
    );
  }
  const { columns, statuses } = read.data;
  return {
    columns,
    statuses: Object.fromEntries(Object.entries(statuses).map(([word, status]) => [word.toLowerCase(), status])),
  };
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(
      'bad-input',
      msg('{name} cannot be read as JSON.', { name }),
      wordsOf(cause),
      'Write an object with “columns” and “statuses”, each by name.',
      cause,
    );
  }
}

/**
 * The columns of a file as they are explained by name; those of which nothing is said are what they seem to be.
 * @throws Problem `bad-input` where it has none of the columns, or is a table without one of them
 */
export function mappingByName(name: string, table: GlossaryTable | null, columns: ColumnMeanings): string[] {
  const missing = Object.keys(columns).filter((column) => !table?.columns.includes(column));
  // Of a termbase's fields an export need not have all.
  const isWanting = table?.isOfEntries ? missing.length === Object.keys(columns).length : missing.length > 0;
  if (!table || isWanting) {
    throw new Problem(
      'bad-input',
      msg('{name} does not have the columns that are explained.', { name }),
      table
        ? msg('It lacks {missing}; it has {columns}.', { missing: quoted(missing), columns: quoted(table.columns) })
        : 'It is not a table and has no columns.',
      'Name the columns as its first line does.',
    );
  }
  return table.columns.map((column, at) => columns[column] ?? table.mapping[at] ?? '');
}
