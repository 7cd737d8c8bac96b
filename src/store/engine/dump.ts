import { sql } from 'kysely';
import { insertMany } from '../insert-many.ts';
import type { Db } from '../open-store.ts';

/** The tables of a dump, each after those that it refers to. Caches and indexes are left out: they can be rebuilt. */
export const DUMPED_TABLES = [
  'article',
  'article_label',
  'revision',
  'revision_style',
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
  'check_profile',
  'bitext_check_profile',
  'dismissal',
  'rejected_candidate',
  'lexicon_entry',
  'publisher_line',
  'break_rule',
  'trash',
  'trash_key',
  'trash_rows',
] as const;
export type DumpedTable = (typeof DUMPED_TABLES)[number];

/** Rows read at once. */
const PAGE_ROWS = 1000;

/** All rows of a table in the order of its key, some at a time. Each page continues after the last row of the one before. */
export async function* rowsOfTable(db: Db, table: DumpedTable): AsyncGenerator<Record<string, unknown>[]> {
  const key = await keyOf(db, table);
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const named = sql.join(key.map((column, i) => sql`${sql.ref(column)} AS ${sql.ref(`key ${i}`)}`));
  let behind = sql``;
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`SELECT *, ${named}
      FROM ${sql.table(table)} ${behind} ORDER BY ${columns} LIMIT ${PAGE_ROWS}`.execute(db);
    const last = rows.at(-1);
    if (last) behind = sql`WHERE (${columns}) > (${sql.join(key.map((_, i) => last[`key ${i}`]))})`;
    if (last) yield rows.map((row) => withoutKey(row, key.length));
    if (rows.length < PAGE_ROWS) return;
  }
}

/** The columns by which a table is stored: its primary key where it has no row numbers. */
async function keyOf(db: Db, table: DumpedTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT info.name FROM pragma_table_list list
    JOIN pragma_table_info(list.name) info ON info.pk > 0
    WHERE list.schema = 'main' AND list.name = ${table} AND list.wr = 1 ORDER BY info.pk`.execute(db);
  return rows.length > 0 ? rows.map(({ name }) => name) : ['rowid'];
}

function withoutKey(row: Record<string, unknown>, count: number): Record<string, unknown> {
  for (let i = 0; i < count; i++) delete row[`key ${i}`];
  return row;
}

/** Stores rows of a table as they are. */
export async function insertRows(db: Db, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  await insertMany(rows, (some) => {
    const columns = Object.keys(some[0]!);
    const values = some.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    return sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      VALUES ${sql.join(values)}`.execute(db);
  });
}

/** The last number that was given in each table, also if its row is gone. */
export async function lastNumbers(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{
    name: string;
    seq: number;
  }>`SELECT name, seq FROM sqlite_sequence ORDER BY name`.execute(db);
  return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]));
}

/** Makes numbering continue after the numbers given before. Names that do not belong to a table are left out. */
export async function raiseNumbers(db: Db, last: Readonly<Record<string, number>>): Promise<void> {
  for (const table of DUMPED_TABLES.filter((name) => Number.isSafeInteger(last[name]))) {
    const known = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = ${table}`.execute(db);
    const next = Math.max(known.rows[0]?.seq ?? 0, last[table] ?? 0);
    await sql`DELETE FROM sqlite_sequence WHERE name = ${table}`.execute(db);
    await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${table}, ${next})`.execute(db);
  }
}

/** Whether anything is stored. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const table of ['article', 'concept', 'lexicon_entry', 'break_rule', 'trash'] as const) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}
