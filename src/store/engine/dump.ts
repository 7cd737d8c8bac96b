import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

/** The tables of a dump, each after those that it refers to. Caches and indexes are left out: they can be made anew. */
export const DUMPED = [
  'article',
  'revision',
  'bitext',
  'segment',
  'bead',
  'bead_segment',
  'bead_before',
  'inline_code',
  'unit_props',
  'edit',
  'comment',
  'person',
  'glossary',
  'bitext_glossary',
  'concept',
  'term',
  'relation',
  'glossary_edit',
  'dismissal',
  'rejected_candidate',
  'lexicon_entry',
  'publisher_line',
  'break_rule',
] as const;
export type DumpedTable = (typeof DUMPED)[number];

/** Rows read or written at once. */
const CHUNK = 1000;

/** All rows of a table, some at a time. */
export async function* rowsOfTable(db: Db, table: DumpedTable): AsyncGenerator<Record<string, unknown>[]> {
  for (let at = 0; ; at += CHUNK) {
    const { rows } = await sql<
      Record<string, unknown>
    >`SELECT * FROM ${sql.table(table)} LIMIT ${CHUNK} OFFSET ${at}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < CHUNK) return;
  }
}

/** Stores rows of a table as they are. */
export async function insertRows(db: Db, table: DumpedTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES ${sql.join(values)}`.execute(db);
}

/** Whether anything is stored. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const table of ['article', 'concept', 'lexicon_entry', 'break_rule'] as const) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}
